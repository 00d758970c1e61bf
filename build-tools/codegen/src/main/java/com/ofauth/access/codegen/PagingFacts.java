package com.ofauth.access.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.DefaultCodegen;
import org.openapitools.codegen.utils.ModelUtils;

/** What {@code x-ofauth-paging} says of an operation, in terms of Java. */
final class PagingFacts {
  private static final String MARK = "x-ofauth-paging";

  private final DefaultCodegen config;
  private final Schemas schemas;
  private final Schema<?> page;
  private final Map<String, Object> marks;

  /**
   * Facts of one paged operation.
   *
   * @param page the schema of its response
   */
  @SuppressWarnings("unchecked") // as the lint has checked
  PagingFacts(DefaultCodegen config, OpenAPI document, Operation operation, Schema<?> page) {
    this.config = config;
    this.schemas = new Schemas(document);
    this.page = page;
    this.marks = (Map<String, Object>) Objects.requireNonNull(operation.getExtensions().get(MARK));
  }

  static boolean isPaged(Operation operation) {
    return operation.getExtensions() != null && operation.getExtensions().containsKey(MARK);
  }

  /** The largest page of any list, which is the same for all. */
  static int maxLimit(OpenAPI document) {
    return document.getPaths().values().stream()
        .map(PathItem::readOperations)
        .flatMap(List::stream)
        .filter(PagingFacts::isPaged)
        .map(operation -> (Map<?, ?>) operation.getExtensions().get(MARK))
        .mapToInt(marks -> (int) Objects.requireNonNull(marks.get("maxLimit")))
        .min()
        .orElse(1);
  }

  @Nullable String text(String key) {
    return (String) marks.get(key);
  }

  private String required(String key) {
    return Objects.requireNonNull(text(key), key);
  }

  boolean isByCursor() {
    return "cursor".equals(text("style"));
  }

  /** What the walk gives to a parameter of the operation, or null if users set the parameter. */
  @Nullable String position(String parameter) {
    if (parameter.equals(text("limitParameter"))) {
      return "position.limit()";
    } else if (parameter.equals(text("offsetParameter"))) {
      return "position.offset()";
    } else if (parameter.equals(text("cursorParameter"))) {
      return isCursorText() ? "position.cursor()" : "position.cursorAsNumber()";
    }
    return null;
  }

  private boolean isCursorText() {
    return schemas.isText(schemas.property(page, required("nextCursor")));
  }

  String itemType() {
    Schema<?> items = schemas.property(page, required("items")).getItems();
    return config.toModelName(ModelUtils.getSimpleRef(items.get$ref()));
  }

  /** How a response tells where the next page begins. */
  String next() {
    if (isByCursor()) {
      return "ListEndpoint.startBehind(page." + config.toVarName(required("nextCursor")) + "())";
    }
    String next = text("nextOffset");
    return next == null ? "null" : "ListEndpoint.startAt(page." + config.toVarName(next) + "())";
  }

  String key() {
    return "item." + String.join(".", accessors("itemKey"));
  }

  /**
   * What changes when an item moves; null if nothing tells, or something on the way is not there.
   */
  String version() {
    if (text("itemVersion") == null) {
      return "null";
    }
    return from("item", accessors("itemVersion"), 0);
  }

  private static String from(String start, List<String> steps, int index) {
    String value = start + "." + steps.get(index);
    String next = "step" + (index + 1);
    return index == steps.size() - 1
        ? value
        : "ListEndpoint.then(%s, %s -> %s)".formatted(value, next, from(next, steps, index + 1));
  }

  /** The names in JSON that lead to a value; none if there is no such value. */
  List<String> path(String key) {
    String path = text(key);
    return path == null ? List.of() : List.of(path.split("\\.", -1));
  }

  /** The same of several values, which commas separate. */
  List<List<String>> paths(String key) {
    String paths = text(key);
    return paths == null
        ? List.of()
        : Arrays.stream(paths.split(", *", -1))
            .map(path -> List.of(path.split("\\.", -1)))
            .toList();
  }

  private List<String> accessors(String key) {
    return path(key).stream().map(step -> config.toVarName(step) + "()").toList();
  }
}
