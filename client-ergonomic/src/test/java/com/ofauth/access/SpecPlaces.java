package com.ofauth.access;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The spec with its lines, and the lines of the hand-written sources that have to match it. */
final class SpecPlaces {
  private static final Path SPEC = Path.of("../openapi/ofauth-access.yaml");
  private static final Path SOURCES = Path.of("src");

  private final Node root;

  SpecPlaces(String yaml) {
    root = new Yaml().compose(new StringReader(yaml));
  }

  static String read() {
    try {
      return Files.readString(SPEC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A GET of the spec. */
  record Operation(String id, String path, String place, List<Parameter> parameters) {
    Parameter parameter(String name) {
      return parameters.stream()
          .filter(parameter -> parameter.name().equals(name))
          .findFirst()
          .orElseThrow(() -> new AssertionError(place + ": " + id + " has no parameter " + name));
    }
  }

  /** A parameter of an operation, its schema's simple values as text, and its enum in order. */
  record Parameter(
      String name, String in, String place, Map<String, String> schema, List<String> values) {}

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (NodeTuple path : entries(get(root, "paths"))) {
      Node get = get(path.getValueNode(), "get");
      if (get != null) {
        List<Parameter> parameters = new ArrayList<>();
        for (Node holder : Stream.of(path.getValueNode(), get).toList()) {
          items(get(holder, "parameters")).forEach(each -> parameters.add(parameter(each)));
        }
        Node id = Objects.requireNonNull(get(get, "operationId"));
        operations.add(new Operation(text(id), text(path.getKeyNode()), place(id), parameters));
      }
    }
    return operations;
  }

  Operation operation(String id) {
    return operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    source(SpecConformanceTest.class, "requests()")
                        + ": the spec has no operation "
                        + id
                        + ": remove its row, and its query"));
  }

  private Parameter parameter(Node written) {
    Node node = follow(written);
    Node schema = Objects.requireNonNull(get(node, "schema"));
    Map<String, String> values = new java.util.LinkedHashMap<>();
    entries(schema)
        .forEach(
            entry -> {
              if (entry.getValueNode() instanceof ScalarNode value) {
                values.put(text(entry.getKeyNode()), value.getValue());
              }
            });
    Node name = Objects.requireNonNull(get(node, "name"));
    return new Parameter(
        text(name),
        text(Objects.requireNonNull(get(node, "in"))),
        place(name),
        values,
        items(get(schema, "enum")).stream().map(SpecPlaces::text).toList());
  }

  private Node follow(Node node) {
    Node reference = get(node, "$ref");
    if (reference == null) {
      return node;
    }
    Node at = root;
    for (String step : text(reference).substring(2).split("/", -1)) {
      at = Objects.requireNonNull(get(at, step), step);
    }
    return at;
  }

  /**
   * The line of a source of this module where a text stands, or its declaration.
   *
   * @return file and line, as seen from the repository's root
   */
  static String source(Class<?> type, String text) {
    Class<?> outer = type;
    while (outer.getEnclosingClass() != null) {
      outer = outer.getEnclosingClass();
    }
    String name = outer.getName().replace('.', '/') + ".java";
    Path file = SOURCES.resolve("main/java").resolve(name);
    if (!Files.exists(file)) {
      file = SOURCES.resolve("test/java").resolve(name);
    }
    try {
      List<String> lines = Files.readAllLines(file);
      int line = indexOf(lines, text);
      if (line < 0) {
        line = Math.max(0, indexOf(lines, " " + outer.getSimpleName()));
      }
      return "client-ergonomic/" + file + ":" + (line + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int indexOf(List<String> lines, String text) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text) && !lines.get(i).strip().startsWith("*")) {
        return i;
      }
    }
    return -1;
  }

  private static String place(Node node) {
    return "openapi/ofauth-access.yaml:" + (node.getStartMark().getLine() + 1);
  }

  private static String text(Node node) {
    return ((ScalarNode) node).getValue();
  }

  private static List<NodeTuple> entries(@Nullable Node node) {
    return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
  }

  private static List<Node> items(@Nullable Node node) {
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
  }

  private static @Nullable Node get(@Nullable Node node, String key) {
    return entries(node).stream()
        .filter(entry -> text(entry.getKeyNode()).equals(key))
        .map(NodeTuple::getValueNode)
        .findFirst()
        .orElse(null);
  }
}
