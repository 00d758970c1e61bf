package com.ofauth.access.build.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;

/**
 * An OpenAPI document: the YAML nodes with their lines, and what they mean together. Lint, diff and
 * tests read the document through this class alone.
 */
public final class SpecDocument {
  /** The document of the API, on the class path of those who depend on its module. */
  public static final String RESOURCE = "ofauth-access.yaml";

  private static final String SCHEMAS = "#/components/schemas/";

  private final Node root;
  private final List<Operation> operations;
  private final List<SchemaSite> schemas;
  private final Map<String, Node> targets = new HashMap<>();
  private @Nullable JsonNode json;

  /** The document with this root, which has no aliases. */
  public SpecDocument(Node root) {
    this.root = root;
    this.operations = Operation.in(root);
    this.schemas = SchemaWalk.of(root, operations);
  }

  /**
   * Reads a document.
   *
   * @throws org.yaml.snakeyaml.error.YAMLException when it is not YAML
   */
  public static SpecDocument parse(String yaml) {
    return new SpecDocument(Objects.requireNonNull(compose(yaml), "the document is empty"));
  }

  /** The document of the API. */
  public static SpecDocument onClassPath() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new FileNotFoundException(RESOURCE + " is not on the class path");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The root node of a text, or null when it is empty. */
  public static @Nullable Node compose(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return new Yaml(options).compose(new StringReader(yaml));
  }

  public Node root() {
    return root;
  }

  public List<Operation> operations() {
    return operations;
  }

  /**
   * The operation of an id.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Operation operation(String id) {
    return operations.stream()
        .filter(operation -> operation.name().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the spec has no operation " + id));
  }

  public List<SchemaSite> schemas() {
    return schemas;
  }

  /**
   * The schema of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Schema schema(String name) {
    Node schema = target(SCHEMAS + name);
    if (schema == null) {
      throw new IllegalArgumentException("the spec has no schema " + name);
    }
    return new Schema(this, schema);
  }

  /** The schema that a node of this document is. */
  public Schema schema(@Nullable Node node) {
    return new Schema(this, node);
  }

  /** The security scheme of a name, or null. */
  public @Nullable Node scheme(String name) {
    return Nodes.get(root, "components", "securitySchemes", name);
  }

  /** The node that a {@code $ref} names, or null when there is none, or it is in another file. */
  public @Nullable Node target(String ref) {
    if (!ref.startsWith("#/")) {
      return null;
    }
    Node known = targets.get(ref);
    if (known == null) {
      known = at(root, Pointers.keys(ref.substring(1)));
      if (known != null) {
        targets.put(ref, known);
      }
    }
    return known;
  }

  /**
   * The node at the end of a chain of references; the node itself when it is no reference or leads
   * nowhere.
   */
  public Node follow(Node node) {
    String ref = Nodes.text(node, "$ref");
    if (ref == null) {
      return node;
    }
    Node at = node;
    Set<String> seen = new HashSet<>();
    while (ref != null && seen.add(ref)) {
      Node target = target(ref);
      if (target == null) {
        return at;
      }
      at = target;
      ref = Nodes.text(at, "$ref");
    }
    return at;
  }

  /** The node at the end of a path of keys and indexes, or null. */
  public static @Nullable Node at(Node from, List<String> keys) {
    Node at = from;
    for (String key : keys) {
      Node next = Nodes.get(at, key);
      List<Node> items = Nodes.items(at);
      if (next == null && key.matches("\\d{1,9}") && Integer.parseInt(key) < items.size()) {
        next = items.get(Integer.parseInt(key));
      }
      if (next == null) {
        return null;
      }
      at = next;
    }
    return at;
  }

  /** The whole document as JSON, for libraries that want it so. Not to be changed. */
  public JsonNode json() {
    if (json == null) {
      json = JsonValues.of(root);
    }
    return json;
  }

  /**
   * A copy of the value of one of the examples under components.
   *
   * @throws IllegalArgumentException when there is none
   */
  public JsonNode example(String name) {
    Node value = Nodes.get(root, "components", "examples", name, "value");
    if (value == null) {
      throw new IllegalArgumentException("the spec has no example " + name);
    }
    return JsonValues.of(value);
  }

  /** A response of an operation, its own reference followed; null when there is none. */
  public @Nullable Node response(Operation operation, int status) {
    Node response = Nodes.get(operation.node(), "responses", Integer.toString(status));
    return response == null ? null : follow(response);
  }

  /** The headers of a response by name. */
  public Map<String, Header> headers(Operation operation, int status) {
    Node written = Nodes.get(operation.node(), "responses", Integer.toString(status));
    String pointer = pointer(written, operation.pointer() + "/responses/" + status);
    Map<String, Header> headers = new TreeMap<>();
    for (Nodes.Entry entry : Nodes.entries(Nodes.get(response(operation, status), "headers"))) {
      Node header = follow(entry.value());
      String example = Nodes.text(header, "example");
      headers.put(
          entry.key(),
          new Header(
              pointer(entry.value(), Pointers.append(pointer + "/headers", entry.key())),
              schema(Nodes.get(header, "schema")),
              example == null ? "" : example));
    }
    return headers;
  }

  private static String pointer(@Nullable Node node, String written) {
    String ref = Nodes.text(node, "$ref");
    return ref == null ? written : ref.substring(1);
  }

  /** The examples of what a response carries, by name. */
  public Map<String, JsonNode> examples(Operation operation, int status) {
    Map<String, JsonNode> examples = new TreeMap<>();
    for (Nodes.Entry example : Nodes.entries(Nodes.get(body(operation, status), "examples"))) {
      Node value = Nodes.get(follow(example.value()), "value");
      if (value != null) {
        examples.put(example.key(), JsonValues.of(value));
      }
    }
    return examples;
  }

  /**
   * The name under components/schemas of what a response carries; empty when it carries nothing.
   */
  public String responseSchema(Operation operation, int status) {
    String ref = Nodes.text(Nodes.get(body(operation, status), "schema"), "$ref");
    return ref == null ? "" : ref.substring(ref.lastIndexOf('/') + 1);
  }

  private @Nullable Node body(Operation operation, int status) {
    return Nodes.get(response(operation, status), "content", "application/json");
  }
}
