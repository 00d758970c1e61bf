package com.ofauth.access.build.diff;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Operation;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** What a call can be answered with: statuses, headers, media types, bodies. */
final class ResponsesDiff {
  private final SpecDocument before;
  private final SpecDocument after;
  private final SchemaDiff schemas;
  private final Changes changes;
  private final BodiesDiff bodies;

  ResponsesDiff(SpecDocument before, SpecDocument after, SchemaDiff schemas, Changes changes) {
    this.before = before;
    this.after = after;
    this.schemas = schemas;
    this.changes = changes;
    this.bodies = new BodiesDiff(before, after, schemas, changes);
  }

  void compare(Operation wasCall, Operation isCall) {
    String call = isCall.call();
    List<Nodes.Entry> was = wasCall.responses(before);
    List<Nodes.Entry> is = isCall.responses(after);
    for (Nodes.Entry response : was) {
      Nodes.Entry now = find(is, response.key());
      String label = call + ": the answer " + response.key();
      if (now == null) {
        changes.gone(Impact.BREAKING, response.keyNode(), response.key(), label + " is gone");
      } else {
        headers(label, response.value(), now.value());
        bodies.content(label, Direction.RESPONSE, response.value(), now.value());
        Trees.rest(changes, label, response.value(), now.value(), Set.of("headers", "content"));
      }
    }
    for (Nodes.Entry response : is) {
      if (find(was, response.key()) == null) {
        boolean success = response.key().startsWith("2");
        changes.here(
            success ? Impact.BREAKING : Impact.ADDITIVE,
            response.keyNode(),
            response.key(),
            call
                + ": the answer "
                + response.key()
                + " is new"
                + (success ? ", and callers do not expect it" : ""));
      }
    }
  }

  private void headers(String label, Node was, Node is) {
    Node isHeaders = Nodes.get(is, "headers");
    for (Nodes.Entry header : Nodes.entries(Nodes.get(was, "headers"))) {
      Nodes.Entry now = Nodes.entry(isHeaders, header.key());
      String name = label + ": the header " + header.key();
      if (now == null) {
        changes.gone(Impact.BREAKING, header.keyNode(), header.key(), name + " is gone");
        continue;
      }
      Node one = before.follow(header.value());
      Node other = after.follow(now.value());
      boolean sure = Nodes.isTrue(Nodes.get(one, "required"));
      if (sure != Nodes.isTrue(Nodes.get(other, "required"))) {
        changes.here(
            sure ? Impact.BREAKING : Impact.ADDITIVE,
            now.keyNode(),
            header.key(),
            name + (sure ? " can be absent now" : " is always there now"));
      }
      Node wasSchema = Nodes.get(one, "schema");
      Node isSchema = Nodes.get(other, "schema");
      Set<String> judged = Set.of("required");
      if (wasSchema != null && isSchema != null) {
        schemas.compare(Site.outside(name, header.key(), Direction.RESPONSE), wasSchema, isSchema);
        judged = Set.of("required", "schema");
      }
      Trees.rest(changes, name, one, other, judged);
    }
    for (Nodes.Entry header : Nodes.entries(isHeaders)) {
      if (!Nodes.has(Nodes.get(was, "headers"), header.key())) {
        changes.here(
            Impact.ADDITIVE,
            header.keyNode(),
            header.key(),
            label + ": the header " + header.key() + " is new");
      }
    }
  }

  private static Nodes.@Nullable Entry find(List<Nodes.Entry> responses, String status) {
    for (Nodes.Entry response : responses) {
      if (response.key().equals(status)) {
        return response;
      }
    }
    return null;
  }
}
