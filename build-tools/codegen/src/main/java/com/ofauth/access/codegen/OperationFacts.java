package com.ofauth.access.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenSecurity;
import org.openapitools.codegen.DefaultCodegen;
import org.openapitools.codegen.utils.ModelUtils;

/** What the templates need to know of an operation: its names, its types, what it sends. */
final class OperationFacts {
  /** The mark in the document on an operation whose method has another name than its id. */
  private static final String NAME = "x-ofauth-name";

  private static final Map<String, String> HEADERS_OF_LIST =
      Map.of("apiKey", "apis.apiKey()", "x-connection-id", "connectionId");
  private static final Map<String, String> HEADERS_OF_OBJECT =
      Map.of(
          "apiKey", "this.scope.apis().apiKey()", "x-connection-id", "this.scope.connectionId()");

  private final DefaultCodegen config;
  private final CodegenOperation operation;
  private final String call;
  private final @Nullable PagingFacts paging;
  private final List<Sent> sent = new ArrayList<>();

  /** A parameter, and what sets it: the walk, or else a user. */
  private record Sent(@Nullable String position, ParameterFacts facts) {}

  OperationFacts(
      DefaultCodegen config, OpenAPI document, Operation source, CodegenOperation operation) {
    this.config = config;
    this.operation = operation;
    // Retrofit's flavour of the generator later removes the slash at the beginning.
    this.call = operation.httpMethod + " " + operation.path;
    Schema<?> response = ModelUtils.getSchema(document, operation.returnType);
    this.paging =
        PagingFacts.isPaged(source) ? new PagingFacts(config, document, source, response) : null;
    for (CodegenParameter parameter : operation.allParams) {
      Parameter declared =
          source.getParameters().stream()
              .map(one -> ModelUtils.getReferencedParameter(document, one))
              .filter(one -> one.getName().equals(parameter.baseName))
              .findFirst()
              .orElseThrow();
      ParameterFacts facts = new ParameterFacts(config, parameter, declared.getSchema(), owner());
      sent.add(new Sent(paging == null ? null : paging.position(parameter.baseName), facts));
    }
  }

  boolean isPaged() {
    return paging != null;
  }

  /** What the operation's types are named after. */
  private String owner() {
    String response = operation.returnType;
    if (paging == null) {
      return operation.operationId.substring(0, 1).toUpperCase(Locale.ROOT)
          + operation.operationId.substring(1);
    }
    return response.substring(0, response.length() - "ListResponse".length());
  }

  String queryName() {
    return owner() + "ListQuery";
  }

  private List<ParameterFacts> setByUsers() {
    return sent.stream().filter(one -> one.position() == null).map(Sent::facts).toList();
  }

  private List<Map<String, Object>> parameters(boolean required) {
    return setByUsers().stream()
        .filter(one -> one.isRequired() == required)
        .map(ParameterFacts::ofParameter)
        .toList();
  }

  /** The facts of each enum by its name. */
  Map<String, Map<String, Object>> enums() {
    Map<String, Map<String, Object>> enums = new HashMap<>();
    for (ParameterFacts parameter : setByUsers()) {
      Map<String, Object> facts = parameter.ofEnum();
      if (facts != null) {
        facts.put("call", call);
        enums.put(parameter.type(), facts);
      }
    }
    return enums;
  }

  Map<String, Object> ofQuery() {
    PagingFacts facts = Objects.requireNonNull(paging);
    Map<String, Object> query = new HashMap<>();
    query.put("name", queryName());
    query.put("call", call);
    query.put("wireNames", wireNames());
    query.put("required", parameters(true));
    query.put("optional", parameters(false));
    query.put("parameters", setByUsers().stream().map(ParameterFacts::ofParameter).toList());
    if (parameters(true).isEmpty()) {
      query.putAll(all(facts));
    }
    query.put("refuses", refuses());
    return query;
  }

  /** The query parameters that are set by methods; those in the path can't be added by name. */
  private List<String> wireNames() {
    return sent.stream()
        .map(Sent::facts)
        .filter(facts -> !facts.isInPath())
        .map(ParameterFacts::wireName)
        .toList();
  }

  /** Whether a parameter that has to be given has limits. */
  private boolean refuses() {
    return parameters(true).stream().anyMatch(one -> Boolean.TRUE.equals(one.get("checks")));
  }

  /** The query that leaves nothing out. */
  private static Map<String, Object> all(PagingFacts facts) {
    String method = facts.text("allName");
    String name = method == null ? "all" : method;
    String words = facts.text("all");
    return Map.of(
        "all",
        true,
        "allMethod",
        name,
        "allConstant",
        name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT),
        "allWords",
        JavadocText.escape(words == null ? "the whole list" : words));
  }

  Map<String, Object> ofOperation() {
    Map<String, Object> facts = new HashMap<>();
    facts.put("operationId", operation.operationId);
    facts.put(
        "constant", operation.operationId.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
    facts.put("method", operation.vendorExtensions.getOrDefault(NAME, operation.operationId));
    facts.put("description", JavadocText.escape(Objects.requireNonNull(operation.unescapedNotes)));
    facts.put("deprecated", operation.isDeprecated);
    facts.put("response", operation.returnType);
    facts.put("api", config.sanitizeTag(operation.tags.get(0).getName()) + "Api");
    facts.put("arguments", arguments());
    facts.put("refuses", refuses());
    facts.put("parameters", setByUsers().stream().map(ParameterFacts::ofParameter).toList());
    if (paging != null) {
      list(facts, paging);
    }
    return facts;
  }

  /** The models that the entry mentions. */
  List<String> imports() {
    List<String> imports = new ArrayList<>();
    imports.add(config.modelPackage() + "." + operation.returnType);
    if (paging != null) {
      imports.add(config.modelPackage() + "." + paging.itemType());
    }
    return imports;
  }

  /** The arguments of the Retrofit method, but for the additional query parameters. */
  private List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    for (CodegenSecurity secret : operation.authMethods) {
      arguments.add((isPaged() ? HEADERS_OF_LIST : HEADERS_OF_OBJECT).get(secret.keyParamName));
    }
    for (Sent one : sent) {
      String position = one.position();
      String set = isPaged() ? one.facts().sentOf("query") : one.facts().sentDirectly();
      arguments.add(position == null ? set : position);
    }
    return arguments;
  }

  private void list(Map<String, Object> facts, PagingFacts list) {
    facts.put("query", queryName());
    facts.put("item", list.itemType());
    facts.put("next", list.next());
    facts.put("key", list.key());
    facts.put("keyPath", list.path("itemKey"));
    facts.put("version", list.version());
    facts.put("versionPath", list.path("itemVersion"));
    facts.put(
        "comparedBy", list.paths("comparedBy").stream().map(path -> Map.of("path", path)).toList());
    facts.put("reorder", reorder(list));
    if (parameters(true).isEmpty()) {
      facts.putAll(all(list));
    }
    String changes = list.text("changes");
    if (changes != null) {
      Map<String, Object> feed =
          new HashMap<>(Map.of("words", JavadocText.escape(changes), "same", same()));
      String compares = list.text("compares");
      if (compares != null) {
        feed.put("compares", JavadocText.escape(compares));
      }
      facts.put("changes", feed);
    }
  }

  /** Where activity moves an item, given the query. */
  private String reorder(PagingFacts list) {
    if (list.isByCursor()) {
      return "ReorderDirection.NONE";
    }
    String always = direction(Objects.requireNonNull(list.text("activityMovesTo")));
    String tail = list.text("activityMovesToTail");
    if (tail == null) {
      return always;
    }
    String[] condition = tail.split("=", 2);
    ParameterFacts order =
        setByUsers().stream()
            .filter(one -> one.wireName().equals(condition[0]))
            .findFirst()
            .orElseThrow();
    return order.equals("query", condition[1]) + " ? " + direction("tail") + " : " + always;
  }

  private static String direction(String end) {
    return "ReorderDirection.TO_" + end.toUpperCase(Locale.ROOT);
  }

  /** The queries that say by values what the query without any means: defaults of the API. */
  private List<String> same() {
    List<String> same = new ArrayList<>(List.of(""));
    for (ParameterFacts parameter : setByUsers()) {
      String setting = parameter.settingOfDefault();
      if (setting != null) {
        List<String> more = same.stream().map(settings -> settings + setting).toList();
        same.addAll(more);
      }
    }
    return same.subList(1, same.size());
  }
}
