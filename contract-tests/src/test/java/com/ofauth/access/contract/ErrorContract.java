package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.ofauth.access.AuthenticationException;
import com.ofauth.access.ConnectionNotFoundException;
import com.ofauth.access.InvalidRequestException;
import com.ofauth.access.NotFoundException;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.PermissionException;
import com.ofauth.access.RateLimitException;
import com.ofauth.access.ServerException;
import com.ofauth.access.SessionExpiredException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What every operation answers when it fails, in all dialects, and what the SDK throws for it. The
 * examples are those of the spec.
 */
final class ErrorContract {
  /**
   * Errors, as the SDK tells them apart. Retryable ones are retried, which is switched off here.
   */
  private static final List<Expected> ERRORS =
      List.of(
          error(400, "ErrorBadRequest", ProviderState.REFUSES, InvalidRequestException.class),
          error(
              400,
              "ErrorBadRequestOlder",
              ProviderState.REFUSES_OLDER,
              InvalidRequestException.class),
          error(
              400,
              "ErrorBadRequestMessage",
              ProviderState.REFUSES_MESSAGE,
              InvalidRequestException.class),
          error(401, "ErrorUnauthorized", ProviderState.KEY_UNKNOWN, AuthenticationException.class),
          error(
              401,
              "ErrorInvalidKeyOlder",
              ProviderState.KEY_UNKNOWN_OLDER,
              AuthenticationException.class),
          error(
              401,
              "ErrorExpiredKeyMessage",
              ProviderState.KEY_EXPIRED,
              AuthenticationException.class),
          error(
              401,
              "ErrorSessionNotProvided",
              ProviderState.NO_CONNECTION,
              ConnectionNotFoundException.class),
          error(
              401,
              "ErrorSessionExpired",
              ProviderState.SESSION_EXPIRED,
              SessionExpiredException.class),
          retryable(401, "ErrorRulesOutdated", ProviderState.RULES_OUTDATED, ServerException.class),
          error(403, "ErrorForbidden", ProviderState.NO_PERMISSION, PermissionException.class),
          error(
              403,
              "ErrorForbiddenOlder",
              ProviderState.NO_PERMISSION_OLDER,
              PermissionException.class),
          error(404, "ErrorResourceNotFound", ProviderState.NOT_FOUND, NotFoundException.class),
          error(404, "ErrorRouteNotFound", ProviderState.NO_ROUTE, NotFoundException.class),
          error(
              422,
              "ErrorUnprocessable",
              ProviderState.UNPROCESSABLE,
              InvalidRequestException.class),
          retryable(429, "ErrorRateLimit", ProviderState.BUCKET_EMPTY, RateLimitException.class),
          retryable(
              429,
              "ErrorRateLimitMessage",
              ProviderState.BUCKET_EMPTY_MESSAGE,
              RateLimitException.class),
          retryable(500, "ErrorInternal", ProviderState.FAILS, ServerException.class),
          retryable(500, "ErrorInternalOlder", ProviderState.FAILS_OLDER, ServerException.class),
          retryable(502, "ErrorProxy", ProviderState.PROXY_FAILS, ServerException.class),
          retryable(503, "ErrorNetwork", ProviderState.UNAVAILABLE, ServerException.class),
          retryable(504, "ErrorTimeout", ProviderState.TIMES_OUT, ServerException.class));

  /** A 429 can have it. */
  private static final String[] RETRY_AFTER = {"Retry-After"};

  private ErrorContract() {}

  /**
   * An error and what the SDK throws for it.
   *
   * @param example of the spec
   */
  private record Expected(
      int status,
      String example,
      ProviderState state,
      Class<? extends OfAuthException> thrown,
      boolean retryable) {}

  private static Expected error(
      int status, String example, ProviderState state, Class<? extends OfAuthException> thrown) {
    return new Expected(status, example, state, thrown, false);
  }

  private static Expected retryable(
      int status, String example, ProviderState state, Class<? extends OfAuthException> thrown) {
    return new Expected(status, example, state, thrown, true);
  }

  /**
   * The cases of one operation.
   *
   * @param call asks for a first page
   */
  static List<ContractCase> strict(String operationId, Consumer<OfAuthConnection> call) {
    List<ContractCase> cases = new ArrayList<>();
    for (Expected expected : ERRORS) {
      cases.add(
          ContractCase.of(operationId, expected.status() + " when " + expected.state().text())
              .given(expected.state())
              .apiKey(
                  expected.state().name().startsWith("KEY_UNKNOWN")
                      ? ContractCase.WRONG_API_KEY
                      : ContractCase.API_KEY)
              .connection(
                  expected.state() == ProviderState.NO_CONNECTION
                      ? ContractCase.UNKNOWN_CONNECTION
                      : ContractCase.CONNECTION)
              .answers(
                  expected.status(),
                  Shapes.error(expected.status(), expected.example()),
                  expected.status() == 429 ? Contracts.RATE_LIMIT_HEADERS : new String[0])
              .shows(expected.status() == 429 ? RETRY_AFTER : new String[0])
              .gives(connection -> throwsAs(expected, () -> call.accept(connection))));
    }
    return cases;
  }

  /** The one error that can be had of a real account without harm: that of a wrong key. */
  static ContractCase live(String operationId, Consumer<OfAuthConnection> call) {
    return ContractCase.of(operationId, "an error, typed as far as it goes")
        .given(ProviderState.KEY_UNKNOWN)
        .apiKey(ContractCase.WRONG_API_KEY)
        .answers(401, Shapes.live("ErrorResponse", everyDialect(), 0))
        .gives(
            connection ->
                assertThat(
                        catchThrowableOfType(
                            AuthenticationException.class, () -> call.accept(connection)))
                    .isNotNull());
  }

  /**
   * All properties of all dialects at once, which the SDK has to read as an unknown key as well.
   */
  static JsonNode everyDialect() {
    return Json.object()
        .put("error", "Invalid API key")
        .put("type", "UNAUTHORIZED")
        .put("requestId", "req_3pV7nL9cR2")
        .put("actionRequired", "check_key")
        .put("code", "AUTH_INVALID_KEY")
        .put("message", "Invalid API key")
        .put("details", "anything");
  }

  private static void throwsAs(Expected expected, Runnable call) {
    OfAuthException thrown = catchThrowableOfType(OfAuthException.class, call::run);
    JsonNode body = Spec.ACCESS.example(expected.example());

    assertThat(thrown).isExactlyInstanceOf(expected.thrown());
    assertThat(thrown.status()).isEqualTo(expected.status());
    assertThat(thrown.errorType()).isEqualTo(text(body, body.has("type") ? "type" : "code"));
    assertThat(thrown.requestId()).isEqualTo(text(body, "requestId"));
    assertThat(thrown.actionRequired()).isEqualTo(text(body, "actionRequired"));
    assertThat(thrown.isRetryable()).isEqualTo(expected.retryable());
    assertThat(thrown)
        .hasMessageContaining(body.path(body.has("error") ? "error" : "message").asText());
    if (thrown instanceof RateLimitException limited) {
      assertThat(limited.retryAfter()).contains(Duration.ofSeconds(12));
    }
  }

  private static Optional<String> text(JsonNode body, String name) {
    @Nullable JsonNode value = body.get(name);
    return Optional.ofNullable(value).map(JsonNode::asText);
  }
}
