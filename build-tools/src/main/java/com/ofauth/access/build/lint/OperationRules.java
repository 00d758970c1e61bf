package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.JavaNames;
import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Operation;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Each operation becomes one method of one interface, with one argument per parameter. */
final class OperationRules implements Rule {

  private static final Set<String> SCALARS = Set.of("string", "integer", "number", "boolean");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

  @Override
  public void check(SpecDocument spec, Findings findings) {
    Set<String> tags = new HashSet<>();
    for (Node tag : Nodes.items(Nodes.get(spec.root(), "tags"))) {
      String name = Nodes.text(tag, "name");
      if (name != null) {
        tags.add(name);
      }
    }
    Map<String, Integer> ids = new HashMap<>();
    for (Operation operation : spec.operations()) {
      id(operation, ids, findings);
      tag(operation, tags, findings);
      parameters(spec, operation, findings);
      permissions(operation, findings);
    }
  }

  private static void id(Operation operation, Map<String, Integer> ids, Findings findings) {
    Node node = Nodes.get(operation.node(), "operationId");
    String id = Nodes.text(node);
    if (node == null || id == null) {
      findings.add(
          operation.keyNode(),
          "operation-id",
          operation.name(),
          "it names the Java method; add an operationId");
      return;
    }
    if (!id.matches("[a-z][A-Za-z0-9]*") || SourceVersion.isKeyword(id)) {
      findings.add(
          node,
          "operation-id",
          id,
          "it is the name of the Java method; write it in lowerCamelCase");
    }
    Integer first = ids.putIfAbsent(id, Nodes.line(node));
    if (first != null) {
      findings.add(
          node,
          "operation-id",
          id,
          "the operation on line " + first + " has it too; choose another");
    }
  }

  private static void tag(Operation operation, Set<String> known, Findings findings) {
    Nodes.Entry entry = Nodes.entry(operation.node(), "tags");
    List<Node> tags = entry == null ? List.of() : Nodes.items(entry.value());
    if (tags.size() != 1) {
      findings.add(
          entry == null ? operation.keyNode() : entry.keyNode(),
          "operation-tag",
          operation.name(),
          "the tag names the interface that the method goes to; give exactly one");
      return;
    }
    String tag = Nodes.text(tags.get(0));
    if (tag == null || !tag.matches("[A-Z][A-Za-z0-9]*") || !known.contains(tag)) {
      findings.add(
          tags.get(0),
          "operation-tag",
          operation.name() + " " + tag,
          "it names a Java interface; write it in UpperCamelCase and describe it under the tags of the document");
    }
  }

  private static void parameters(SpecDocument spec, Operation operation, Findings findings) {
    Map<String, String> names = new HashMap<>();
    Set<String> placeholders = new TreeSet<>();
    PLACEHOLDER
        .matcher(operation.path())
        .results()
        .forEach(match -> placeholders.add(match.group(1)));
    for (Nodes.Entry secret : operation.secrets()) {
      String header = Nodes.text(spec.scheme(secret.key()), "name");
      names.put(JavaNames.key(String.valueOf(header)), "header " + header);
    }
    names.put(JavaNames.key("additionalQueryParams"), "argument additionalQueryParams");
    for (Node parameter : operation.parameters(spec)) {
      String name = String.valueOf(Nodes.text(parameter, "name"));
      placeholders.remove(name);
      schema(operation, parameter, name, findings);
      place(operation, parameter, name, findings);
      if (!JavaNames.isPlain(name)) {
        findings.add(
            parameter,
            "parameter-name",
            operation.name() + "(" + name + ")",
            "an argument is named after ASCII letters and digits, with _ $ . - or blanks between them; callers can send"
                + " others as additional query parameters");
      }
      String other = names.putIfAbsent(JavaNames.key(name), "parameter " + name);
      if (other != null) {
        findings.add(
            parameter,
            "parameter-collision",
            operation.name() + "(" + name + ")",
            "its Java name reads like that of the " + other + "; remove one of them");
      }
      pathParameter(operation, parameter, name, findings);
    }
    for (String name : placeholders) {
      findings.add(
          operation.keyNode(),
          "parameter-in",
          operation.name() + "(" + name + ")",
          "the path has {" + name + "} and the method nothing to put there; add the parameter");
    }
  }

  private static void place(Operation operation, Node parameter, String name, Findings findings) {
    String in = String.valueOf(Nodes.text(parameter, "in"));
    if (!in.equals("query") && !in.equals("path")) {
      findings.add(
          parameter,
          "parameter-in",
          operation.name() + "(" + name + ")",
          "headers are set by the HTTP stack, not by the caller of a method; make it a security scheme or leave it out");
    }
    for (String keyword : List.of("style", "explode", "allowReserved")) {
      Nodes.Entry entry = Nodes.entry(parameter, keyword);
      if (entry != null) {
        findings.add(
            entry.keyNode(),
            "parameter-style",
            operation.name() + "(" + name + ") " + keyword,
            "a value is written into the URL in one way, the default of its place; remove it");
      }
    }
  }

  private static void schema(Operation operation, Node parameter, String name, Findings findings) {
    Node schema = Nodes.get(parameter, "schema");
    if (schema == null || Nodes.has(schema, "$ref")) {
      findings.add(
          parameter,
          "parameter-schema",
          operation.name() + "(" + name + ")",
          "a named schema would become a class that no method takes; write the schema out at the parameter");
    } else if (!SCALARS.contains(String.valueOf(Nodes.text(schema, "type")))) {
      findings.add(
          schema,
          "parameter-schema",
          operation.name() + "(" + name + ")",
          "a method takes text, a number or a boolean, and knows no way to write anything else into a URL; use one of"
              + " these types");
    }
  }

  private static void pathParameter(
      Operation operation, Node parameter, String name, Findings findings) {
    boolean inPath = "path".equals(Nodes.text(parameter, "in"));
    if (inPath != operation.path().contains("{" + name + "}")) {
      findings.add(
          parameter,
          "parameter-in",
          operation.name() + "(" + name + ")",
          "a parameter is in the path exactly when the path has {"
              + name
              + "}; correct one of them");
    }
    if (inPath && !Nodes.isTrue(Nodes.get(parameter, "required"))) {
      findings.add(
          parameter,
          "parameter-in",
          operation.name() + "(" + name + ")",
          "there is no path without it; add \"required: true\"");
    }
  }

  private static void permissions(Operation operation, Findings findings) {
    Nodes.Entry permissions = Nodes.entry(operation.node(), "x-ofauth-permissions");
    @Nullable Node value = permissions == null ? null : permissions.value();
    List<Node> items = Nodes.items(value);
    if (items.isEmpty() || !items.stream().allMatch(Nodes::isString)) {
      findings.add(
          permissions == null ? operation.keyNode() : permissions.keyNode(),
          "operation-permissions",
          operation.name(),
          "users must know what a connection needs; list it, as in \"x-ofauth-permissions: ['messages:read']\"");
    }
  }
}
