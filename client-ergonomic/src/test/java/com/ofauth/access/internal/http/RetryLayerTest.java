package com.ofauth.access.internal.http;

import static com.ofauth.access.internal.api.ApiBridge.bridge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.CallInterruptedException;
import com.ofauth.access.DeadlineExceededException;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.ServerException;
import com.ofauth.access.TransportException;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.limits.RateLimits;
import com.ofauth.access.internal.util.Deadline;
import com.ofauth.access.internal.util.SimulatedTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** What retries cost the budget that all calls share, over a network that is prepared. */
final class RetryLayerTest {
  private final SimulatedTime time = new SimulatedTime();
  private final RetryBudget budget = new RetryBudget();

  /** How the next attempts fail; all others succeed. */
  private final Deque<Function<FailureDetails, OfAuthException>> failures = new ArrayDeque<>();

  private int attempts;
  private final Layer network =
      new Layer() {
        @Override
        @SuppressWarnings("unchecked")
        public <R> ApiResponse<R> send(ApiRequest<R> request) {
          attempts++;
          Function<FailureDetails, OfAuthException> failure = failures.poll();
          if (failure != null) {
            throw failure.apply(request.failure("down").retry(FailureDetails.Retry.ALWAYS));
          }
          return (ApiResponse<R>) ApiResponse.of("fine");
        }
      };

  @Test
  void aRetryAfterARefusalIsReturnedWhenTheCallSucceeds() {
    for (int call = 0; call < 300; call++) {
      failures.add(details -> bridge().rateLimit(details, null));
      failures.add(details -> bridge().rateLimit(details, null));
      send(RateLimitPolicy.unlimited());
    }

    assertThat(attempts).isEqualTo(900);
    assertThat(retriesLeft()).isEqualTo(100);
  }

  @Test
  void anyOtherRetryIsEarnedByTenCalls() {
    for (int call = 0; call < 50; call++) {
      failures.add(bridge()::server);
      send(RateLimitPolicy.unlimited());
    }
    // 1,000 less 50 retries of 10 each, and 50 successes.
    assertThat(retriesLeft()).isEqualTo(55);

    for (int call = 0; call < 20; call++) {
      send(RateLimitPolicy.unlimited());
    }
    assertThat(retriesLeft()).isEqualTo(2);
  }

  @Test
  void aRetryThatAnInterruptPreventsIsReturned() {
    for (int call = 0; call < 3; call++) {
      failures.add(bridge()::server);
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> send(RateLimitPolicy.unlimited()))
          .isInstanceOf(CallInterruptedException.class)
          .satisfies(
              e -> assertThat(e.getSuppressed()).hasExactlyElementsOfTypes(ServerException.class));
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(retriesLeft()).isEqualTo(100);
  }

  @Test
  void aRetryForWhichNoTokenComesInTimeIsReturnedAndTheFailureTold() {
    RateLimitPolicy none = RateLimitPolicy.of(1, 1);
    RateLimits limits = limits(none);
    limits.take(request().attempt(1).tokenRequest());
    failures.add(bridge()::server);

    assertThatThrownBy(() -> layer(limits).send(request()))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("not retried: A wait of ")
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .hasExactlyElementsOfTypes(DeadlineExceededException.class));
    assertThat(retriesLeft()).isEqualTo(100);
  }

  @Test
  void aRetryForWhichTheBucketFailsIsReturned() {
    RateLimitPolicy broken =
        RateLimitPolicy.defaults()
            .withBuckets(
                (connection, limits) -> {
                  throw new IllegalStateException("the cluster is down");
                });
    failures.add(bridge()::server);

    assertThatThrownBy(() -> send(broken))
        .isInstanceOf(TransportException.class)
        .satisfies(
            e -> assertThat(e.getSuppressed()).hasExactlyElementsOfTypes(ServerException.class));
    assertThat(retriesLeft()).isEqualTo(100);
  }

  private void send(RateLimitPolicy policy) {
    assertThat(layer(limits(policy)).send(request()).body()).isEqualTo("fine");
  }

  private Layer layer(RateLimits limits) {
    return new RetryLayer(
        RetryPolicy.defaults(), budget, limits, CompositeListener.NONE, time, network);
  }

  private RateLimits limits(RateLimitPolicy policy) {
    return new RateLimits("http://localhost/", "hash", policy, new OfAuthListener() {}, time);
  }

  private ApiRequest<String> request() {
    Request http = new Request.Builder().url("http://localhost/v2/access/chats").build();
    BodyDecoder<String> decoder = (json, deadline) -> json.readUtf8();
    return new ApiRequest<>("listChats", "conn_test", http, decoder, /* keepsBody= */ false)
        .within(Deadline.after(Duration.ofSeconds(20), time), Timeouts.DEFAULT);
  }

  private int retriesLeft() {
    int retries = 0;
    while (retries < 1_000 && budget.trySpend()) {
      retries++;
    }
    return retries;
  }
}
