package com.ofauth.access.contract;

import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.core.model.V4Interaction;
import com.fasterxml.jackson.databind.JsonNode;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * One interaction of a pact, and what the SDK makes of it: in a given state, a request is answered
 * by a response, which the SDK gives to its user as something.
 */
final class ContractCase {
  static final String API_KEY = "sk_sandbox_pact";
  static final String WRONG_API_KEY = "sk_sandbox_wrong";
  static final String CONNECTION = "conn_pact";
  static final String UNKNOWN_CONNECTION = "conn_unknown";

  private static final String MEDIA_TYPE =
      "^[aA][pP][pP][lL][iI][cC][aA][tT][iI][oO][nN]/[jJ][sS][oO][nN][ \\t]*(;.*)?$";

  private final Operation operation;
  private final String description;
  private String path;
  private @Nullable ProviderState state;
  private String apiKey = API_KEY;
  private String connection = CONNECTION;
  private final Map<String, String> query = new LinkedHashMap<>();
  private int status;
  private @Nullable Shape body;
  private final List<String> headers = new ArrayList<>();
  private final List<String> shownHeaders = new ArrayList<>();
  private @Nullable Consumer<OfAuthConnection> check;
  private final List<ContractCase> requests = new ArrayList<>(List.of(this));

  private ContractCase(Operation operation, String description) {
    this.operation = operation;
    this.path = operation.path();
    this.description = description;
  }

  /** Begins a case for an operation, with the parameters that the SDK sends for a first page. */
  static ContractCase of(String operationId, String description) {
    Operation operation = Spec.ACCESS.operation(operationId);
    ContractCase one = new ContractCase(operation, description);
    Node paging = Nodes.get(operation.node(), "x-ofauth-paging");
    String limit = Nodes.text(paging, "limitParameter");
    if (limit != null) {
      one.query(limit, String.valueOf(Nodes.text(paging, "maxLimit")));
    }
    // A list that is paged by cursor is asked for no offset.
    String offset = Nodes.text(paging, "offsetParameter");
    return offset == null ? one : one.query(offset, "0");
  }

  ContractCase given(ProviderState state) {
    this.state = state;
    return this;
  }

  ContractCase apiKey(String apiKey) {
    this.apiKey = apiKey;
    return this;
  }

  ContractCase connection(String connection) {
    this.connection = connection;
    return this;
  }

  ContractCase query(String name, String value) {
    query.put(name, value);
    return this;
  }

  /** The value of a parameter in the path. */
  ContractCase at(String name, String value) {
    path = path.replace("{" + name + "}", value);
    return this;
  }

  /** The answer, with headers by name whose examples and types the spec has. */
  ContractCase answers(int status, Shape body, String... headers) {
    this.status = status;
    this.body = body;
    this.headers.addAll(List.of(headers));
    return this;
  }

  /** Headers that the mock server answers, and that the pact does not demand. */
  ContractCase shows(String... headers) {
    shownHeaders.addAll(List.of(headers));
    return this;
  }

  /**
   * The case that tells of what this one leaves free that it has its type, if it is there; empty if
   * nothing is left free.
   */
  Optional<ContractCase> whateverIsThere() {
    Shape shape = require(body, "answers");
    if (!shape.typed()) {
      return Optional.empty();
    }
    ContractCase typed =
        new ContractCase(operation, description + ", and whatever is there is typed");
    typed.path = path;
    typed.state = state;
    typed.apiKey = apiKey;
    typed.connection = connection;
    typed.query.putAll(query);
    typed.shownHeaders.addAll(headers);
    typed.shownHeaders.addAll(shownHeaders);
    typed.requests.addAll(0, requests.subList(0, requests.size() - 1));
    typed.check = check;
    return Optional.of(
        typed.answers(
            status, Shapes.whateverIsThere(Spec.ACCESS.responseSchema(operation, status), shape)));
  }

  /** What the SDK has to make of the answer. */
  ContractCase gives(Consumer<OfAuthConnection> check) {
    this.check = check;
    return this;
  }

  /** What the SDK asks for before, for its answer to be asked for: the page before a cursor. */
  ContractCase after(ContractCase earlier) {
    requests.add(0, earlier);
    return this;
  }

  /** All that the SDK asks for in this case, itself included. */
  List<ContractCase> requests() {
    return requests;
  }

  String description() {
    return operation.name() + ": " + description;
  }

  String apiKey() {
    return apiKey;
  }

  String connection() {
    return connection;
  }

  Consumer<OfAuthConnection> check() {
    return require(check, "gives");
  }

  Operation operation() {
    return operation;
  }

  int status() {
    return status;
  }

  /** The body that the mock server answers. */
  JsonNode shown() {
    return require(body, "answers").shown();
  }

  /** The interaction, as the pact has it. */
  V4Interaction.SynchronousHttp interaction() {
    return interaction(require(body, "answers").example(), headers);
  }

  /**
   * The interaction as the mock server plays it: it requires the very key and connection, and
   * answers the whole example, of which the pact demands a part.
   */
  V4Interaction.SynchronousHttp played() {
    V4Interaction.SynchronousHttp played =
        interaction(shown(), Stream.concat(headers.stream(), shownHeaders.stream()).toList());
    // Other clients have other keys; this one sends its own to the letter, in its place.
    played.getRequest().getMatchingRules().rulesForCategory("header").getMatchingRules().clear();
    return played;
  }

  private V4Interaction.SynchronousHttp interaction(JsonNode content, List<String> named) {
    HttpInteractionBuilder builder =
        new HttpInteractionBuilder(description(), new ArrayList<>(), new ArrayList<>())
            .reference("openapi", "operationId", operation.name())
            .withRequest(this::request)
            .willRespondWith(response -> response(response, content, named));
    if (state != null) {
      builder.state(state.text(), state.parameters());
    }
    V4Interaction.SynchronousHttp interaction = (V4Interaction.SynchronousHttp) builder.build();
    if (!content.isMissingNode()) {
      interaction
          .getResponse()
          .getMatchingRules()
          .addCategory("body")
          .getMatchingRules()
          .putAll(require(body, "answers").rules().getMatchingRules());
    }
    interaction.setTransport("http");
    return interaction;
  }

  private HttpRequestBuilder request(HttpRequestBuilder request) {
    request
        .method("GET")
        .path(path)
        .header("apiKey", Matchers.string(apiKey))
        .header("x-connection-id", Matchers.string(connection));
    query.forEach(request::queryParameter);
    return request;
  }

  private HttpResponseBuilder response(
      HttpResponseBuilder response, JsonNode content, List<String> named) {
    response.status(status);
    if (!content.isMissingNode()) {
      response
          // Media types are the same in any case.
          .header("Content-Type", Matchers.regexp(MEDIA_TYPE, "application/json"))
          .body(content.toString());
    }
    for (String name : named) {
      SpecHeader header = SpecHeader.of(Spec.ACCESS.headers(operation, status), name);
      response.header(name, Matchers.regexp(header.regex(), header.example()));
    }
    return response;
  }

  private <T> T require(@Nullable T value, String call) {
    if (value == null) {
      throw new IllegalStateException("call " + call + "(…): " + description());
    }
    return value;
  }

  @Override
  public String toString() {
    return description();
  }
}
