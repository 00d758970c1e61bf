package com.ofauth.access.internal.http;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.OfAuthException;
import com.ofauth.access.internal.api.ErrorBody;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.internal.api.FailureDetails.Retry;
import com.ofauth.access.internal.limits.RetryAfter;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Maps an error response to its exception, by the status and, where the status is ambiguous, by the
 * type. No other class does so.
 */
final class ErrorClassifier {
  private static final Set<Integer> REDIRECTS = Set.of(300, 301, 302, 303, 305, 307, 308);

  private ErrorClassifier() {}

  static OfAuthException of(
      ApiRequest<?> request, RawResponse response, Secrets secrets, Instant now) {
    Answer answer = Answer.of(request, response, secrets, now);
    int status = response.status();
    String type = answer.type();
    return switch (status) {
      case 401 -> unauthorized(answer, type);
      case 403 -> permission(answer);
      case 404, 410 -> notFound(answer);
      case 407 ->
          bridge()
              .invalidRequest(
                  answer.failure("A proxy in front of the service requires credentials"));
      case 408 -> server(answer, "The service gave up waiting for the request");
      case 425 -> server(answer, "The service is not ready for the request (too early)");
      case 429 -> rateLimit(answer);
      default -> byClass(answer, status);
    };
  }

  /** The error in the body of a success, or null when there is none. */
  static @Nullable OfAuthException inSuccess(
      ApiRequest<?> request, RawResponse response, Secrets secrets, Instant now) {
    Answer answer = Answer.of(request, response, secrets, now);
    if (!answer.body.isError()) {
      return null;
    }
    String type = answer.type();
    return switch (type) {
      case "UNAUTHORIZED",
          "AUTH_INVALID_KEY",
          "AUTH_KEY_EXPIRED",
          "AUTH_INSUFFICIENT_SCOPE",
          "FORBIDDEN",
          "SESSION_EXPIRED",
          "SESSION_NOT_PROVIDED",
          "RULES_OUTDATED" ->
          unauthorized(answer, type);
      case "RATE_LIMIT_EXCEEDED" -> rateLimit(answer);
      case "RESOURCE_NOT_FOUND", "ROUTE_NOT_FOUND" -> notFound(answer);
      case "BAD_REQUEST" -> invalid(answer);
      case "" -> server(answer, "The service reported success with an error in the body");
      default ->
          bridge().server(answer.failure("The service reported success with an error in the body"));
    };
  }

  private static OfAuthException notFound(Answer answer) {
    return bridge()
        .notFound(
            answer.failure(
                "There is no such resource or route: check the ids of the call, and the base URL"));
  }

  private static OfAuthException invalid(Answer answer) {
    return bridge().invalidRequest(answer.failure("The service refuses the request"));
  }

  private static OfAuthException unauthorized(Answer answer, String type) {
    return switch (type) {
      case "SESSION_EXPIRED" ->
          bridge()
              .sessionExpired(
                  answer.failure(
                      "The creator's session has expired: reconnect the account through OFAuth Link"));
      case "SESSION_NOT_PROVIDED" ->
          bridge()
              .connectionNotFound(
                  answer.failure(
                      "The connection is unknown or has no session: check the connection id, or reconnect"
                          + " the account through OFAuth Link"));
      case "RULES_OUTDATED" ->
          server(answer, "The service is renewing its signing rules, which passes by itself");
      case "AUTH_INSUFFICIENT_SCOPE", "FORBIDDEN" -> permission(answer);
      case "AUTH_KEY_EXPIRED" ->
          bridge()
              .authentication(
                  answer.failure(
                      "The API key has expired: create a new one in the OFAuth dashboard"));
      default ->
          bridge()
              .authentication(
                  answer.failure("The API key is missing or invalid: check the key of the client"));
    };
  }

  private static OfAuthException permission(Answer answer) {
    return bridge()
        .permission(
            answer.failure(
                "A permission is missing (listing chats and mass messages needs messages:read): grant it"
                    + " to the connection"));
  }

  private static OfAuthException rateLimit(Answer answer) {
    return bridge()
        .rateLimit(
            answer.failure("The connection's rate limit is used up").retry(Retry.ALWAYS),
            RetryAfter.parse(answer.response.headers(), answer.now));
  }

  private static OfAuthException server(Answer answer, String what) {
    return bridge().server(answer.failure(what).retry(Retry.IF_IDEMPOTENT));
  }

  private static OfAuthException byClass(Answer answer, int status) {
    if (REDIRECTS.contains(status)) {
      return bridge()
          .redirect(
              answer.failure(
                  "The service redirects"
                      + target(answer)
                      + ", which is not followed, since the API key would go with it: check the base"
                      + " URL"));
    }
    return switch (status / 100) {
      case 4 -> invalid(answer);
      case 5 -> serverFailed(answer, status);
      default ->
          bridge()
              .invalidRequest(
                  answer.failure("The service answered with a status that has no meaning here"));
    };
  }

  private static OfAuthException serverFailed(Answer answer, int status) {
    return switch (status) {
      case 500, 502, 503, 504, 520, 521, 522, 523, 524, 530 ->
          server(answer, "The service, or something in front of it, failed");
      default -> bridge().server(answer.failure("The service can't handle the request"));
    };
  }

  /** Only the host of a {@code Location}; the rest may hold a secret. */
  private static String target(Answer answer) {
    String location = answer.response.headers().get("Location");
    HttpUrl url = location == null ? null : answer.request.http().url().resolve(location);
    return url == null ? "" : " to " + answer.secrets.foreign(url.host());
  }

  private record Answer(
      ApiRequest<?> request,
      RawResponse response,
      Secrets secrets,
      String head,
      ErrorBody body,
      Instant now) {

    static Answer of(ApiRequest<?> request, RawResponse response, Secrets secrets, Instant now) {
      // Redacted before anything is read from it, and after: a service may quote the key in an
      // error, and escape what it quotes.
      String head = secrets.redactedExcerpt(response);
      ErrorBody body = ErrorBody.parse(head, secrets::foreign);
      return new Answer(request, response, secrets, head, body, now);
    }

    String type() {
      return Objects.requireNonNullElse(body.type(), "");
    }

    FailureDetails failure(String what) {
      return request
          .failure(what)
          .response(response.status(), secrets.redact(response.headers()), head)
          .says(body);
    }
  }
}
