package com.ofauth.access.internal.http;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.DeadlineExceededException;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.RateLimitException;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.WaitReason;
import com.ofauth.access.internal.api.Interruption;
import com.ofauth.access.internal.limits.RateLimits;
import com.ofauth.access.internal.limits.RetryAfter;
import com.ofauth.access.internal.util.Messages;
import com.ofauth.access.internal.util.TimeSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Retries calls after temporary failures.
 *
 * <p>No library does this, because a library brings only the loop and its own sleep. Here each
 * attempt takes a token of the rate limit, the service can ask for a wait, the deadline can refuse
 * one, and all calls share one budget.
 */
final class RetryLayer implements Layer {
  private final int maxRetries;
  private final Backoff backoff;
  private final RetryBudget budget;
  private final RateLimits limits;
  private final CompositeListener events;
  private final TimeSource timeSource;
  private final Layer next;

  RetryLayer(
      RetryPolicy policy,
      RetryBudget budget,
      RateLimits limits,
      CompositeListener events,
      TimeSource timeSource,
      Layer next) {
    this.maxRetries = policy.maxRetries();
    this.backoff = Backoff.of(policy);
    this.budget = budget;
    this.limits = limits;
    this.events = events;
    this.timeSource = timeSource;
    this.next = next;
  }

  @Override
  public <R> ApiResponse<R> send(ApiRequest<R> request) {
    OfAuthException earlier = null;
    int refusals = 0;
    for (int attempt = 1; ; attempt++) {
      ApiRequest<R> current = request.attempt(attempt);
      try {
        ApiResponse<R> response = next.send(current);
        budget.earn(refusals);
        return response;
      } catch (OfAuthException e) {
        if (earlier != null) {
          e.addSuppressed(earlier);
        }
        prepareRetry(current, e);
        earlier = e;
        refusals += e instanceof RateLimitException ? 1 : 0;
      }
    }
  }

  /** Returns when the next attempt may begin; throws the failure, or what ended the waiting. */
  private void prepareRetry(ApiRequest<?> request, OfAuthException failure) {
    long wait = waitNanos(request, failure);
    String why = whyNot(request, failure, wait);
    if (why != null) {
      if (!why.isEmpty()) {
        bridge().failure(failure).note(why);
      }
      throw failure;
    }
    events.onRetry(request.call(), request.attempt() + 1, failure);
    pause(request, failure, wait);
  }

  /** Null for a retry; empty when the message of the failure says enough. */
  private @Nullable String whyNot(ApiRequest<?> request, OfAuthException failure, long wait) {
    if (!failure.isRetryable() || failure instanceof DeadlineExceededException) {
      return "";
    }
    if (request.attempt() > maxRetries) {
      return maxRetries == 0 ? "" : "all " + maxRetries + " retries failed";
    }
    if (!request.requireDeadline().hasRoomFor(wait)) {
      return "not retried, since a wait of "
          + Messages.seconds(wait)
          + " would not fit into the "
          + request.requireDeadline();
    }
    if (!budget.trySpend()) {
      return "not retried, since too many calls have failed lately";
    }
    return null;
  }

  private long waitNanos(ApiRequest<?> request, OfAuthException failure) {
    double random = timeSource.random();
    long wait = backoff.nanos(request.attempt(), random);
    Duration asked = RetryAfter.parse(bridge().failure(failure).rawHeaders(), timeSource.now());
    return asked == null ? wait : Math.max(wait, backoff.retryAfterNanos(asked, random));
  }

  private void pause(ApiRequest<?> request, OfAuthException failure, long wait) {
    try {
      events.onWait(request.call(), WaitReason.RETRY, Duration.ofNanos(wait));
      timeSource.sleep(wait);
      limits.take(request.tokenRequest());
    } catch (InterruptedException e) {
      budget.refund();
      OfAuthException interrupted =
          Interruption.of(request.call(), request.attempt(), "while it waited for a retry", e);
      interrupted.addSuppressed(failure);
      throw interrupted;
    } catch (DeadlineExceededException e) {
      budget.refund();
      // What ended the call is what made the retry necessary.
      bridge().failure(failure).note("not retried: " + bridge().failure(e).what());
      failure.addSuppressed(e);
      throw failure;
    } catch (OfAuthException e) {
      budget.refund();
      e.addSuppressed(failure);
      throw e;
    }
  }
}
