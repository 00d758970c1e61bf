package com.ofauth.access.internal.http;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.DeadlineExceededException;
import com.ofauth.access.MalformedResponseException;
import com.ofauth.access.MalformedResponseException.Defect;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.TransportException;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.api.FailureDetails.Retry;
import com.ofauth.access.internal.api.Interruption;
import com.ofauth.access.internal.json.PrintableText;
import com.ofauth.access.internal.util.Deadline;
import com.ofauth.access.internal.util.DeadlinePassedException;
import com.ofauth.access.internal.util.TimeSource;
import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Call;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** One attempt: sends, reads the whole body, and decodes it. */
final class SendLayer implements Layer {
  private static final int NO_CONTENT = 204;

  /** OkHttp's words when it discards a response of that status, headers included. */
  private static final Pattern BODY_OF_NO_CONTENT =
      Pattern.compile("HTTP (204|205) had non-zero Content-Length");

  private static final int MAX_SHOWN = 60;
  private static final int MAX_SHOWN_OF_JSON = 12;

  private final HttpTransport http;
  private final Secrets secrets;
  private final TimeSource timeSource;

  SendLayer(HttpTransport http, Secrets secrets, TimeSource timeSource) {
    this.http = http;
    this.secrets = secrets;
    this.timeSource = timeSource;
  }

  @Override
  public <R> ApiResponse<R> send(ApiRequest<R> request) {
    RawResponse response = exchange(request);
    if (!response.isSuccessful()) {
      throw ErrorClassifier.of(request, response, secrets, timeSource.now());
    }
    return decode(request, response);
  }

  /** Returns the whole response, or the part of an error that was read before the deadline. */
  private RawResponse exchange(ApiRequest<?> request) {
    Deadline deadline = request.requireDeadline();
    AtomicReference<@Nullable RawResponse> soFar = new AtomicReference<>();
    try {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted before the request was sent");
      }
      Call call = http.client().newCall(SendOnceTag.tagged(request.http()));
      return http.exchange().send(call, deadline.remainingNanos(), soFar::set);
    } catch (InterruptedException e) {
      throw Interruption.of(
          request.call(),
          request.attempt(),
          "while it waited for the response; the request was cancelled",
          e);
    } catch (TimeoutException e) {
      RawResponse received = soFar.get();
      if (received != null && !received.isSuccessful()) {
        return received;
      }
      throw tooLate(
          request,
          received,
          "The response was not complete in time: %s; the request was cancelled",
          e);
    } catch (IOException e) {
      Matcher noContent = BODY_OF_NO_CONTENT.matcher(String.valueOf(e.getMessage()));
      if (noContent.lookingAt()) {
        return RawResponse.noContent(Integer.parseInt(noContent.group(1)));
      }
      throw fail(request, soFar.get(), SendOnceTag.unwrap(e));
    } catch (RuntimeException e) {
      // An event listener of the user's client, which OkHttp calls on this thread.
      throw bridge()
          .transport(
              request
                  .failure("The OkHttp client failed: " + secrets.foreign(e.toString()))
                  .because(secrets.clean(e)));
    }
  }

  private TransportException fail(
      ApiRequest<?> request, @Nullable RawResponse received, IOException e) {
    return bridge()
        .transport(
            failure(request, received, IoErrorClassifier.describe(e, secrets))
                .retry(IoErrorClassifier.retry(e))
                .because(secrets.clean(e)));
  }

  private DeadlineExceededException tooLate(
      ApiRequest<?> request, @Nullable RawResponse received, String what, Exception e) {
    return bridge()
        .deadlineExceeded(
            failure(request, received, String.format(what, request.requireDeadline()))
                .retry(Retry.IF_IDEMPOTENT)
                .because(e));
  }

  /**
   * Decodes inside the retried part, because a body that was cut short shows here and is retried.
   */
  private <R> ApiResponse<R> decode(ApiRequest<R> request, RawResponse response) {
    if (response.truncated()) {
      String what = "a body of more than " + (RawResponse.MAX_BODY >> 20) + " MiB";
      throw malformed(request, response, Defect.TOO_LARGE, what, null);
    }
    ByteString raw = request.keepsBody() ? response.snapshot() : null;
    Buffer json = response.json();
    if (json.exhausted()) {
      throw empty(request, response);
    }
    try {
      return new ApiResponse<>(
          request.decoder().decode(json, request.requireDeadline()),
          response.status(),
          secrets.redact(response.headers()),
          raw,
          request.attempt());
    } catch (DeadlinePassedException e) {
      throw tooLate(
          request, response, "The total timeout expired while the response was decoded: %s", e);
    } catch (EOFException e) {
      throw bridge()
          .transport(
              failure(request, response, "The response body was cut short")
                  .retry(Retry.IF_IDEMPOTENT)
                  .because(secrets.clean(e)));
    } catch (RuntimeException e) {
      // A JsonDataException, as a rule; what else a model may throw means the same.
      OfAuthException told =
          ErrorClassifier.inSuccess(request, response, secrets, timeSource.now());
      if (told != null) {
        throw told;
      }
      String what = "a body that breaks the API's contract: " + e.getMessage();
      throw malformed(request, response, Defect.CONTRACT_BROKEN, what, e);
    } catch (IOException e) {
      throw malformed(request, response, Defect.NOT_JSON, notJson(response, e), e);
    }
  }

  /** Only where the end is declared is it certain that nothing was to come. */
  private OfAuthException empty(ApiRequest<?> request, RawResponse response) {
    if (response.status() == NO_CONTENT || response.declaresEnd()) {
      return malformed(request, response, Defect.NOT_JSON, "an empty body", null);
    }
    return bridge()
        .transport(
            failure(request, response, "The service reported success with an empty body")
                .retry(Retry.IF_IDEMPOTENT));
  }

  /**
   * Of what begins like JSON, which holds data of customers, only the first characters are shown.
   */
  private String notJson(RawResponse response, IOException e) {
    // Without the key before it is cut, since a part of a key would not be found.
    String text = secrets.redactedExcerpt(response).strip();
    boolean likeJson = text.startsWith("{") || text.startsWith("[");
    int shown = Math.min(text.length(), likeJson ? MAX_SHOWN_OF_JSON : MAX_SHOWN);
    return "a body that is no JSON (content type "
        + Objects.requireNonNullElse(response.headers().get("Content-Type"), "not given")
        + ", content encoding "
        + Objects.requireNonNullElse(response.headers().get("Content-Encoding"), "none")
        + "), which begins with \""
        + PrintableText.of(text.substring(0, shown))
        + (likeJson ? "\": " + e.getMessage() : "\"; check the base URL, and proxies on the way");
  }

  private MalformedResponseException malformed(
      ApiRequest<?> request,
      RawResponse response,
      Defect defect,
      String what,
      @Nullable Exception cause) {
    FailureDetails failure =
        failure(request, response, "The service reported success with " + secrets.foreign(what));
    return bridge()
        .malformedResponse(cause == null ? failure : failure.because(secrets.clean(cause)), defect);
  }

  private FailureDetails failure(
      ApiRequest<?> request, @Nullable RawResponse response, String what) {
    FailureDetails failure = request.failure(what);
    return response == null
        ? failure
        : failure.response(
            response.status(),
            secrets.redact(response.headers()),
            secrets.redactedExcerpt(response));
  }
}
