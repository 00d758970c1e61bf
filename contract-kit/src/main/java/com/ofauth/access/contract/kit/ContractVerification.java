package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Verifies that a provider keeps the contract of the OFAuth Access API. Immutable; each {@code
 * verify} sends its requests anew, one after the other.
 *
 * <p>{@link #live} looks at whatever data the provider has, with an API key and a connection of
 * yours: an account of the service, or a mock. {@link #strict} puts a provider into states and
 * demands what each implies.
 */
public final class ContractVerification {
  /** The API key of the requests of the strict contract. */
  public static final String STRICT_API_KEY = "sk_sandbox_pact";

  /** The connection id of the requests of the strict contract. */
  public static final String STRICT_CONNECTION_ID = "conn_pact";

  static final String LIVE_PACT = "ofauth-access-java-live-ofauth-access-api.json";
  static final String STRICT_PACT = "ofauth-access-java-ofauth-access-api.json";

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final URI baseUrl;
  private final Waiting waiting;
  private final List<Interaction> interactions;
  private final How how;

  /** Runs the interactions of one of the pacts. */
  @FunctionalInterface
  private interface How {
    ContractReport verify(Caller caller, List<Interaction> interactions);
  }

  private ContractVerification(
      URI baseUrl, Waiting waiting, List<Interaction> interactions, How how) {
    this.baseUrl = baseUrl;
    this.waiting = waiting;
    this.interactions = interactions;
    this.how = how;
  }

  /**
   * Verifies with the data that the provider has.
   *
   * @param baseUrl of the provider, https unless it is on loopback
   * @param apiKey is sent to the provider, and told nowhere
   * @param connectionId of the account whose data are looked at
   * @return the verification, which has sent nothing yet
   * @throws IllegalArgumentException if the URL is none of these, or a credential is empty
   */
  public static ContractVerification live(URI baseUrl, String apiKey, String connectionId) {
    require(!apiKey.isEmpty(), "apiKey must not be empty");
    require(!connectionId.isEmpty(), "connectionId must not be empty");
    return new ContractVerification(
        checked(baseUrl),
        Waiting.REAL,
        Interaction.of(Json.resource(LIVE_PACT)),
        (caller, interactions) ->
            new LiveVerification(Spec.bundled(), caller, apiKey, connectionId)
                .verify(interactions));
  }

  /**
   * Verifies a provider that can be put into states. Its valid key is {@link #STRICT_API_KEY}, its
   * connection {@link #STRICT_CONNECTION_ID}.
   *
   * @param baseUrl of the provider, https unless it is on loopback
   * @param states puts the provider into states
   * @return the verification, which has sent nothing yet
   * @throws IllegalArgumentException if the URL is none of these
   */
  public static ContractVerification strict(URI baseUrl, StateHandler states) {
    Objects.requireNonNull(states, "states");
    return new ContractVerification(
        checked(baseUrl),
        Waiting.REAL,
        Interaction.of(Json.resource(STRICT_PACT)),
        (caller, interactions) ->
            new StrictVerification(Spec.bundled(), caller, states).verify(interactions));
  }

  /**
   * Verifies a provider whose states another process sets up.
   *
   * @param baseUrl of the provider, https unless it is on loopback
   * @param stateUrl gets a POST with a JSON object for each state: {@code state}, {@code params},
   *     and {@code action}, which is {@code setup}; any status but 2xx says that there is no such
   *     state
   * @return the verification, which has sent nothing yet
   * @throws IllegalArgumentException if a URL is none of these
   */
  public static ContractVerification strict(URI baseUrl, URI stateUrl) {
    checked(stateUrl);
    Caller caller = new Caller(stateUrl, Waiting.REAL);
    return strict(
        baseUrl,
        (state, parameters) -> {
          JsonNode body =
              Json.MAPPER
                  .createObjectNode()
                  .put("action", "setup")
                  .put("state", state)
                  .set("params", Json.MAPPER.valueToTree(parameters));
          Answer answer = caller.post(stateUrl, body.toString());
          if (answer.status() / 100 != 2) {
            throw NotVerifiedException.one(
                "The state was not set up: its handler answered " + answer.status() + ".");
          }
        });
  }

  /**
   * {@return a verification of some operations alone}
   *
   * @param operationIds of the OpenAPI document, such as {@code listChats}
   * @throws IllegalArgumentException if the contract has no such operation
   */
  public ContractVerification only(Set<String> operationIds) {
    for (String id : operationIds) {
      require(
          interactions.stream().anyMatch(one -> one.operationId().equals(id)),
          "the contract has no operation " + id);
    }
    List<Interaction> some =
        interactions.stream().filter(one -> operationIds.contains(one.operationId())).toList();
    return new ContractVerification(baseUrl, waiting, some, how);
  }

  /** The same, with another pact than that of the jar. */
  ContractVerification pact(JsonNode pact) {
    return new ContractVerification(baseUrl, waiting, Interaction.of(pact), how);
  }

  /** The same, with other waits. */
  ContractVerification waiting(Waiting other) {
    return new ContractVerification(baseUrl, other, interactions, how);
  }

  /** {@return what was found} */
  public ContractReport verify() {
    return how.verify(new Caller(baseUrl, waiting), interactions);
  }

  private static URI checked(URI url) {
    boolean cleartext = !"https".equals(url.getScheme());
    boolean usable =
        url.getHost() != null
            && url.getRawUserInfo() == null
            && url.getRawQuery() == null
            && url.getRawFragment() == null
            && (!cleartext || ("http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost())));
    require(
        usable,
        "a base URL must be an https URL, or an http URL of loopback, without user, query and fragment");
    return url;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
