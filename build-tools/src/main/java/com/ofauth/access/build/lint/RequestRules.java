package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Operation;
import com.ofauth.access.build.spec.SchemaView;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** What is sent: by methods and to paths that Retrofit takes, with a body of one model or none. */
final class RequestRules implements Rule {

  private static final Set<String> WITH_BODY = Set.of("post", "put", "patch");
  private static final Set<String> WITHOUT_BODY = Set.of("get", "delete");

  private static final Pattern PATH =
      Pattern.compile("(/([A-Za-z0-9._~-]|\\{[A-Za-z][A-Za-z0-9_-]*})+)+");

  @Override
  public void check(SpecDocument spec, Findings findings) {
    for (Operation operation : spec.operations()) {
      method(operation, findings);
      body(spec, operation, findings);
      servers(operation, findings);
      callbacks(operation, findings);
    }
  }

  private static void method(Operation operation, Findings findings) {
    if (!WITH_BODY.contains(operation.method()) && !WITHOUT_BODY.contains(operation.method())) {
      findings.add(
          operation.keyNode(),
          "operation-method",
          operation.name() + " " + operation.method(),
          "Retrofit has no such call that answers with a model; use get, post, put, patch or delete");
    }
    if (!PATH.matcher(operation.path()).matches()) {
      findings.add(
          operation.keyNode(),
          "operation-path",
          operation.name() + " " + operation.path(),
          "it becomes Java text, and Retrofit looks for {name} in it; use letters, digits, . _ ~ - and parameters that"
              + " begin with a letter");
    }
  }

  private static void body(SpecDocument spec, Operation operation, Findings findings) {
    Nodes.Entry body = Nodes.entry(operation.node(), "requestBody");
    if (body == null) {
      return;
    }
    if (!WITH_BODY.contains(operation.method())) {
      findings.add(
          body.keyNode(),
          "request-body",
          operation.name(),
          "a request with the method "
              + operation.method()
              + " has no body; use post, put or patch, or remove it");
    }
    Node node = spec.follow(body.value());
    if (!Nodes.isTrue(Nodes.get(node, "required"))) {
      findings.add(
          body.keyNode(),
          "request-body",
          operation.name(),
          "Retrofit refuses a body that is null; add \"required: true\"");
    }
    List<Nodes.Entry> types = Nodes.entries(Nodes.get(node, "content"));
    Node schema = Nodes.get(node, "content", "application/json", "schema");
    if (types.size() != 1 || schema == null) {
      findings.add(
          body.keyNode(),
          "request-body",
          operation.name(),
          "the client writes JSON; give it application/json and no other");
    } else if (!Nodes.has(schema, "$ref") || !SchemaView.isModel(spec, schema)) {
      findings.add(
          body.keyNode(),
          "request-body",
          operation.name(),
          "the method takes a model; refer to an object with properties in components/schemas");
    }
  }

  private static void servers(Operation operation, Findings findings) {
    for (Node holder : List.of(operation.pathItem(), operation.node())) {
      Nodes.Entry servers = Nodes.entry(holder, "servers");
      if (servers != null) {
        findings.add(
            servers.keyNode(),
            "operation-servers",
            operation.name(),
            "the client sends everything to one server; name it under the servers of the document");
      }
    }
  }

  private static void callbacks(Operation operation, Findings findings) {
    Nodes.Entry callbacks = Nodes.entry(operation.node(), "callbacks");
    if (callbacks != null) {
      findings.add(
          callbacks.keyNode(),
          "operation-callbacks",
          operation.name(),
          "nothing is generated for calls that the service makes; describe them in words");
    }
  }
}
