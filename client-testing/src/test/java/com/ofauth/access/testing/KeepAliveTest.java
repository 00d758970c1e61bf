package com.ofauth.access.testing;

import static com.ofauth.access.testing.Http.CHATS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ofauth.access.testing.RawHttp.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long connections are kept open, seen from sockets. */
@Timeout(60)
final class KeepAliveTest {
  @RegisterExtension static final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String EMPTY_PAGE = CHATS + "?offset=50";
  private static final int EMPTY_PAGE_BYTES = "{\"list\":[],\"hasMore\":false}".length();

  private final OfAuthTestProvider provider = ofauth.provider();

  @Test
  void keepsConnectionsByDefault() throws IOException {
    try (RawHttp raw = new RawHttp(provider)) {
      for (int i = 0; i < 50; i++) {
        assertThat(ask(raw).head()).startsWith("HTTP/1.1 ").doesNotContain("connection:");
      }
    }
    assertThat(provider.requests().get(49).numberOnConnection()).isEqualTo(50);
  }

  @Test
  void closesAConnectionThatWasIdleForTooLong() throws IOException {
    provider.keepAlive(KeepAlive.unlimited().idleTimeout(Duration.ofMillis(1)));

    try (RawHttp raw = new RawHttp(provider)) {
      assertThat(ask(raw).head()).startsWith("HTTP/1.1 200 OK").doesNotContain("connection:");
      assertThat(raw.readToEnd()).isEqualTo(new Wire("", false));
    }
  }

  @Test
  void takesNoConnectionForIdleThatHasARequestInFlight() throws Exception {
    Gate gate = Gate.create();
    provider.keepAlive(KeepAlive.unlimited().idleTimeout(Duration.ofMillis(1)));
    provider.faults().next(WireFault.hold(gate));
    try (RawHttp busy = new RawHttp(provider);
        RawHttp idle = new RawHttp(provider)) {
      busy.send(EMPTY_PAGE);
      gate.awaitHeld(1, LIMIT);
      ask(idle);
      idle.readToEnd();
      provider.closeIdleConnections();

      gate.release();

      assertThat(busy.readHeadAnd(EMPTY_PAGE_BYTES).head()).startsWith("HTTP/1.1 200 OK");
    }
  }

  @Test
  void closesIdleConnectionsAtOnceOnDemand() throws Exception {
    try (RawHttp raw = new RawHttp(provider)) {
      ask(raw);

      provider.closeIdleConnections();

      assertThat(provider.openConnections()).isZero();
      assertThat(raw.readToEnd()).isEqualTo(new Wire("", false));
    }
    assertThat(Http.get(provider, CHATS).status()).isEqualTo(200);
  }

  @Test
  void announcesTheEndAfterSoManyRequests() throws IOException {
    provider.keepAlive(KeepAlive.unlimited().maxRequests(3));

    try (RawHttp raw = new RawHttp(provider)) {
      assertThat(ask(raw).head()).doesNotContain("connection:");
      assertThat(ask(raw).head()).doesNotContain("connection:");
      assertThat(raw.send(EMPTY_PAGE).readToEnd().head())
          .startsWith("HTTP/1.1 200 OK")
          .contains("connection: close");
    }
  }

  @Test
  void closesAfterSoManyRequestsWithoutNotice() throws IOException {
    provider.keepAlive(KeepAlive.unlimited().maxRequestsUnannounced(2));

    try (RawHttp raw = new RawHttp(provider)) {
      ask(raw);
      assertThat(raw.send(EMPTY_PAGE).readToEnd().head())
          .startsWith("HTTP/1.1 200 OK")
          .doesNotContain("connection:");
    }
  }

  @Test
  void appliesToHttp2Too() throws Exception {
    OkHttpClient client =
        new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    Request request = new Request.Builder().url(provider.baseUrl() + "/elsewhere").build();
    provider.keepAlive(KeepAlive.unlimited().maxRequests(2));

    for (int i = 0; i < 4; i++) {
      client.newCall(request).execute().close();
    }
    provider.keepAlive(KeepAlive.unlimited().idleTimeout(Duration.ofMillis(1)));
    client.newCall(request).execute().close();
    provider.awaitOpenConnections(0, LIMIT);

    assertThat(provider.requests())
        .extracting(RecordedRequest::numberOnConnection)
        .containsExactly(1, 2, 1, 2, 1);
  }

  @Test
  void startsAnewAfterAReset() throws IOException {
    provider.keepAlive(KeepAlive.unlimited().maxRequests(1));
    provider.reset();

    try (RawHttp raw = new RawHttp(provider)) {
      assertThat(ask(raw).head()).doesNotContain("connection:");
    }
  }

  @Test
  void resetsRequestsOnUsedConnectionsAlone() throws IOException {
    provider
        .faults()
        .when(request -> request.numberOnConnection() > 1, WireFault.resetBeforeStatus());

    for (int i = 0; i < 2; i++) {
      try (RawHttp raw = new RawHttp(provider)) {
        assertThat(ask(raw).head()).startsWith("HTTP/1.1 200 OK");
        assertThat(raw.send(EMPTY_PAGE).readToEnd()).isEqualTo(new Wire("", true));
      }
    }
  }

  @Test
  void refusesFiguresOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeepAlive.unlimited().idleTimeout(Duration.ZERO))
        .withMessage("timeout must be positive: PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeepAlive.unlimited().maxRequests(0))
        .withMessage("requests must be at least 1: 0");
    assertThat(KeepAlive.unlimited().maxRequests(2))
        .hasToString("KeepAlive[idle timeout none, max requests 2]");
  }

  private static Wire ask(RawHttp raw) throws IOException {
    return raw.send(EMPTY_PAGE).readHeadAnd(EMPTY_PAGE_BYTES);
  }
}
