package com.ofauth.access.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ofauth.access.OfAuthConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** All contracts, and what they share. */
final class Contracts {
  static final List<EndpointContract> ENDPOINTS =
      List.of(new ChatsContract(), new MassMessagesContract());

  static final String NEW_MEDIA_TYPE = "hologram";
  static final String[] RATE_LIMIT_HEADERS = {
    "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"
  };

  private Contracts() {}

  static List<ContractCase> strict() {
    List<ContractCase> cases = new ArrayList<>();
    Set<String> typed = new HashSet<>();
    for (ContractCase one : all(EndpointContract::strict)) {
      cases.add(one);
      // Errors of one status have the same properties: one case of them is enough.
      one.whateverIsThere()
          .filter(
              other ->
                  other.status() == 200 || typed.add(other.operation().name() + other.status()))
          .ifPresent(cases::add);
    }
    return cases;
  }

  static List<ContractCase> live() {
    return all(EndpointContract::live);
  }

  private static List<ContractCase> all(
      Function<EndpointContract, List<ContractCase>> interactions) {
    return ENDPOINTS.stream().flatMap(endpoint -> interactions.apply(endpoint).stream()).toList();
  }

  /**
   * The looks at a page of a real account.
   *
   * @param schema of the page
   * @param example a page whose first item has every field
   * @param firstPage asks for the page
   */
  static List<ContractCase> live(
      String operationId, String schema, String example, Consumer<OfAuthConnection> firstPage) {
    return live(operationId, schema, Spec.ACCESS.example(example), firstPage);
  }

  static List<ContractCase> live(
      String operationId, String schema, JsonNode example, Consumer<OfAuthConnection> firstPage) {
    List<ContractCase> cases = new ArrayList<>();
    int looks = Shapes.liveLooks(schema);
    for (int look = 0; look < looks; look++) {
      String description =
          look == looks - 1
              ? "whatever is there has its type"
              : "what is required is there, below " + look + " optional objects";
      cases.add(
          ContractCase.of(operationId, description)
              .given(ProviderState.CONNECTED)
              .answers(200, Shapes.live(schema, example, look))
              .gives(firstPage));
    }
    cases.add(ErrorContract.live(operationId, firstPage));
    return cases;
  }

  /** The items of an example page. */
  static ArrayNode listOf(String example) {
    return (ArrayNode) Spec.ACCESS.example(example).path("list");
  }

  /** A page of one item, whose first medium has a type that the spec does not know. */
  static JsonNode withNewMediaType(String example) {
    return withNewMediaType((ObjectNode) Spec.ACCESS.example(example));
  }

  /** The same, of a page or an item: what leads to the medium, and what is required. */
  static JsonNode withNewMediaType(ObjectNode page) {
    ArrayNode list = (ArrayNode) page.path("list");
    while (list.size() > 1) {
      list.remove(list.size() - 1);
    }
    ObjectNode message = list.findParent("media");
    ObjectNode item = (ObjectNode) list.get(0);
    item.retain("id", "withUser", item.has("media") ? "media" : "lastMessage");
    if (item.path("withUser") instanceof ObjectNode user) {
      user.retain("id");
    }
    message.retain("id", "media");
    ObjectNode medium = (ObjectNode) message.path("media").get(0);
    medium.retain("id", "type", "convertedToVideo", "hasError", "isReady");
    medium.put("type", NEW_MEDIA_TYPE);
    page.retain("list", "hasMore");
    return page.put("hasMore", false);
  }
}
