package com.ofauth.access.internal.http;

import static com.ofauth.access.internal.api.ApiBridge.bridge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.CallInfo;
import com.ofauth.access.CallOutcome;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.internal.limits.RateLimits;
import com.ofauth.access.internal.util.SimulatedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a listener is told of the end of a call, over a network that takes two seconds. */
final class CallLayerTest {
  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

  private final SimulatedTime time = new SimulatedTime();
  private final List<CallOutcome> outcomes = new ArrayList<>();
  private final CompositeListener events =
      new CompositeListener(
          List.of(
              new OfAuthListener() {
                @Override
                public void onAttempt(CallInfo call, CallOutcome outcome) {
                  outcomes.add(outcome);
                }

                @Override
                public void onEnd(CallInfo call, CallOutcome outcome) {
                  outcomes.add(outcome);
                }
              }));

  @Test
  void tellsHowLongAnAttemptAndTheCallTook() {
    assertThat(send(null).body()).isEqualTo("fine");

    assertThat(outcomes)
        .extracting(CallOutcome::duration)
        .containsExactly(TWO_SECONDS, TWO_SECONDS);
    assertThat(outcomes).allMatch(outcome -> outcome.failure().isEmpty());
  }

  @Test
  void tellsHowLongAFailureTook() {
    OfAuthException failure = bridge().server(request().failure("down"));

    assertThatThrownBy(() -> send(failure)).isSameAs(failure);

    assertThat(outcomes)
        .extracting(CallOutcome::duration)
        .containsExactly(TWO_SECONDS, TWO_SECONDS);
    assertThat(outcomes).allMatch(outcome -> outcome.failure().orElseThrow() == failure);
  }

  @Test
  void tellsTheEndOfACallThatFailsInAWayThatNobodyExpects() {
    IllegalStateException bug = new IllegalStateException("a bug");

    assertThatThrownBy(() -> send(bug)).isSameAs(bug);

    assertThat(outcomes)
        .singleElement()
        .satisfies(
            end -> {
              assertThat(end.duration()).isEqualTo(TWO_SECONDS);
              assertThat(end.failure().orElseThrow())
                  .hasMessageContaining("The call failed unexpectedly")
                  .hasRootCause(bug);
            });
  }

  private ApiResponse<String> send(@Nullable RuntimeException failure) {
    Layer network =
        new Layer() {
          @Override
          @SuppressWarnings("unchecked")
          public <R> ApiResponse<R> send(ApiRequest<R> request) {
            time.pass(TWO_SECONDS);
            if (failure != null) {
              throw failure;
            }
            return (ApiResponse<R>) ApiResponse.of("fine");
          }
        };
    RateLimits none =
        new RateLimits("http://localhost/", "hash", RateLimitPolicy.unlimited(), events, time);
    // Calls do not begin with the time.
    time.pass(Duration.ofSeconds(7));
    return new CallLayer(
            new Lifecycle(() -> {}), events, time, new AttemptLayer(none, events, time, network))
        .send(request());
  }

  private static ApiRequest<String> request() {
    Request http = new Request.Builder().url("http://localhost/v2/access/chats").build();
    BodyDecoder<String> decoder = (json, deadline) -> json.readUtf8();
    return new ApiRequest<>("listChats", "conn_test", http, decoder, /* keepsBody= */ false);
  }
}
