package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Pointers;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Every {@code $ref} leads to a component of its kind and stands alone, and every component is led
 * to.
 */
final class ReferenceRules implements Rule {

  static final String UNRESOLVED = "ref-unresolved";

  /**
   * Keywords that hold named or listed members, with the kind of component that a member can refer
   * to.
   */
  private static final Map<String, String> CONTAINERS =
      Map.of(
          "schemas", "schemas",
          "properties", "schemas",
          "allOf", "schemas",
          "oneOf", "schemas",
          "anyOf", "schemas",
          "parameters", "parameters",
          "headers", "headers",
          "responses", "responses",
          "examples", "examples",
          "requestBodies", "requestBodies");

  /** Keywords that hold one thing, which can be a reference. */
  private static final Map<String, String> HOLDERS =
      Map.of(
          "schema", "schemas",
          "items", "schemas",
          "additionalProperties", "schemas",
          "not", "schemas",
          "requestBody", "requestBodies");

  /** Keywords that hold data of the API: a {@code $ref} in it would be a field. */
  private static final Set<String> DATA = Set.of("example", "value", "default", "enum");

  @Override
  public void check(SpecDocument spec, Findings findings) {
    Walk walk = new Walk(spec, findings);
    walk.visit(spec.root(), null);
    for (String kind : Set.copyOf(CONTAINERS.values())) {
      for (Nodes.Entry component : Nodes.entries(Nodes.get(spec.root(), "components", kind))) {
        component(kind, component, walk.used, findings);
      }
    }
  }

  private static void component(
      String kind, Nodes.Entry component, Set<String> used, Findings findings) {
    if (!used.contains("#" + Pointers.append("/components/" + kind, component.key()))) {
      findings.add(
          component.keyNode(),
          "component-unused",
          kind + "/" + component.key(),
          "nothing refers to it, so it would only grow the client; remove it or refer to it");
    }
    if (Nodes.has(component.value(), "$ref")) {
      findings.add(
          component.keyNode(),
          "component-alias",
          kind + "/" + component.key(),
          "it is only a second name, which no generated class has; refer to the component itself where it is used");
    }
  }

  private static final class Walk {

    private final SpecDocument spec;
    private final Findings findings;
    private final Set<String> used = new HashSet<>();

    Walk(SpecDocument spec, Findings findings) {
      this.spec = spec;
      this.findings = findings;
    }

    void visit(Node node, @Nullable String kind) {
      Nodes.Entry reference = Nodes.entry(node, "$ref");
      String ref = reference == null ? null : Nodes.text(reference.value());
      if (reference != null && ref != null) {
        used.add(ref);
        target(reference, ref, kind);
        siblings(node, ref);
      }
      for (Nodes.Entry entry : Nodes.entries(node)) {
        String memberKind = CONTAINERS.get(entry.key());
        if (memberKind != null) {
          Nodes.entries(entry.value()).forEach(member -> visit(member.value(), memberKind));
          Nodes.items(entry.value()).forEach(member -> visit(member, memberKind));
        } else if (!DATA.contains(entry.key())) {
          visit(entry.value(), HOLDERS.get(entry.key()));
        }
      }
      Nodes.items(node).forEach(item -> visit(item, null));
    }

    private void target(Nodes.Entry reference, String ref, @Nullable String kind) {
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
      } else if (kind == null || !ref.matches("#/components/" + kind + "/[^/]+")) {
        findings.add(
            reference.keyNode(),
            "ref-kind",
            ref,
            (kind == null
                    ? "no reference can stand here"
                    : "only something of \"#/components/" + kind + "\" can stand here")
                + "; refer to a component of the right kind, or write it out");
      }
    }

    private void siblings(Node node, String ref) {
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
}
