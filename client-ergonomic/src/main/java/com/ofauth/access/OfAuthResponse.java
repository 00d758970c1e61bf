package com.ofauth.access;

import com.ofauth.access.internal.api.RateLimitHeaders;
import com.ofauth.access.internal.json.PrintableText;
import com.ofauth.access.internal.util.Preconditions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;
import okio.ByteString;

/**
 * The response of a call for one object: its value and the metadata. Immutable and thread-safe.
 *
 * @param <T> the type of the value
 */
public final class OfAuthResponse<T> {
  private final T value;
  private final Headers headers;
  private final ByteString rawBody;

  OfAuthResponse(T value, Headers headers, ByteString rawBody) {
    this.value = value;
    this.headers = headers;
    this.rawBody = rawBody;
  }

  /**
   * Makes a response for fakes in tests. It has no headers and an empty raw body.
   *
   * @param value the value
   * @param <T> the type of the value
   * @return the response
   */
  public static <T> OfAuthResponse<T> of(T value) {
    return new OfAuthResponse<>(
        Preconditions.notNull("value", value), Headers.of(), ByteString.EMPTY);
  }

  /**
   * {@return the value} What of it did not come as the API describes it is in its {@code
   * deviations()}.
   */
  public T value() {
    return value;
  }

  /**
   * {@return the request id of the service as one printable line, if the response has one; include
   * it in requests for support}
   */
  public Optional<String> requestId() {
    return Optional.ofNullable(headers.get("X-Request-Id")).map(PrintableText::of);
  }

  /**
   * {@return the rate limit of the connection as this response reports it; empty if it does not}
   */
  public Optional<RateLimitStatus> rateLimit() {
    RateLimitHeaders limits = RateLimitHeaders.parse(headers, Instant.now());
    return limits.isEmpty() ? Optional.empty() : Optional.of(new RateLimitStatus(limits));
  }

  /** {@return the headers of the response, names in lower case; unmodifiable} */
  public Map<String, List<String>> headers() {
    return headers.toMultimap();
  }

  /** {@return the unchanged body of the response, decoded as UTF-8} */
  public String rawBody() {
    return rawBody.utf8();
  }

  @Override
  public String toString() {
    return "OfAuthResponse{" + value + "}";
  }
}
