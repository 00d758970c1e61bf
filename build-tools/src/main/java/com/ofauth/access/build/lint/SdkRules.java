package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.JavaNames;
import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Operation;
import com.ofauth.access.build.spec.SchemaView;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The part of the SDK that is generated: an entry for each tag with a method for each operation, a
 * query for each paged operation, an enum for each parameter that has one.
 */
final class SdkRules implements Rule {
  private static final String NAME = "x-ofauth-name";
  private static final String VALUES = "x-ofauth-values";
  private static final String PAGING = "x-ofauth-paging";

  /** What every object has. */
  private static final Set<String> OF_OBJECTS =
      Set.of(
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  /** What every query and its builder have besides, and the variables of its methods. */
  private static final Set<String> OF_QUERIES =
      Set.of(
          "additionalQueryParam",
          "additionalQueryParams",
          "build",
          "builder",
          "copyPaging",
          "lookAhead",
          "maxItems",
          "onUndecodableItem",
          "other",
          "ownParameters",
          "pageSize",
          "pagingHash",
          "pagingMode",
          "resumeFrom",
          "samePaging",
          "self",
          "startAt",
          "that",
          "toBuilder",
          "validationMode");

  @Override
  public void check(SpecDocument spec, Findings findings) {
    entries(spec, findings);
    Map<String, String> methods = new HashMap<>();
    Map<String, String> queries = new HashMap<>();
    for (Operation operation : spec.operations()) {
      method(operation, methods, findings);
      query(spec, operation, queries, findings);
      boolean isPaged = Nodes.has(operation.node(), PAGING);
      if (!isPaged) {
        object(spec, operation, findings);
      }
      Map<String, Boolean> names = new HashMap<>();
      for (Node parameter : operation.parameters(spec)) {
        name(operation, parameter, isPaged, names, findings);
        values(operation, parameter, findings);
      }
    }
  }

  /** An entry imports the models of its operations. */
  private static void entries(SpecDocument spec, Findings findings) {
    for (Node tag : Nodes.items(Nodes.get(spec.root(), "tags"))) {
      String name = Nodes.text(tag, "name");
      if (name != null && Nodes.has(Nodes.get(spec.root(), "components", "schemas"), name)) {
        findings.add(
            tag,
            "sdk-name",
            "tag " + name,
            "the entry and the model of that name would be taken for each other; rename one of them");
      }
    }
  }

  private static void method(Operation operation, Map<String, String> methods, Findings findings) {
    Node given = Nodes.get(operation.node(), NAME);
    String method = given == null ? operation.name() : String.valueOf(Nodes.text(given));
    Node at = given == null ? operation.keyNode() : given;
    if ((given != null && !isJavaName(method)) || OF_OBJECTS.contains(method)) {
      findings.add(
          at,
          "sdk-name",
          operation.name() + " " + method,
          "it is the name of a Java method; choose another in lowerCamelCase, by " + NAME);
    }
    List<Node> tags = Nodes.items(Nodes.get(operation.node(), "tags"));
    String tag = tags.isEmpty() ? "" : String.valueOf(Nodes.text(tags.get(0)));
    List<String> taken = new ArrayList<>(List.of(method));
    if (Nodes.has(Nodes.get(operation.node(), PAGING), "changes")) {
      taken.addAll(List.of("changes", "checkpointNow", "sync"));
    }
    for (String name : taken) {
      String other = methods.putIfAbsent(tag + "." + name, operation.name());
      if (other != null) {
        findings.add(
            at,
            "sdk-name",
            operation.name() + " " + name,
            other + " has a method of that name in " + tag + " too; choose another by " + NAME);
      }
    }
  }

  /** The query is named after the response. */
  private static void query(
      SpecDocument spec, Operation operation, Map<String, String> queries, Findings findings) {
    Node schema = ok(spec, operation);
    if (!Nodes.has(operation.node(), PAGING) || schema == null) {
      return;
    }
    String other =
        queries.putIfAbsent(String.valueOf(Nodes.text(schema, "$ref")), operation.name());
    if (other != null) {
      findings.add(
          operation.keyNode(),
          "sdk-name",
          operation.name(),
          "its query is named after its response, which "
              + other
              + " has too; give it a schema of its own");
    }
  }

  private static @Nullable Node ok(SpecDocument spec, Operation operation) {
    for (Nodes.Entry response : operation.responses(spec)) {
      if (response.key().startsWith("2")) {
        return Nodes.get(response.value(), "content", "application/json", "schema");
      }
    }
    return null;
  }

  private static void object(SpecDocument spec, Operation operation, Findings findings) {
    Node schema = ok(spec, operation);
    if (schema != null && SchemaView.of(spec, schema).property("hasMore") != null) {
      // It is paged, and another rule asks how.
      return;
    }
    if (schema == null || !SchemaView.isObjectClass(spec, schema)) {
      findings.add(
          operation.keyNode(),
          "sdk-response",
          operation.name(),
          "the SDK gives the object that a response holds; let it answer with an object with properties");
    }
    for (Node parameter : operation.parameters(spec)) {
      if (!Nodes.isTrue(Nodes.get(parameter, "required"))) {
        findings.add(
            parameter,
            "sdk-parameter",
            operation.name() + "(" + Nodes.text(parameter, "name") + ")",
            "a method for one object takes what is required and nothing else; make it required, or leave it out");
      }
    }
  }

  private static void name(
      Operation operation,
      Node parameter,
      boolean isPaged,
      Map<String, Boolean> names,
      Findings findings) {
    String wire = String.valueOf(Nodes.text(parameter, "name"));
    Node given = Nodes.get(parameter, NAME);
    String name = given == null ? JavaNames.accessor(wire) : String.valueOf(Nodes.text(given));
    boolean isWrong = !isJavaName(name) && !isOfWalk(operation, wire);
    Boolean otherIsGiven = names.putIfAbsent(name, given != null);
    // Two names that both come from the wire collide before: that is a finding of its own.
    if (otherIsGiven != null && (otherIsGiven || given != null)) {
      findings.add(
          given == null ? parameter : given,
          "sdk-name",
          operation.name() + "(" + wire + ") " + name,
          "another parameter has that name in Java; choose another by " + NAME);
    }
    if (isWrong || (isPaged && !isOfWalk(operation, wire) && isTaken(name))) {
      findings.add(
          given == null ? parameter : given,
          "sdk-name",
          operation.name() + "(" + wire + ") " + name,
          isWrong
              ? "it is no name of a Java method; give it one in lowerCamelCase, by " + NAME
              : "every query has a method of that name; choose another by " + NAME);
    }
  }

  private static boolean isTaken(String name) {
    return OF_OBJECTS.contains(name) || OF_QUERIES.contains(name);
  }

  private static boolean isJavaName(String name) {
    return name.matches("[a-z][A-Za-z0-9]*") && !SourceVersion.isKeyword(name);
  }

  private static boolean isOfWalk(Operation operation, String parameter) {
    Node paging = Nodes.get(operation.node(), PAGING);
    return List.of("limitParameter", "offsetParameter", "cursorParameter").stream()
        .anyMatch(key -> parameter.equals(Nodes.text(paging, key)));
  }

  private static void values(Operation operation, Node parameter, Findings findings) {
    List<String> described = new ArrayList<>();
    Nodes.Entry entry = Nodes.entry(parameter, VALUES);
    String label = operation.name() + "(" + Nodes.text(parameter, "name") + ")";
    for (Nodes.Entry value : Nodes.entries(entry == null ? null : entry.value())) {
      described.add(value.key());
    }
    List<Node> values = Nodes.items(Nodes.get(parameter, "schema", "enum"));
    if (values.isEmpty() || !values.stream().allMatch(Nodes::isString)) {
      return;
    }
    for (Node value : values) {
      if (!described.remove(String.valueOf(Nodes.text(value)))) {
        findings.add(
            value,
            "sdk-value",
            label + " " + Nodes.text(value),
            "its constant has no Javadoc; say what the value means under "
                + VALUES
                + " of the parameter");
      }
    }
    for (String value : described) {
      findings.add(
          entry == null ? parameter : entry.keyNode(),
          "sdk-value",
          label + " " + value,
          "the enum has no such value; remove it");
    }
  }
}
