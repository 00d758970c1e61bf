package com.ofauth.access.contract;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationFailureType;
import au.com.dius.pact.provider.VerificationResult;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpRequest;

/**
 * Sends the request of an interaction to a provider, and has Pact compare the answer. Tells where
 * they differ and never what was there: the answer may be a real account's.
 */
final class Verification {
  private final URI baseUrl;

  Verification(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  /**
   * Verifies one interaction; nothing is wrong if the list is empty.
   *
   * @param filter changes the request before it is sent
   */
  List<String> problems(V4Interaction.SynchronousHttp interaction, Consumer<HttpRequest> filter) {
    ProviderVerifier verifier = new ProviderVerifier();
    // The reporters of Pact show values.
    verifier.setReporters(List.of());
    ProviderInfo provider = provider(filter);
    VerificationResult result =
        verifier.verifyResponseFromProvider(
            provider,
            interaction,
            interaction.getDescription(),
            new HashMap<>(),
            new ProviderClient(
                provider,
                // The default one repeats what was answered with 429 or 503.
                ignored ->
                    HttpClients.custom().disableAutomaticRetries().disableRedirectHandling().build()));
    if (!(result instanceof VerificationResult.Failed failed)) {
      return List.of();
    }
    return failed.getFailures().values().stream()
        .flatMap(List::stream)
        .map(Verification::place)
        .distinct()
        .toList();
  }

  private ProviderInfo provider(Consumer<HttpRequest> filter) {
    ProviderInfo provider = new ProviderInfo(Pacts.PROVIDER);
    provider.setProtocol(baseUrl.getScheme());
    provider.setHost(baseUrl.getHost());
    provider.setPort(baseUrl.getPort() >= 0 ? baseUrl.getPort() : defaultPort());
    provider.setPath(baseUrl.getPath().isEmpty() ? "/" : baseUrl.getPath());
    provider.setRequestFilter(filter);
    return provider;
  }

  private int defaultPort() {
    return baseUrl.getScheme().equals("https") ? 443 : 80;
  }

  private static String place(VerificationFailureType failure) {
    if (failure instanceof VerificationFailureType.MismatchFailure mismatch) {
      return place(mismatch.getMismatch());
    }
    // Messages of exceptions can quote what was received.
    Throwable cause = failure.getException();
    return "request failed: " + (cause == null ? "no answer" : cause.getClass().getSimpleName());
  }

  private static String place(Mismatch mismatch) {
    if (mismatch instanceof BodyMismatch body) {
      // The names come from the pact.
      boolean missing = body.getMismatch().startsWith("Actual map is missing the following keys");
      return "body " + body.getPath() + (missing ? ": " + body.getMismatch() : "");
    }
    if (mismatch instanceof HeaderMismatch header) {
      return "header " + header.getHeaderKey();
    }
    return mismatch.type();
  }
}
