package com.ofauth.access.testing;

import static com.ofauth.access.testing.Http.CHATS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RecordedRequestTest {
  private static final String CANARY = "sk_sandbox_canary";

  @Test
  void showsWhatWasAsked() {
    ManualClock clock = ManualClock.startingAt(Instant.parse("2024-06-01T12:00:00Z"));
    try (OfAuthTestProvider provider = OfAuthTestProvider.builder().clock(clock).start()) {
      Http.get(provider, CHATS + "?limit=5&query=caf%C3%A9+ol%C3%A9&empty=&limit=6");

      RecordedRequest request = provider.requests().get(0);

      assertThat(request.number()).isEqualTo(1);
      assertThat(request.receivedAt()).isEqualTo(clock.instant());
      assertThat(request.method()).isEqualTo("GET");
      assertThat(request.path()).isEqualTo(CHATS);
      assertThat(request.target()).startsWith(CHATS + "?limit=5&query=caf%C3%A9");
      assertThat(request.queryParam("query")).contains("café olé");
      assertThat(request.queryParam("empty")).contains("");
      assertThat(request.queryParam("offset")).isEmpty();
      assertThat(request.queryParams().get("limit")).containsExactly("5", "6");
      assertThat(request.connectionId()).contains("conn_test");
      assertThat(request.header("X-Connection-Id")).contains("conn_test");
      assertThat(request.protocol()).isEqualTo("HTTP/1.1");
      assertThat(request.connectionNumber()).isEqualTo(1);
      assertThat(request.status()).hasValue(400);
    }
  }

  @Test
  void redactsTheKeyWhereverItStands() {
    OfAuthTestProvider provider = OfAuthTestProvider.builder().apiKey(CANARY).start();
    try (provider) {
      Http.send(
          Http.request(provider, CHATS + "?apiKey=sk_live_other&q=" + CANARY)
              .header("x-connection-id", "conn_" + CANARY)
              .header("Authorization", "Bearer token-of-another-kind")
              .header("Cookie", "session=abc")
              .build());

      RecordedRequest request = provider.requests().get(0);

      assertThat(request.header("apikey")).contains("[redacted]");
      assertThat(request.header("authorization")).contains("[redacted]");
      assertThat(request.header("cookie")).contains("[redacted]");
      assertThat(request.queryParam("apiKey")).contains("[redacted]");
      assertThat(request.connectionId()).contains("conn_[redacted]");
      assertThat(request.target()).contains("apiKey=[redacted]&q=");
      assertThat(
              request.toString()
                  + request.headers()
                  + request.queryParams()
                  + request.target()
                  + provider)
          .doesNotContain(CANARY, "sk_live_other", "token-of-another-kind", "session=abc");
    }
  }

  @Test
  void redactsAWrongKeyToo() {
    try (OfAuthTestProvider provider = OfAuthTestProvider.start()) {
      Http.send(Http.request(provider, CHATS).setHeader("apiKey", "sk_live_wrong").build());

      assertThat(provider.requests().toString()).doesNotContain("sk_live_wrong");
      assertThat(provider.requests().get(0).status()).hasValue(401);
    }
  }

  @Test
  void hasNoStatusWhereNoAnswerWasSent() throws Exception {
    try (OfAuthTestProvider provider = OfAuthTestProvider.start();
        RawHttp raw = new RawHttp(provider)) {
      provider.faults().next(WireFault.closeBeforeStatus());

      raw.send(CHATS).readToEnd();

      assertThat(provider.requests().get(0).status()).isEmpty();
    }
  }

  @Test
  void startsAnewAfterAReset() {
    try (OfAuthTestProvider provider = OfAuthTestProvider.start()) {
      provider.connection("conn_other");
      provider.connection().chats().clear();
      provider.connection().expireSession();
      provider.faults().always(AnswerFault.htmlBadGateway());
      provider.onRequest(request -> provider.connection().chats().clear());
      provider.errorDialect(ErrorDialect.OLDER);
      Http.get(provider, CHATS);

      provider.reset();

      assertThat(provider.requests()).isEmpty();
      assertThat(Http.get(provider, CHATS).ids()).hasSize(10);
      assertThat(provider.requests().get(0).number()).isEqualTo(1);
      assertThat(Http.get(provider, "conn_other", CHATS).json().get("type").asText())
          .isEqualTo("SESSION_NOT_PROVIDED");
    }
  }
}
