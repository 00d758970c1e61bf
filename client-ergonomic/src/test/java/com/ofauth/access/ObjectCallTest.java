package com.ofauth.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ofauth.access.decoding.ValidationMode;
import com.ofauth.access.internal.http.Timeouts;
import com.ofauth.access.internal.paging.ConnectionScope;
import com.ofauth.access.internal.util.SimulatedTime;
import com.ofauth.access.internal.wire.ChatsApi;
import com.ofauth.access.model.ChatListResponse;
import com.ofauth.access.model.Deviation;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.WireFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A call for one object, as the entries make it. The object is a page, which the spec has. */
final class ObjectCallTest {
  private static final String ODD = "{\"list\":[],\"hasMore\":false,\"nextOffset\":true}";

  private final SimulatedTime time = new SimulatedTime();
  private final OfAuthTestProvider provider =
      OfAuthTestProvider.builder().clock(time.clock()).chats(3).start();
  private final List<String> told = new ArrayList<>();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void givesTheValueWithTheMetadataOfItsResponse() {
    provider.faults().next(WireFault.header("X-Request-Id", "req_7"));

    OfAuthResponse<ChatListResponse> response = send(ValidationMode.TOLERANT);

    assertThat(response.value().list()).hasSize(3);
    assertThat(response.requestId()).contains("req_7");
    assertThat(response.rateLimit().orElseThrow().remaining()).isPresent();
    assertThat(response.headers()).containsKey("x-ratelimit-limit");
    assertThat(ChatListResponse.fromJson(response.rawBody())).isEqualTo(response.value());
    assertThat(response.toString()).startsWith("OfAuthResponse{ChatListResponse{");
    assertThat(provider.requests())
        .singleElement()
        .satisfies(request -> assertThat(request.header("x-connection-id")).contains("conn_test"));
  }

  @Test
  void failsAsAnyOtherCallAndIsRetriedAsAnyOther() {
    provider.faults().next(AnswerFault.error(404, "NOT_FOUND", "no such thing"));

    NotFoundException missing =
        catchThrowableOfType(NotFoundException.class, () -> send(ValidationMode.TOLERANT));
    assertThat(missing).hasMessageContaining("no such thing");
    assertThat(missing.checkpoint()).isEmpty();

    provider.faults().nextRequests(2, AnswerFault.emptyServerError());
    assertThat(send(ValidationMode.TOLERANT).value().list()).hasSize(3);
    assertThat(provider.requests()).hasSize(4);
  }

  @Test
  void tellsADeviationAndGivesTheObject() {
    provider.faults().next(AnswerFault.respond(200, "application/json", ODD));

    OfAuthResponse<ChatListResponse> response = send(ValidationMode.TOLERANT);

    assertThat(response.value().nextOffset()).isNull();
    assertThat(response.value().deviations())
        .extracting(Deviation::path)
        .containsExactly("$.nextOffset");
    assertThat(told).containsExactly("$.nextOffset");
  }

  @Test
  void tellsTheDeviationsOfTheAttemptThatCounts() {
    provider
        .faults()
        .next(AnswerFault.respond(200, "application/json", ODD.replace("true}", "true")));
    provider.faults().next(AnswerFault.respond(200, "application/json", ODD));

    send(ValidationMode.TOLERANT);

    assertThat(provider.requests()).hasSize(2);
    assertThat(told).containsExactly("$.nextOffset");
  }

  @Test
  void tellsAThousandDeviationsAtMost() {
    String list = "[" + "7,".repeat(1_050) + "7]";
    provider
        .faults()
        .next(
            AnswerFault.respond(
                200, "application/json", "{\"list\":" + list + ",\"hasMore\":false}"));

    send(ValidationMode.TOLERANT);

    assertThat(told).hasSize(1_000);
  }

  @Test
  void failsOnADeviationIfReadingIsStrict() {
    provider.faults().next(AnswerFault.respond(200, "application/json", ODD));

    assertThatThrownBy(() -> send(ValidationMode.STRICT))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("$.nextOffset");
  }

  private OfAuthResponse<ChatListResponse> send(ValidationMode mode) {
    OfAuthListener listener =
        new OfAuthListener() {
          @Override
          public void onDeviation(CallInfo call, Deviation deviation) {
            told.add(deviation.path());
          }
        };
    OfAuthClient.Builder builder = TestClients.of(provider).validationMode(mode).listener(listener);
    try (OfAuthClient client = TestClients.build(builder, time)) {
      ConnectionScope scope = client.scope(provider.connectionId(), Timeouts.DEFAULT);
      return scope.send(
          "getChats",
          ChatListResponse.class,
          scope
              .apis()
              .api(ChatsApi.class)
              .listChats(
                  scope.apis().apiKey(),
                  scope.connectionId(),
                  20,
                  0L,
                  null,
                  null,
                  null,
                  null,
                  Map.of()));
    }
  }
}
