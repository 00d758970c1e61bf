package com.ofauth.access.contract;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.StatusMismatch;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderResponse;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationFailureType;
import au.com.dius.pact.provider.VerificationResult;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.ofauth.access.build.spec.Header;
import com.ofauth.access.contract.kit.KitAccess;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.jspecify.annotations.Nullable;

/**
 * Sends the request of an interaction to a provider, has Pact compare the answer, and holds the
 * headers against the spec. Tells where they differ and never what was there.
 */
final class Verification {
  private final URI baseUrl;

  Verification(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  /**
   * Verifies one interaction.
   *
   * @return where the answer differs; empty if it does not
   */
  List<String> verify(V4Interaction.SynchronousHttp interaction) {
    ProviderVerifier verifier = new ProviderVerifier();
    // The reporters of Pact show values.
    verifier.setReporters(List.of());
    ProviderInfo provider = provider();
    Client client = new Client(provider, interaction);
    VerificationResult result =
        verifier.verifyResponseFromProvider(
            provider, interaction, interaction.getDescription(), new HashMap<>(), client);

    List<String> problems = new ArrayList<>();
    if (result instanceof VerificationResult.Failed failed) {
      failed.getFailures().values().stream()
          .flatMap(List::stream)
          .map(Verification::place)
          .distinct()
          .forEach(problems::add);
    }
    Map<String, Header> headers =
        Spec.ACCESS.headers(
            Interactions.operation(interaction), interaction.getResponse().getStatus());
    SpecHeader.illegal(headers, client.headers)
        .forEach(name -> problems.add("header " + name + ": not as the spec has it"));
    return problems;
  }

  /** Whether a real account may answer, whose data nobody knows. */
  private static boolean isLive(V4Interaction.SynchronousHttp interaction) {
    return Interactions.state(interaction) == ProviderState.CONNECTED;
  }

  private ProviderInfo provider() {
    ProviderInfo provider = new ProviderInfo(Pacts.PROVIDER);
    provider.setProtocol(baseUrl.getScheme());
    provider.setHost(baseUrl.getHost());
    provider.setPort(baseUrl.getPort() >= 0 ? baseUrl.getPort() : defaultPort());
    provider.setPath(baseUrl.getPath().isEmpty() ? "/" : baseUrl.getPath());
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
    if (mismatch instanceof StatusMismatch status) {
      return "status " + status.getActual() + " instead of " + status.getExpected();
    }
    return mismatch.type();
  }

  /** Sees the headers of the answer. */
  private static final class Client extends ProviderClient {
    private final V4Interaction.SynchronousHttp interaction;
    private Map<String, List<String>> headers = Map.of();

    Client(ProviderInfo provider, V4Interaction.SynchronousHttp interaction) {
      super(
          provider,
          // The default one repeats what was answered with 429 or 503.
          ignored ->
              HttpClients.custom().disableAutomaticRetries().disableRedirectHandling().build());
      this.interaction = interaction;
    }

    @Override
    public ProviderResponse makeRequest(IRequest request) {
      ProviderResponse response = super.makeRequest(request);
      headers = Objects.requireNonNullElse(response.getHeaders(), Map.of());
      OptionalBody sent = response.getBody();
      JsonNode json = json(sent);
      // The strict pact knows its data, null among it.
      return isLive(interaction) && json.isObject()
          ? withBody(
              response, KitAccess.withoutNullContainers(Interactions.schema(interaction), json))
          : response;
    }

    private static ProviderResponse withBody(ProviderResponse response, JsonNode body) {
      return new ProviderResponse(
          response.getStatusCode(),
          response.getHeaders(),
          response.getContentType(),
          OptionalBody.body(
              body.toString().getBytes(StandardCharsets.UTF_8), response.getContentType()));
    }

    private static JsonNode json(@Nullable OptionalBody body) {
      try {
        return body == null ? MissingNode.getInstance() : Json.parse(body.valueAsString());
      } catch (IllegalArgumentException e) {
        return MissingNode.getInstance();
      }
    }
  }
}
