package com.ofauth.access;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Schema;
import com.ofauth.access.build.spec.SpecDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** The spec with its lines, and the lines of the hand-written sources that have to match it. */
final class SpecPlaces {
  private static final Path SPEC = Path.of("../openapi/ofauth-access.yaml");
  private static final Path SOURCES = Path.of("src");

  private final SpecDocument spec;

  SpecPlaces(String yaml) {
    spec = SpecDocument.parse(yaml);
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
    return spec.operations().stream()
        .filter(operation -> operation.method().equals("get"))
        .map(
            operation ->
                new Operation(
                    operation.name(),
                    operation.path(),
                    place(Nodes.get(operation.node(), "operationId")),
                    operation.parameters(spec).stream().map(this::parameter).toList()))
        .toList();
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

  private Parameter parameter(Node node) {
    Schema schema = spec.schema(Nodes.get(node, "schema"));
    return new Parameter(
        String.valueOf(Nodes.text(node, "name")),
        String.valueOf(Nodes.text(node, "in")),
        place(Nodes.get(node, "name")),
        schema.scalars(),
        schema.enumValues());
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

  private static String place(@Nullable Node node) {
    return "openapi/ofauth-access.yaml:" + Nodes.line(Objects.requireNonNull(node));
  }
}
