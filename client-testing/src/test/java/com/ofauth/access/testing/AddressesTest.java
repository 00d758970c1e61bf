package com.ofauth.access.testing;

import static com.ofauth.access.testing.Http.CHATS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several addresses, seen from sockets and from a client with a resolver of its own. */
@Timeout(60)
@EnabledOnOs(OS.LINUX) // macOS has no 127.0.0.2, and Windows refuses where a backlog is full.
final class AddressesTest {
  @RegisterExtension
  static final OfAuthTestExtension ofauth =
      OfAuthTestExtension.of(OfAuthTestProvider.builder().addresses("127.0.0.2", "127.0.0.1"));

  private final OfAuthTestProvider provider = ofauth.provider();
  private final InetAddress first = provider.addresses().get(0);
  private final InetAddress second = provider.addresses().get(1);

  @Test
  void servesOnOnePortOfEachAddress() throws IOException {
    assertThat(provider.addresses())
        .extracting(InetAddress::getHostAddress)
        .containsExactly("127.0.0.2", "127.0.0.1");
    assertThat(provider.baseUrl()).isEqualTo(URI.create("http://127.0.0.2:" + provider.port()));

    for (InetAddress address : provider.addresses()) {
      try (RawHttp raw = new RawHttp(provider, address)) {
        assertThat(raw.send(CHATS).readHeadAnd(0).text()).startsWith("HTTP/1.1 200 OK");
      }
    }
    assertThat(provider.requests())
        .extracting(RecordedRequest::address)
        .containsExactly(first, second);
  }

  @Test
  void refusesConnectionsToOneAddress() throws IOException {
    provider.addressMode(first, AddressMode.REFUSING);

    assertThatThrownBy(() -> new RawHttp(provider, first)).isInstanceOf(ConnectException.class);
    assertServes(second);
    provider.addressMode(first, AddressMode.SERVING);
    assertServes(first);
  }

  @Test
  void neverAnswersOnASilentAddress() throws IOException {
    provider.addressMode(first, AddressMode.SILENT);

    try (Socket socket = new Socket(first, provider.port())) {
      socket.setSoTimeout(50);
      socket.getOutputStream().write('G');
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(provider.requests()).isEmpty();
    assertServes(second);
    provider.addressMode(first, AddressMode.SERVING);
    assertServes(first);
  }

  @Test
  void letsAttemptsToConnectToAnUnreachableAddressTimeOut() throws IOException {
    provider.addressMode(first, AddressMode.UNREACHABLE);

    try (Socket socket = new Socket()) {
      assertThatThrownBy(() -> socket.connect(new InetSocketAddress(first, provider.port()), 50))
          .isInstanceOf(SocketTimeoutException.class);
    }
    assertServes(second);
    provider.reset();
    assertServes(first);
  }

  @Test
  void cutsTheConnectionsOfAnAddressThatNoLongerServes() throws Exception {
    try (RawHttp raw = new RawHttp(provider, first);
        RawHttp other = new RawHttp(provider, second)) {
      raw.send(CHATS).readHeadAnd(0);
      provider.addressMode(first, AddressMode.UNREACHABLE);

      assertThat(raw.readToEnd().text()).doesNotContain("HTTP/1.1");
      assertThat(other.send(CHATS).readHeadAnd(0).text()).startsWith("HTTP/1.1 200 OK");
    }
  }

  @Test
  void showsHowAClientGoesOnToTheNextAddress() throws IOException {
    for (AddressMode mode : List.of(AddressMode.REFUSING, AddressMode.UNREACHABLE)) {
      provider.addressMode(first, mode);
      OkHttpClient client =
          new OkHttpClient.Builder()
              .dns(host -> provider.addresses())
              .connectTimeout(Duration.ofMillis(100))
              .build();

      try (Response response =
          client
              .newCall(new Request.Builder().url(provider.baseUrl("service.test") + CHATS).build())
              .execute()) {
        assertThat(response.code()).isEqualTo(401);
      }
    }
    assertThat(provider.requests())
        .extracting(RecordedRequest::address)
        .containsExactly(second, second);
  }

  @Test
  void resetsOnOneAddressAlone() throws IOException {
    provider
        .faults()
        .when(request -> request.address().equals(first), WireFault.resetBeforeStatus());

    try (RawHttp raw = new RawHttp(provider, first)) {
      assertThat(raw.send(CHATS).readToEnd().reset()).isTrue();
    }
    assertServes(second);
  }

  @Test
  void listensOnIpv6Alone() throws Exception {
    InetAddress ipv6 =
        InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
    assumeTrue(NetworkInterface.getByInetAddress(ipv6) != null);
    try (OfAuthTestProvider own = OfAuthTestProvider.builder().addresses("::1").start()) {
      assertThat(own.baseUrl().toString()).startsWith("http://[0:0:0:0:0:0:0:1]:");
      assertThat(Http.get(own, CHATS).status()).isEqualTo(200);
      assertThatThrownBy(() -> new RawHttp(own, second)).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void refusesAddressesThatItCanNotHave() throws Exception {
    OfAuthTestProviderBuilder builder = OfAuthTestProvider.builder();
    InetAddress other = InetAddress.getByName("127.0.0.9");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.addresses("10.0.0.1"))
        .withMessage("address must be a loopback address: 10.0.0.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.addresses("localhost"))
        .withMessage("address must be an IP address: localhost");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.addresses("::1", "0::1"))
        .withMessage("addresses must be one or more, each once: [::1, 0::1]");
    assertThatIllegalArgumentException()
        .isThrownBy(builder::addresses)
        .withMessage("addresses must be one or more, each once: []");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider.addressMode(other, AddressMode.SILENT))
        .withMessage("address must be one of [/127.0.0.2, /127.0.0.1]: /127.0.0.9");
  }

  private void assertServes(InetAddress address) throws IOException {
    try (RawHttp raw = new RawHttp(provider, address)) {
      assertThat(raw.send(CHATS).readHeadAnd(0).text()).startsWith("HTTP/1.1 200 OK");
    }
  }
}
