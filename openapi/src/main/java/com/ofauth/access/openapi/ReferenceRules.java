package com.ofauth.access.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Every {@code $ref} leads somewhere, stands alone, and every component is led to. */
final class ReferenceRules implements Rule {

  static final String UNRESOLVED = "ref-unresolved";

  private static final List<String> REFERABLE =
      List.of("schemas", "parameters", "headers", "responses", "examples", "requestBodies");

  @Override
  public void check(SpecDocument spec, Findings findings) {
    Set<String> used = new HashSet<>();
    visit(spec, spec.root(), used, findings);
    for (String kind : REFERABLE) {
      for (Nodes.Entry component : Nodes.entries(Nodes.get(spec.root(), "components", kind))) {
        if (!used.contains("#" + Pointers.append("/components/" + kind, component.key()))) {
          findings.add(
              component.keyNode(),
              "component-unused",
              kind + "/" + component.key(),
              "nothing refers to it, so it would only grow the client; remove it or refer to it");
        }
      }
    }
  }

  private void visit(SpecDocument spec, Node node, Set<String> used, Findings findings) {
    Nodes.Entry reference = Nodes.entry(node, "$ref");
    String ref = reference == null ? null : Nodes.text(reference.value());
    if (reference != null && ref != null) {
      used.add(ref);
      checkReference(spec, node, reference, ref, findings);
    }
    for (Nodes.Entry entry : Nodes.entries(node)) {
      // The value of an example is data: a $ref in it would be a field of the API.
      if (!isExampleData(entry)) {
        visit(spec, entry.value(), used, findings);
      }
    }
    for (Node item : Nodes.items(node)) {
      visit(spec, item, used, findings);
    }
  }

  private static boolean isExampleData(Nodes.Entry entry) {
    return entry.key().equals("example")
        || entry.key().equals("value")
        || entry.key().equals("default");
  }

  private void checkReference(
      SpecDocument spec, Node node, Nodes.Entry reference, String ref, Findings findings) {
    if (!ref.startsWith("#/components/")) {
      findings.add(
          reference.keyNode(),
          UNRESOLVED,
          ref,
          "references lead to \"#/components/…\" of the same file, so that one file is the whole contract");
    } else if (spec.target(ref) == null) {
      findings.add(
          reference.keyNode(),
          UNRESOLVED,
          ref,
          "there is nothing of that name; correct the name or add the component");
    }
    for (Nodes.Entry sibling : Nodes.entries(node)) {
      if (!sibling.key().equals("$ref")) {
        findings.add(
            sibling.keyNode(),
            "ref-sibling",
            sibling.key(),
            "OpenAPI 3.0 ignores what stands beside a $ref; move it to " + ref);
      }
    }
  }
}
