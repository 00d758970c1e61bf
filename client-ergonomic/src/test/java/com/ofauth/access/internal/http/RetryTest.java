package com.ofauth.access.internal.http;

import static com.ofauth.access.internal.api.ApiBridge.bridge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.RateLimitException;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.ServerException;
import com.ofauth.access.TestClients;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.limits.RateLimits;
import com.ofauth.access.internal.util.Deadline;
import com.ofauth.access.internal.util.SimulatedTime;
import com.ofauth.access.internal.util.TimeSource;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.Fault;
import com.ofauth.access.testing.Framing;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.PageFault;
import com.ofauth.access.testing.RetryAfter;
import com.ofauth.access.testing.WireFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryTest {
  private final SimulatedTime time = new SimulatedTime();
  private final OfAuthTestProvider provider =
      OfAuthTestProvider.builder().clock(time.clock()).start();
  private final OfAuthClient client = client(builder -> {});

  @AfterEach
  void close() {
    client.close();
    provider.close();
  }

  static List<Fault> passing() {
    return List.of(
        WireFault.resetBeforeStatus(),
        WireFault.closeBeforeStatus(),
        WireFault.resetInBody(),
        WireFault.cutBody(Framing.CONTENT_LENGTH),
        WireFault.cutBody(Framing.CHUNKED),
        WireFault.cutBody(Framing.UNTIL_CLOSE),
        AnswerFault.rulesOutdated(),
        AnswerFault.rateLimited(RetryAfter.seconds()),
        WireFault.damagedGzip(),
        AnswerFault.htmlBadGateway(),
        AnswerFault.emptyServerError(),
        AnswerFault.error(408, "TIMEOUT", "slow"),
        AnswerFault.error(503, "UNAVAILABLE", "busy"),
        AnswerFault.error(504, "GATEWAY", "busy"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void repeatsWhatFailsInPassing(Fault fault) {
    provider.faults().next(fault);

    assertThat(client.connection().chats().list().firstPage().items()).isNotEmpty();
    assertThat(provider.requests()).hasSize(2);
  }

  @Test
  void waitsForAServiceThatRefusesConnectionsToComeBack() {
    provider.refuseConnections();
    time.at(Duration.ofMillis(1), provider::acceptConnections);

    assertThat(client.connection().chats().list().firstPage().items()).isNotEmpty();
  }

  static List<Fault> lasting() {
    return List.of(
        AnswerFault.error(400, "BAD_REQUEST", "no"),
        AnswerFault.error(401, "UNAUTHORIZED", "no"),
        AnswerFault.error(401, "SESSION_EXPIRED", "no"),
        AnswerFault.error(403, "FORBIDDEN", "no"),
        AnswerFault.error(404, "ROUTE_NOT_FOUND", "no"),
        AnswerFault.error(501, "NOT_IMPLEMENTED", "no"),
        AnswerFault.htmlSuccess(),
        AnswerFault.noContent(),
        AnswerFault.respond(200, "application/json", "{\"list\":[],\"hasMore\":maybe}"),
        PageFault.nullList());
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void doesNotRepeatWhatWouldFailAgain(Fault fault) {
    provider.faults().next(fault);

    assertThat(fail(client)).isNotNull();
    assertThat(provider.requests()).hasSize(1);
  }

  @Test
  void givesUpAfterTheLastRetryAndTellsOfThoseBefore() {
    provider.faults().always(AnswerFault.htmlBadGateway());

    OfAuthException e = fail(client);

    assertThat(provider.requests()).hasSize(5);
    assertThat(e)
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("attempt 5")
        .hasMessageContaining("all 4 retries failed");
    assertThat(e.attempts()).isEqualTo(5);
    assertThat(e.getSuppressed()).hasSize(1);
  }

  @Test
  void drawsEachDelayFromZeroToADoublingCeiling() {
    provider.faults().always(AnswerFault.emptyServerError());

    fail(client(builder -> builder.rateLimitPolicy(RateLimitPolicy.unlimited())));

    assertThat(time.sleeps()).hasSize(4);
    for (int retry = 0; retry < 4; retry++) {
      assertThat(time.sleeps().get(retry)).isLessThanOrEqualTo(Duration.ofMillis(500L << retry));
    }
  }

  @Test
  void capsTheDelayHoweverManyRetries() {
    Backoff backoff =
        Backoff.of(
            RetryPolicy.defaults().withDelays(Duration.ofMillis(500), Duration.ofSeconds(20)));

    assertThat(backoff.nanos(1, 0.999_999_999)).isLessThan(Duration.ofMillis(500).toNanos());
    assertThat(backoff.nanos(7, 0.5)).isEqualTo(Duration.ofSeconds(10).toNanos());
    assertThat(backoff.nanos(100, 0.5)).isEqualTo(Duration.ofSeconds(10).toNanos());
    assertThat(backoff.nanos(3, 0)).isZero();
  }

  @Test
  void countsDelaysWithoutLimitToo() {
    Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
    Backoff backoff =
        Backoff.of(
            RetryPolicy.defaults()
                .withDelays(Duration.ofDays(1_000_000), endless)
                .withMaxRetryAfter(endless));

    for (int retry = 1; retry <= 100; retry++) {
      assertThat(backoff.nanos(retry, 0.999)).isPositive();
    }
    assertThat(backoff.retryAfterNanos(Duration.ofSeconds(9_999_999_999L), 0.999)).isPositive();
  }

  @Test
  void waitsAsLongAsTheServiceAsks() {
    provider.faults().next(AnswerFault.rateLimited(RetryAfter.text("17")));

    client.connection().chats().list().firstPage();

    assertThat(time.elapsed()).isBetween(Duration.ofSeconds(17), Duration.ofMillis(17_500));
  }

  /** The rate limit, which makes everybody wait after a 429, has no part in it. */
  @Test
  void waitsAsLongAsAServiceThatFailsAsks() {
    provider
        .faults()
        .next(AnswerFault.error(503, "UNAVAILABLE", "busy"), WireFault.header("Retry-After", "17"));

    client.connection().chats().list().firstPage();

    assertThat(time.elapsed()).isBetween(Duration.ofSeconds(17), Duration.ofMillis(17_500));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsADateByTheClockOfTheServer(boolean limited) {
    provider.clockSkew(Duration.ofHours(-3));
    provider.faults().next(AnswerFault.rateLimited(RetryAfter.date()));
    OfAuthClient client =
        client(
            builder ->
                builder.rateLimitPolicy(
                    limited ? RateLimitPolicy.defaults() : RateLimitPolicy.unlimited()));

    client.connection().chats().list().firstPage();

    assertThat(time.elapsed()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(2_500));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-5", "0", "soon", "", "Thu, 01 Jan 1970 00:00:00 GMT", "-99999999999999999999"})
  void neverWaitsANegativeOrUnreadableTime(String retryAfter) {
    provider.faults().next(AnswerFault.rateLimited(RetryAfter.text(retryAfter)));

    client.connection().chats().list().firstPage();

    assertThat(time.elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(2));
    assertThat(time.sleeps()).allMatch(sleep -> !sleep.isNegative());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "Thu, 01 Jan 1970 00:00:00 GMT"})
  void waitsNoLessThanTheBackoffWhereTheServiceAsksForNothing(String retryAfter) {
    provider
        .faults()
        .always(
            AnswerFault.error(503, "UNAVAILABLE", "busy"),
            WireFault.header("Retry-After", retryAfter));
    SlowestTime slowest = new SlowestTime();
    OfAuthClient.Builder settings =
        TestClients.of(provider).rateLimitPolicy(RateLimitPolicy.unlimited());

    fail(TestClients.build(settings, slowest));

    assertThat(slowest.sleeps.stream().map(Duration::toMillis))
        .containsExactly(500L, 1000L, 2000L, 4000L);
  }

  /** Time in which the draw is always the longest wait. */
  private final class SlowestTime implements TimeSource {
    private final List<Duration> sleeps = new ArrayList<>();

    @Override
    public long nanoTime() {
      return time.nanoTime();
    }

    @Override
    public Instant now() {
      return time.now();
    }

    @Override
    public void sleep(long nanos) {
      sleeps.add(Duration.ofNanos(nanos));
    }

    @Override
    public double random() {
      return 1;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"31536000", "99999999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
  void capsAnAbsurdRetryAfter(String retryAfter) {
    provider.faults().next(AnswerFault.rateLimited(RetryAfter.text(retryAfter)));

    client.connection().chats().list().firstPage();

    assertThat(time.elapsed()).isBetween(Duration.ofSeconds(60), Duration.ofMillis(60_500));
  }

  @Test
  void doesNotBeginAWaitThatDoesNotFitIntoTheTimeout() {
    provider.faults().next(AnswerFault.rateLimited(RetryAfter.text("30")));

    OfAuthException e = fail(client(builder -> builder.timeout(Duration.ofSeconds(10))));

    assertThat(e)
        .isInstanceOfSatisfying(
            RateLimitException.class,
            refused -> assertThat(refused.retryAfter()).hasValue(Duration.ofSeconds(30)))
        .hasMessageContaining("not retried, since a wait of 30.")
        .hasMessageContaining("would not fit into the 10 s left of the total timeout of 10 s");
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void takesATokenForEveryAttempt() {
    provider.faults().next(AnswerFault.emptyServerError());
    OfAuthClient scarce =
        client(
            builder ->
                builder
                    .rateLimitPolicy(RateLimitPolicy.of(1, 1))
                    .retryPolicy(RetryPolicy.defaults().withDelays(Duration.ZERO, Duration.ZERO)));

    scarce.connection().chats().list().firstPage();

    assertThat(time.elapsed()).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void doesNotMultiplyAnOutage() {
    provider.faults().always(AnswerFault.emptyServerError());
    OfAuthClient many = client(builder -> builder.rateLimitPolicy(RateLimitPolicy.unlimited()));

    List<OfAuthException> failures = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      failures.add(fail(many));
    }

    assertThat(provider.requests()).hasSize(200 + 100);
    assertThat(failures.get(199)).hasMessageContaining("too many calls have failed lately");
  }

  @Test
  void takesNothingFromTheBudgetForRetriesThatAreNotMade() {
    OfAuthClient hurried =
        client(
            builder ->
                builder
                    .rateLimitPolicy(RateLimitPolicy.unlimited())
                    .timeout(Duration.ofSeconds(20)));
    provider
        .faults()
        .nextRequests(
            150,
            AnswerFault.error(503, "UNAVAILABLE", "no"),
            WireFault.header("Retry-After", "30"));
    for (int i = 0; i < 150; i++) {
      assertThat(fail(hurried)).hasMessageContaining("would not fit");
    }
    provider.faults().next(AnswerFault.emptyServerError());

    assertThat(hurried.connection().chats().list().firstPage().items()).isNotEmpty();
  }

  @Test
  void repeatsARequestThatChangesSomethingOnlyIfTheServiceHasRefusedIt() {
    assertThat(attemptsOfPost(FailureDetails.Retry.ALWAYS)).isEqualTo(5);
    assertThat(attemptsOfPost(FailureDetails.Retry.IF_IDEMPOTENT)).isEqualTo(1);
  }

  private int attemptsOfPost(FailureDetails.Retry retry) {
    FailingLayer failing = new FailingLayer(retry);
    Layer stack =
        new RetryLayer(
            RetryPolicy.defaults(),
            new RetryBudget(),
            new RateLimits(
                "http://localhost/",
                "hash",
                RateLimitPolicy.unlimited(),
                CompositeListener.NONE,
                time),
            CompositeListener.NONE,
            time,
            failing);
    ServerException failure =
        catchThrowableOfType(
            ServerException.class,
            () ->
                stack.send(
                    post().within(Deadline.after(Duration.ofMinutes(2), time), Timeouts.DEFAULT)));
    assertThat(failure.isRetryable()).isEqualTo(retry == FailureDetails.Retry.ALWAYS);
    return failing.attempts;
  }

  private static ApiRequest<String> post() {
    Request http =
        new Request.Builder()
            .url("http://localhost/v2/access/messages")
            .post(RequestBody.create(new byte[0]))
            .build();
    return new ApiRequest<>(
        "sendMessage", "conn_1", http, (json, deadline) -> json.readUtf8(), /* keepsBody= */ false);
  }

  private static final class FailingLayer implements Layer {
    private final FailureDetails.Retry retry;
    private int attempts;

    FailingLayer(FailureDetails.Retry retry) {
      this.retry = retry;
    }

    @Override
    public <R> ApiResponse<R> send(ApiRequest<R> request) {
      attempts++;
      throw bridge().server(request.failure("failed").retry(retry));
    }
  }

  private OfAuthClient client(Consumer<OfAuthClient.Builder> settings) {
    OfAuthClient.Builder builder = TestClients.of(provider);
    settings.accept(builder);
    return TestClients.build(builder, time);
  }

  private static OfAuthException fail(OfAuthClient client) {
    return catchThrowableOfType(
        OfAuthException.class, () -> client.connection().chats().list().firstPage());
  }
}
