package com.ofauth.access.internal.http;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.MalformedResponseException;
import com.ofauth.access.MalformedResponseException.Defect;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.api.FailureDetails.Retry;
import com.ofauth.access.internal.api.Interruption;
import com.ofauth.access.internal.util.Deadline;
import com.ofauth.access.internal.util.Messages;
import com.ofauth.access.internal.util.TimeSource;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** One attempt: sends, reads the whole body, and decodes it. */
final class SendLayer implements Layer {
  private static final int NO_CONTENT = 204;
  private static final int MAX_DESCRIPTION = 500;

  private final OkHttpClient http;
  private final Secrets secrets;
  private final TimeSource timeSource;

  SendLayer(OkHttpClient http, Secrets secrets, TimeSource timeSource) {
    this.http = http;
    this.secrets = secrets;
    this.timeSource = timeSource;
  }

  @Override
  public <R> ApiResponse<R> send(ApiRequest<R> request) {
    RawResponse response = exchange(request);
    if (response.status() / 100 != 2) {
      throw ErrorClassifier.of(request, response, secrets, timeSource.now());
    }
    return decode(request, response);
  }

  private RawResponse exchange(ApiRequest<?> request) {
    Deadline deadline = request.requireDeadline();
    try {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted before the request was sent");
      }
      Request once = request.http().newBuilder().tag(SendOnceTag.class, new SendOnceTag()).build();
      return InFlight.start(http.newCall(once)).await(deadline.remainingNanos());
    } catch (InterruptedException e) {
      throw Interruption.of(
          request.call(),
          request.attempt(),
          "while the answer was awaited; the request was cancelled",
          e);
    } catch (TimeoutException e) {
      throw bridge()
          .deadlineExceeded(
              request
                  .failure(
                      "No complete answer came in time: "
                          + deadline
                          + "; the request was cancelled")
                  .retry(Retry.IF_IDEMPOTENT)
                  .because(e));
    } catch (IOException e) {
      throw IoErrorClassifier.of(request, e, secrets);
    } catch (RuntimeException e) {
      // An event listener of the user's client, which OkHttp calls on this thread.
      throw bridge()
          .transport(
              request
                  .failure("The OkHttp client failed: " + secrets.redact(e.toString()))
                  .because(secrets.redact(e)));
    }
  }

  /**
   * Inside the retried part: a body that was cut short shows here, and is worth another attempt.
   */
  private <R> ApiResponse<R> decode(ApiRequest<R> request, RawResponse response) {
    if (response.truncated()) {
      throw malformed(request, response, Defect.TOO_LARGE, "a body of more than 32 MiB", null);
    }
    try {
      return new ApiResponse<>(
          request.decoder().decode(response.body()),
          response.status(),
          secrets.redact(response.headers()),
          response.body(),
          request.attempt());
    } catch (EOFException e) {
      if (response.status() == NO_CONTENT) {
        throw malformed(request, response, Defect.NOT_JSON, "no body", e);
      }
      throw bridge()
          .transport(
              failure(request, response, "The body of the answer was cut short")
                  .retry(Retry.IF_IDEMPOTENT)
                  .because(secrets.redact(e)));
    } catch (RuntimeException e) {
      // A JsonDataException, as a rule; what else a model may throw means the same.
      String what = "a body that breaks the API's contract: " + e.getMessage();
      throw malformed(request, response, Defect.CONTRACT_BROKEN, what, e);
    } catch (IOException e) {
      String what = "a body that is no JSON: " + e.getMessage();
      throw malformed(request, response, Defect.NOT_JSON, what, e);
    }
  }

  private MalformedResponseException malformed(
      ApiRequest<?> request,
      RawResponse response,
      Defect defect,
      String what,
      @Nullable Exception cause) {
    FailureDetails failure =
        failure(
            request,
            response,
            "The service reported success with "
                + Messages.oneLine(secrets.redact(what), MAX_DESCRIPTION));
    return bridge()
        .malformedResponse(
            cause == null ? failure : failure.because(secrets.redact(cause)), defect);
  }

  private FailureDetails failure(ApiRequest<?> request, RawResponse response, String what) {
    return request
        .failure(what)
        .response(
            response.status(),
            secrets.redact(response.headers()),
            secrets.redactedExcerpt(response));
  }
}
