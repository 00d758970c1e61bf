package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a Pact broker that the service has kept, or broken, the live pact of a version of the SDK.
 * What goes wrong is told in one sentence.
 */
final class Broker {
  private static final String CONSUMER = "ofauth-access-java-live";
  private static final String PROVIDER = "ofauth-access-api";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final URI baseUrl;
  private final String token;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /** Makes a client of a broker. */
  Broker(URI baseUrl, String token) {
    this.baseUrl = baseUrl;
    this.token = token;
  }

  /** Something that the broker did not do; the message says what, and what to do. */
  static final class BrokerException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokerException(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Publishes a verification of the pact that a version of the SDK has published.
   *
   * @param pact the pact that was verified
   * @param consumerVersion the version of the SDK, under which its pacts were published
   * @param providerVersion the version of the service
   * @param environment of the broker, in which that version of the service is recorded
   */
  void publish(
      JsonNode pact,
      boolean success,
      String consumerVersion,
      String providerVersion,
      String environment)
      throws BrokerException {
    String path =
        "/pacts/provider/%s/consumer/%s/version/%s"
            .formatted(PROVIDER, CONSUMER, encode(consumerVersion));
    JsonNode published =
        call(
            "GET",
            resolve(path),
            null,
            "The broker has no pact of version "
                + consumerVersion
                + " of "
                + CONSUMER
                + ": publish the pacts first (mvn -f contract-tests/pom.xml pact:publish).");
    if (!published.path("interactions").equals(pact.path("interactions"))) {
      throw new BrokerException(
          "The broker has another pact of version "
              + consumerVersion
              + " than the one that was verified: verify with the kit of that version.");
    }
    String results = published.at("/_links/pb:publish-verification-results/href").asText();
    if (results.isEmpty()) {
      throw new BrokerException("The broker gives no link to publish verifications to.");
    }
    ObjectNode result =
        Json.MAPPER
            .createObjectNode()
            .put("success", success)
            .put("providerApplicationVersion", providerVersion);
    result.putObject("verifiedBy").put("implementation", "ofauth-access-contract");
    call("POST", URI.create(results), result, "The broker refused the verification.");
    if (success) {
      record(providerVersion, environment);
    }
  }

  /**
   * Whether a version of the SDK may be deployed to an environment.
   *
   * @return empty if it may; else why not, in the broker's words
   */
  Optional<String> refusal(String consumerVersion, String environment) throws BrokerException {
    String query =
        "/matrix?q%%5B%%5D%%5Bpacticipant%%5D=%s&q%%5B%%5D%%5Bversion%%5D=%s&latestby=cvp&environment=%s"
            .formatted(CONSUMER, encode(consumerVersion), encode(environment));
    JsonNode summary = call("GET", resolve(query), null, "The broker did not say.").path("summary");
    if (!summary.path("deployable").isBoolean()) {
      throw new BrokerException("The broker did not say whether the version may be deployed.");
    }
    return summary.path("deployable").asBoolean()
        ? Optional.empty()
        : Optional.of(summary.path("reason").asText("no reason given"));
  }

  private void record(String providerVersion, String environment) throws BrokerException {
    JsonNode environments =
        call("GET", resolve("/environments"), null, "The broker lists no environments.");
    String uuid = "";
    for (JsonNode one : environments.at("/_embedded/environments")) {
      uuid = one.path("name").asText().equals(environment) ? one.path("uuid").asText() : uuid;
    }
    if (uuid.isEmpty()) {
      throw new BrokerException(
          "The broker has no environment "
              + environment
              + ": create it (pact-broker create-environment --name "
              + environment
              + ").");
    }
    String path =
        "/pacticipants/%s/versions/%s/deployed-versions/environment/%s"
            .formatted(PROVIDER, encode(providerVersion), encode(uuid));
    call(
        "POST",
        resolve(path),
        Json.MAPPER.createObjectNode(),
        "The broker did not record the version in the environment " + environment + ".");
  }

  private URI resolve(String path) {
    return URI.create(baseUrl.toString().replaceFirst("/+$", "") + path);
  }

  private JsonNode call(String method, URI url, @Nullable JsonNode body, String refused)
      throws BrokerException {
    if (!baseUrl.getHost().equals(url.getHost())) {
      // The token is the broker's alone.
      throw new BrokerException("The broker links to another host.");
    }
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/hal+json, application/json")
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      int status = response.statusCode();
      if (status == 401 || status == 403) {
        throw new BrokerException(
            "The broker refused the token (" + status + "): check PACT_BROKER_TOKEN.");
      }
      if (status / 100 != 2) {
        throw new BrokerException(refused + " It answered " + status + ".");
      }
      return Json.parse(response.body());
    } catch (JsonProcessingException e) {
      throw new BrokerException("The broker did not answer in JSON: check PACT_BROKER_BASE_URL.");
    } catch (IOException e) {
      throw new BrokerException(
          "The broker is out of reach ("
              + e.getClass().getSimpleName()
              + "): check PACT_BROKER_BASE_URL.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException("The publication was interrupted.");
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
