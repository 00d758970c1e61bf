package com.ofauth.access.contract;

import au.com.dius.pact.core.model.V4Interaction;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.HttpRequest;

/** Verifies the live pact with the account that an environment names. */
final class LiveVerification {
  static final String API_KEY = "OFAUTH_API_KEY";
  static final String CONNECTION_ID = "OFAUTH_CONNECTION_ID";
  static final String BASE_URL = "OFAUTH_BASE_URL";
  static final String NOT_VERIFIED =
      "The live pact was not verified: set %s and %s (and %s for another server than %s)."
          .formatted(API_KEY, CONNECTION_ID, BASE_URL, server());

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final Verification verification;
  private final String apiKey;
  private final String connection;

  private LiveVerification(URI baseUrl, String apiKey, String connection) {
    this.verification = new Verification(baseUrl);
    this.apiKey = apiKey;
    this.connection = connection;
  }

  /** Empty if the environment lacks the credentials. */
  static Optional<LiveVerification> of(Map<String, String> environment) {
    String apiKey = environment.getOrDefault(API_KEY, "");
    String connection = environment.getOrDefault(CONNECTION_ID, "");
    if (apiKey.isEmpty() || connection.isEmpty()) {
      return Optional.empty();
    }
    String given = environment.getOrDefault(BASE_URL, "");
    URI baseUrl = URI.create(given.isEmpty() ? server() : given);
    boolean cleartext = !"https".equals(baseUrl.getScheme());
    if (baseUrl.getHost() == null || (cleartext && !LOOPBACK.contains(baseUrl.getHost()))) {
      throw new IllegalArgumentException(
          BASE_URL + " must be an https URL, or one of loopback: " + baseUrl);
    }
    return Optional.of(new LiveVerification(baseUrl, apiKey, connection));
  }

  static List<V4Interaction.SynchronousHttp> interactions() {
    return Pacts.LIVE.committed();
  }

  Verification.Result verify(V4Interaction.SynchronousHttp interaction) {
    return verification.verify(interaction, request -> sign(request, interaction));
  }

  private void sign(HttpRequest request, V4Interaction.SynchronousHttp interaction) {
    // What asks for an error has a wrong key of its own.
    if (Interactions.state(interaction) != ProviderState.KEY_UNKNOWN) {
      request.setHeader("apiKey", apiKey);
    }
    request.setHeader("x-connection-id", connection);
  }

  private static String server() {
    return Spec.ACCESS.json().at("/servers/0/url").asText();
  }
}
