package com.ofauth.access.spring;

import com.ofauth.access.OfAuthClient;

/**
 * Changes the builder of the auto-configured client, after the properties were set. Each bean of
 * this type is called once, in the order of Spring.
 */
@FunctionalInterface
public interface OfAuthClientCustomizer {
  /**
   * Sets what the properties cannot: retries, an OkHttp client.
   *
   * @param builder the builder of the client
   */
  void customize(OfAuthClient.Builder builder);
}
