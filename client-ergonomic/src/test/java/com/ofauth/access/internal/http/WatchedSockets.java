package com.ofauth.access.internal.http;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets that tell when they are read and written. They close themselves when they can't be
 * written, as sockets of TLS do: OkHttp goes on using a connection of HTTP/2 until it can't be read
 * either.
 */
class WatchedSockets extends SocketFactory {
  /** What was written has gone out. */
  void written() {}

  /** A thread asks for what comes next, and so is done with all that it has read. */
  void reading() {}

  /** A thread has read something. */
  void read() {}

  @Override
  public final Socket createSocket() {
    return new Watched();
  }

  private final class Watched extends Socket {
    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          reading();
          int count = in.read(bytes, offset, length);
          WatchedSockets.this.read();
          return count;
        }
      };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          try {
            out.write(bytes, offset, length);
          } catch (IOException e) {
            Watched.this.close();
            throw e;
          }
          written();
        }
      };
    }
  }

  @Override
  public final Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("OkHttp connects by itself");
  }

  @Override
  public final Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("OkHttp connects by itself");
  }

  @Override
  public final Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("OkHttp connects by itself");
  }

  @Override
  public final Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("OkHttp connects by itself");
  }
}
