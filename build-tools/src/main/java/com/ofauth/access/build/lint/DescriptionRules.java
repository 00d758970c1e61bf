package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Operation;
import com.ofauth.access.build.spec.SchemaSite;
import com.ofauth.access.build.spec.SchemaSite.Place;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Descriptions become Javadoc: whatever a user of the client sees has one. */
final class DescriptionRules implements Rule {

  private static final List<String> COMPONENTS =
      List.of("parameters", "headers", "responses", "securitySchemes", "requestBodies");

  @Override
  public void check(SpecDocument spec, Findings findings) {
    for (SchemaSite site : spec.schemas()) {
      if ((site.is(Place.NAMED) || site.is(Place.PROPERTY)) && !Nodes.has(site.node(), "$ref")) {
        describe(site.node(), site.node(), site.label(), findings);
      }
    }
    for (Operation operation : spec.operations()) {
      describe(operation.node(), operation.keyNode(), operation.name(), findings);
      for (Node parameter : operation.parameters(spec)) {
        describe(
            parameter,
            parameter,
            operation.name() + "(" + Nodes.text(parameter, "name") + ")",
            findings);
      }
      for (Nodes.Entry response : operation.responses(spec)) {
        describe(
            response.value(),
            response.keyNode(),
            operation.name() + " " + response.key(),
            findings);
      }
    }
    for (Node tag : Nodes.items(Nodes.get(spec.root(), "tags"))) {
      describe(tag, tag, "tag " + Nodes.text(tag, "name"), findings);
    }
    for (String kind : COMPONENTS) {
      for (Nodes.Entry component : Nodes.entries(Nodes.get(spec.root(), "components", kind))) {
        describe(component.value(), component.keyNode(), kind + "/" + component.key(), findings);
      }
    }
  }

  private static void describe(Node node, Node at, String offender, Findings findings) {
    Node description = Nodes.get(node, "description");
    @Nullable String text = Nodes.text(description);
    if (text == null || text.isBlank()) {
      findings.add(
          at,
          "description",
          offender,
          "it becomes Javadoc; say what it means, with its unit and its range");
    }
    javadoc(description, offender, findings);
    javadoc(Nodes.get(node, "summary"), offender, findings);
  }

  private static void javadoc(@Nullable Node node, String offender, Findings findings) {
    String text = Nodes.text(node);
    if (node != null
        && text != null
        && (text.stripLeading().startsWith("@") || text.contains("{@"))) {
      findings.add(
          node,
          "description-tag",
          offender,
          "it becomes Javadoc, which takes a @ at the beginning and a {@ anywhere for a tag; word it otherwise");
    }
  }
}
