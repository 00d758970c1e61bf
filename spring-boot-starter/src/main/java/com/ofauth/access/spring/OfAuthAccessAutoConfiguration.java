package com.ofauth.access.spring;

import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.RateLimitPolicy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Makes an {@link OfAuthClient} of the properties {@code ofauth.access.*}, unless the program has
 * one of its own. Every bean of type {@link OfAuthListener} listens to it.
 */
@AutoConfiguration
@EnableConfigurationProperties(OfAuthAccessProperties.class)
public class OfAuthAccessAutoConfiguration {
  /** For Spring. */
  public OfAuthAccessAutoConfiguration() {}

  /**
   * The client, which is closed with the context.
   *
   * @param properties the settings
   * @param listeners the program's listeners
   * @param customizers what the program changes of the builder
   * @return the client
   * @throws IllegalStateException if there is no API key
   * @throws IllegalArgumentException if a setting is not valid; the API key is not shown
   */
  @Bean
  @ConditionalOnMissingBean
  public OfAuthClient ofAuthClient(
      OfAuthAccessProperties properties,
      ObjectProvider<OfAuthListener> listeners,
      ObjectProvider<OfAuthClientCustomizer> customizers) {
    OfAuthClient.Builder builder = OfAuthClient.builder();
    String apiKey = properties.apiKey();
    if (apiKey == null || apiKey.isEmpty()) {
      throw new IllegalStateException(
          "The API key is missing: set the property ofauth.access.api-key (in the environment"
              + " OFAUTH_ACCESS_APIKEY), or define a bean of type OfAuthClient.");
    }
    builder.apiKey(apiKey);
    if (properties.connectionId() != null) {
      builder.connectionId(properties.connectionId());
    }
    if (properties.baseUrl() != null) {
      builder.baseUrl(properties.baseUrl());
    }
    if (properties.timeout() != null) {
      builder.timeout(properties.timeout());
    }
    if (properties.connectTimeout() != null) {
      builder.connectTimeout(properties.connectTimeout());
    }
    if (properties.readTimeout() != null) {
      builder.readTimeout(properties.readTimeout());
    }
    if (properties.validationMode() != null) {
      builder.validationMode(properties.validationMode());
    }
    OfAuthAccessProperties.RateLimit rateLimit = properties.rateLimit();
    if (rateLimit != null) {
      builder.rateLimitPolicy(RateLimitPolicy.of(rateLimit.perMinute(), rateLimit.burst()));
    }
    listeners.orderedStream().forEach(builder::listener);
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    return builder.build();
  }

  /**
   * The connection of {@code ofauth.access.connection-id}.
   *
   * @param client the client
   * @return the connection
   */
  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty("ofauth.access.connection-id")
  public OfAuthConnection ofAuthConnection(OfAuthClient client) {
    return client.connection();
  }
}
