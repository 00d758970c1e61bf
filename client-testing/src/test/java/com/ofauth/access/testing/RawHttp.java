package com.ofauth.access.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** HTTP/1.1 by hand over one socket, to see what goes over the wire. */
final class RawHttp implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OfAuthTestProvider provider;

  RawHttp(OfAuthTestProvider provider) throws IOException {
    this(provider, provider.addresses().get(0));
  }

  RawHttp(OfAuthTestProvider provider, InetAddress address) throws IOException {
    this.provider = provider;
    this.socket = new Socket(address, provider.port());
    // Only so that a broken provider fails the test instead of hanging it.
    socket.setSoTimeout(20_000);
    this.in = socket.getInputStream();
  }

  /** What came until the connection ended, and how it ended. */
  record Wire(String text, boolean reset) {
    String head() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? text : text.substring(0, end);
    }

    String body() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? "" : text.substring(end + 4);
    }
  }

  RawHttp send(String target) throws IOException {
    String request =
        "GET "
            + target
            + " HTTP/1.1\r\nhost: localhost\r\napiKey: "
            + provider.apiKey()
            + "\r\nx-connection-id: "
            + provider.connectionId()
            + "\r\n\r\n";
    return sendText(request);
  }

  RawHttp sendText(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return this;
  }

  /** Reads until the provider ends the connection. */
  Wire readToEnd() throws IOException {
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[8192];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        text.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
      }
      return new Wire(text.toString(), false);
    } catch (SocketException e) {
      return new Wire(text.toString(), true);
    }
  }

  /** Reads this many bytes. */
  String read(int bytes) throws IOException {
    return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
  }

  /** Reads up to the end of the head, and so many bytes of the body. */
  Wire readHeadAnd(int bodyBytes) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return new Wire(text.toString(), false);
      }
      text.append((char) next);
    }
    return new Wire(text + read(bodyBytes), false);
  }

  /** What a client does that gives up. */
  void disconnect() throws IOException {
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
