package com.ofauth.access;

import com.ofauth.access.testing.OfAuthTestProvider;

/** Clients for the provider. */
final class TestClients {
  private TestClients() {}

  static OfAuthClient.Builder of(OfAuthTestProvider provider) {
    return OfAuthClient.builder()
        .apiKey(provider.apiKey())
        .baseUrl(provider.baseUrl().toString())
        .connectionId(provider.connectionId());
  }

  /** A client whose waits pass in simulated time. */
  static OfAuthClient build(OfAuthClient.Builder builder, Timing timing) {
    return new OfAuthClient(builder, timing);
  }
}
