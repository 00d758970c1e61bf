package com.ofauth.access.build.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/**
 * One method of one path.
 *
 * @param path the path, such as {@code /v2/access/chats}
 * @param method the HTTP method in lower case
 * @param pathItem the node of the path
 * @param keyNode the node of the method's name
 * @param node the operation itself
 */
public record Operation(String path, String method, Node pathItem, Node keyNode, Node node) {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  static List<Operation> in(Node root) {
    List<Operation> operations = new ArrayList<>();
    for (Nodes.Entry path : Nodes.entries(Nodes.get(root, "paths"))) {
      for (Nodes.Entry method : Nodes.entries(path.value())) {
        if (METHODS.contains(method.key())) {
          operations.add(
              new Operation(
                  path.key(), method.key(), path.value(), method.keyNode(), method.value()));
        }
      }
    }
    return List.copyOf(operations);
  }

  /** The operation id, or method and path where there is none. */
  public String name() {
    String id = Nodes.text(node, "operationId");
    return id != null ? id : method + " " + path;
  }

  @Override
  public String toString() {
    return name();
  }

  /** For example {@code GET /v2/access/chats}. */
  public String call() {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }

  public String pathPointer() {
    return Pointers.append("/paths", path);
  }

  public String pointer() {
    return pathPointer() + "/" + method;
  }

  /** The parameters of the path and of the method, references followed. */
  public List<Node> parameters(SpecDocument spec) {
    List<Node> parameters = new ArrayList<>();
    for (Node holder : List.of(pathItem, node)) {
      for (Node parameter : Nodes.items(Nodes.get(holder, "parameters"))) {
        parameters.add(spec.follow(parameter));
      }
    }
    return parameters;
  }

  /** The security schemes that it names. */
  public List<Nodes.Entry> secrets() {
    return Nodes.items(Nodes.get(node, "security")).stream()
        .flatMap(requirement -> Nodes.entries(requirement).stream())
        .toList();
  }

  /** The responses by status, references followed. */
  public List<Nodes.Entry> responses(SpecDocument spec) {
    List<Nodes.Entry> responses = new ArrayList<>();
    for (Nodes.Entry entry : Nodes.entries(Nodes.get(node, "responses"))) {
      responses.add(new Nodes.Entry(entry.keyNode(), entry.key(), spec.follow(entry.value())));
    }
    return responses;
  }
}
