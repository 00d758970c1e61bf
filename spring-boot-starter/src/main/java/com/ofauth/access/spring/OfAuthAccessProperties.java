package com.ofauth.access.spring;

import com.ofauth.access.decoding.ValidationMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the auto-configured client. What is not set keeps the SDK's default.
 *
 * @param apiKey the organisation's API key; required
 * @param connectionId the connection of the bean of type OfAuthConnection
 * @param baseUrl the server; https, or http to a loopback address
 * @param timeout the total timeout of a call, all waits and attempts included
 * @param connectTimeout the timeout for a TCP connection
 * @param readTimeout the maximum wait for the next byte of a response
 * @param validationMode how strictly responses are read
 * @param rateLimit the rate limit of each connection
 */
@ConfigurationProperties("ofauth.access")
public record OfAuthAccessProperties(
    @Nullable String apiKey,
    @Nullable String connectionId,
    @Nullable String baseUrl,
    @Nullable Duration timeout,
    @Nullable Duration connectTimeout,
    @Nullable Duration readTimeout,
    @Nullable ValidationMode validationMode,
    @Nullable RateLimit rateLimit) {

  /**
   * A rate limit other than that of the API's default plan. Both values are needed.
   *
   * @param perMinute requests per minute, at least 1
   * @param burst requests at once, at least 1
   */
  public record RateLimit(int perMinute, int burst) {}

  /** {@return which settings there are; no text is shown, since it may be the key's} */
  @Override
  public String toString() {
    return "OfAuthAccessProperties[apiKey="
        + isSet(apiKey)
        + ", connectionId="
        + isSet(connectionId)
        + ", baseUrl="
        + isSet(baseUrl)
        + ", timeout="
        + timeout
        + ", connectTimeout="
        + connectTimeout
        + ", readTimeout="
        + readTimeout
        + ", validationMode="
        + validationMode
        + ", rateLimit="
        + rateLimit
        + "]";
  }

  private static String isSet(@Nullable String text) {
    return text == null ? "(not set)" : "(set)";
  }
}
