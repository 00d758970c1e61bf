package com.ofauth.access.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The timeout of a socket, of which Okio does not count the time of a body. */
@Timeout(60)
final class ChannelSocketsTest {
  private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final Socket client =
      new ChannelSockets().createSocket(server.getInetAddress(), server.getLocalPort());
  private final Socket peer = server.accept();

  ChannelSocketsTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    client.close();
    peer.close();
    server.close();
  }

  @Test
  void theTimeoutHoldsBehindWhatHasArrived() throws IOException {
    client.setSoTimeout(20);
    InputStream in = client.getInputStream();
    peer.getOutputStream().write("0123456789".getBytes(US_ASCII));

    assertThat(in.read()).isEqualTo('0');
    assertThat(in.readNBytes(4)).asString(US_ASCII).isEqualTo("1234");
    assertThat(in.readNBytes(5)).asString(US_ASCII).isEqualTo("56789");
    assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void theEndIsReadBehindWhatHasArrived() throws IOException {
    client.setSoTimeout(20);
    peer.getOutputStream().write("end\u00ff".getBytes(ISO_8859_1));
    peer.close();

    InputStream in = client.getInputStream();
    assertThat(in.readNBytes(3)).asString(US_ASCII).isEqualTo("end");
    assertThat(in.read()).isEqualTo(0xff);
    assertThat(in.read()).isEqualTo(-1);
    assertThat(in.read(new byte[8])).isEqualTo(-1);
  }

  /** Else the end of TLS would wait for as long again. */
  @Test
  void aReadThatTakesTooLongEndsTheConnection() throws IOException {
    client.setSoTimeout(20);

    assertThatThrownBy(client.getInputStream()::read).isInstanceOf(SocketTimeoutException.class);

    peer.setSoTimeout(20_000);
    assertThat(peer.getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void theLookOfOkHttpAtAnIdleConnectionEndsNothing() throws IOException {
    client.setSoTimeout(1);
    InputStream in = client.getInputStream();

    assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);

    client.setSoTimeout(20_000);
    peer.getOutputStream().write('x');
    assertThat(in.read()).isEqualTo('x');
  }
}
