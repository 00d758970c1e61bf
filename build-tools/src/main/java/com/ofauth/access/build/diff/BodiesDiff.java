package com.ofauth.access.build.diff;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** What requests and responses carry: media types and their schemas. */
final class BodiesDiff {
  private final SpecDocument before;
  private final SpecDocument after;
  private final SchemaDiff schemas;
  private final Changes changes;

  BodiesDiff(SpecDocument before, SpecDocument after, SchemaDiff schemas, Changes changes) {
    this.before = before;
    this.after = after;
    this.schemas = schemas;
    this.changes = changes;
  }

  /** Compares the bodies of requests. */
  void request(String call, Nodes.@Nullable Entry was, Nodes.@Nullable Entry is) {
    String label = call + ": the request body";
    if (was == null || is == null) {
      if (is != null) {
        boolean required = Nodes.isTrue(Nodes.get(after.follow(is.value()), "required"));
        changes.here(
            required ? Impact.BREAKING : Impact.ADDITIVE,
            is.keyNode(),
            "",
            label + " is new" + (required ? ", and has to be given" : ""));
      } else if (was != null) {
        changes.gone(Impact.BREAKING, was.keyNode(), "", label + " is gone");
      }
      return;
    }
    Node one = before.follow(was.value());
    Node other = after.follow(is.value());
    boolean required = Nodes.isTrue(Nodes.get(other, "required"));
    if (required != Nodes.isTrue(Nodes.get(one, "required"))) {
      changes.here(
          required ? Impact.BREAKING : Impact.ADDITIVE,
          is.keyNode(),
          "",
          label + (required ? " has to be given now" : " can be left out now"));
    }
    content(label, Direction.REQUEST, one, other);
    Trees.rest(changes, label, one, other, Set.of("required", "content"));
  }

  /** Compares the media types of a body and their schemas. */
  void content(String label, Direction direction, Node was, Node is) {
    Node isContent = Nodes.get(is, "content");
    for (Nodes.Entry type : Nodes.entries(Nodes.get(was, "content"))) {
      Nodes.Entry now = Nodes.entry(isContent, type.key());
      if (now == null) {
        changes.gone(
            Impact.BREAKING,
            type.keyNode(),
            type.key(),
            label + " no longer comes as " + type.key());
        continue;
      }
      Node wasSchema = Nodes.get(type.value(), "schema");
      Node isSchema = Nodes.get(now.value(), "schema");
      Set<String> judged = Set.of();
      if (wasSchema != null && isSchema != null) {
        schemas.compare(Site.outside(label, type.key(), direction), wasSchema, isSchema);
        judged = Set.of("schema");
      }
      Trees.rest(changes, label, type.value(), now.value(), judged);
    }
    for (Nodes.Entry type : Nodes.entries(isContent)) {
      if (!Nodes.has(Nodes.get(was, "content"), type.key())) {
        changes.here(
            Impact.ADDITIVE, type.keyNode(), type.key(), label + " can come as " + type.key());
      }
    }
  }
}
