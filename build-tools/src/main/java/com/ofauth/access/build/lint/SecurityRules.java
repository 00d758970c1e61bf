package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Operation;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Each method takes the secret headers that its operation declares. */
final class SecurityRules implements Rule {

  @Override
  public void check(SpecDocument spec, Findings findings) {
    Nodes.Entry global = Nodes.entry(spec.root(), "security");
    if (global != null) {
      findings.add(
          global.keyNode(),
          "security-global",
          "security",
          "tools that compare specs miss changes to it; declare security on each operation");
    }
    for (Nodes.Entry scheme :
        Nodes.entries(Nodes.get(spec.root(), "components", "securitySchemes"))) {
      Node node = scheme.value();
      if (!"apiKey".equals(Nodes.text(node, "type"))
          || !"header".equals(Nodes.text(node, "in"))
          || !String.valueOf(Nodes.text(node, "name")).matches("[A-Za-z][A-Za-z0-9-]*")) {
        findings.add(
            scheme.keyNode(),
            "security-scheme",
            scheme.key(),
            "the client sends secrets as headers only; make it \"type: apiKey\", \"in: header\", with a name of letters, digits and -");
      }
    }
    for (Operation operation : spec.operations()) {
      requirement(spec, operation, findings);
    }
  }

  private static void requirement(SpecDocument spec, Operation operation, Findings findings) {
    Nodes.Entry security = Nodes.entry(operation.node(), "security");
    List<Node> requirements = security == null ? List.of() : Nodes.items(security.value());
    if (requirements.size() != 1 || Nodes.entries(requirements.get(0)).isEmpty()) {
      findings.add(
          security == null ? operation.keyNode() : security.keyNode(),
          "security-missing",
          operation.name(),
          "the method takes one argument per secret header; declare one requirement that holds all its schemes (two"
              + " list items would mean either of them)");
      return;
    }
    for (Nodes.Entry scheme : Nodes.entries(requirements.get(0))) {
      if (spec.scheme(scheme.key()) == null) {
        findings.add(
            scheme.keyNode(),
            "security-unknown",
            operation.name() + " " + scheme.key(),
            "there is no such scheme; add it to components/securitySchemes or correct the name");
      }
    }
  }
}
