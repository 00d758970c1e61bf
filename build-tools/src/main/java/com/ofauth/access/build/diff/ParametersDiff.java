package com.ofauth.access.build.diff;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Operation;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** What a call can be given. */
final class ParametersDiff {
  private final SpecDocument before;
  private final SpecDocument after;
  private final SchemaDiff schemas;
  private final Changes changes;

  ParametersDiff(SpecDocument before, SpecDocument after, SchemaDiff schemas, Changes changes) {
    this.before = before;
    this.after = after;
    this.schemas = schemas;
    this.changes = changes;
  }

  void compare(Operation wasCall, Operation isCall) {
    String call = isCall.call();
    List<Node> was = wasCall.parameters(before);
    List<Node> is = isCall.parameters(after);
    for (Node parameter : was) {
      Node now = find(is, parameter);
      if (now == null) {
        changes.gone(
            Impact.BREAKING,
            parameter,
            name(parameter),
            call + ": the parameter \"" + name(parameter) + "\" is gone");
      } else {
        compare(call, parameter, now);
      }
    }
    for (Node parameter : is) {
      if (find(was, parameter) == null) {
        boolean required = Nodes.isTrue(Nodes.get(parameter, "required"));
        changes.here(
            required ? Impact.BREAKING : Impact.ADDITIVE,
            parameter,
            name(parameter),
            call
                + ": the parameter \""
                + name(parameter)
                + "\" is new"
                + (required ? ", and has to be given" : ""));
      }
    }
    List<String> shared = names(was, is);
    List<String> order = names(is, was);
    if (!shared.equals(order)) {
      changes.here(
          Impact.COSMETIC,
          isCall.keyNode(),
          isCall.name(),
          call + ": the parameters are described in another order: " + String.join(", ", order));
    }
  }

  private void compare(String call, Node was, Node is) {
    String label = call + ": the parameter \"" + name(is) + "\"";
    boolean before2 = Nodes.isTrue(Nodes.get(was, "required"));
    boolean after2 = Nodes.isTrue(Nodes.get(is, "required"));
    if (before2 != after2) {
      changes.here(
          after2 ? Impact.BREAKING : Impact.ADDITIVE,
          is,
          name(is),
          label + (after2 ? " has to be given now" : " can be left out now"));
    }
    Deprecation.compare(changes, label, name(is), was, is);
    Node wasSchema = Nodes.get(was, "schema");
    Node isSchema = Nodes.get(is, "schema");
    if (wasSchema != null && isSchema != null) {
      schemas.compare(Site.outside(label, name(is), Direction.REQUEST), wasSchema, isSchema);
    }
    Set<String> judged =
        wasSchema == null || isSchema == null
            ? Set.of("name", "in", "required", "deprecated")
            : Set.of("name", "in", "required", "deprecated", "schema");
    Trees.rest(changes, label, was, is, judged);
  }

  private static @Nullable Node find(List<Node> parameters, Node like) {
    for (Node parameter : parameters) {
      if (name(parameter).equals(name(like))
          && Trees.same(Nodes.get(parameter, "in"), Nodes.get(like, "in"))) {
        return parameter;
      }
    }
    return null;
  }

  /** The names of those parameters that the other side has too. */
  private static List<String> names(List<Node> parameters, List<Node> others) {
    List<String> names = new ArrayList<>();
    for (Node parameter : parameters) {
      if (find(others, parameter) != null) {
        names.add(name(parameter));
      }
    }
    return names;
  }

  private static String name(Node parameter) {
    return String.valueOf(Nodes.text(parameter, "name"));
  }
}
