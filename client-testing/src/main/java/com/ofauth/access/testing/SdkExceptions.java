package com.ofauth.access.testing;

import com.ofauth.access.internal.spi.Failures;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions of the SDK for fakes: those that it throws for a response or for a failed connection.
 * The SDK makes each one from the prepared response, on the way that every response takes; only the
 * network is left out. The request is to list the chats of the connection {@code conn_test},
 * without retries.
 *
 * <p>{@code ofauth-access} has to be on the class path or module path. Thread-safe.
 */
public final class SdkExceptions {
  private SdkExceptions() {}

  /**
   * Makes the exception for a response.
   *
   * @param type the exception that the test needs, for example {@code
   *     SessionExpiredException.class}
   * @param status the status of the response, 200 to 599
   * @param body the body of the response, for example {@code
   *     {"error":"…","type":"SESSION_EXPIRED"}}
   * @param <E> the type of the exception
   * @return the exception
   * @throws IllegalArgumentException if the status is out of its range, or the response raises
   *     another exception or none
   */
  public static <E extends RuntimeException> E of(Class<E> type, int status, String body) {
    return of(type, status, Map.of("Content-Type", "application/json"), body);
  }

  /**
   * Makes the exception for a response with headers.
   *
   * @param type the exception that the test needs, for example {@code RateLimitException.class}
   * @param status the status of the response, 200 to 599
   * @param headers the headers of the response, for example {@code Retry-After} or {@code
   *     X-Request-Id}
   * @param body the body of the response
   * @param <E> the type of the exception
   * @return the exception
   * @throws IllegalArgumentException if the status is out of its range, a header has characters
   *     that a header cannot, or the response raises another exception or none
   */
  public static <E extends RuntimeException> E of(
      Class<E> type, int status, Map<String, String> headers, String body) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status must be between 200 and 599: " + status);
    }
    Objects.requireNonNull(body, "body");
    return require(
        type,
        sdk().of(status, headers, body),
        "a response with status " + status + " and this body");
  }

  /**
   * Makes the exception for a connection that fails.
   *
   * @param type the exception that the test needs, for example {@code TransportException.class}
   * @param failure what the network throws, for example a {@link java.net.SocketTimeoutException}
   * @param <E> the type of the exception
   * @return the exception, with the failure as its cause
   * @throws IllegalArgumentException if the failure raises another exception
   */
  public static <E extends RuntimeException> E of(Class<E> type, IOException failure) {
    return require(type, sdk().of(Objects.requireNonNull(failure, "failure")), failure.toString());
  }

  private static <E extends RuntimeException> E require(
      Class<E> type, @Nullable RuntimeException raised, String by) {
    if (!type.isInstance(raised)) {
      throw new IllegalArgumentException(
          by
              + " raises "
              + (raised == null ? "no exception" : raised.getClass().getSimpleName())
              + ", not "
              + type.getSimpleName(),
          raised);
    }
    return type.cast(raised);
  }

  private static Failures sdk() {
    return ServiceLoader.load(Failures.class, Failures.class.getClassLoader())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "ofauth-access must be on the class path or module path: it makes the exceptions"));
  }
}
