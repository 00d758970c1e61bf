package com.ofauth.access.build.diff;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Numbers;
import com.ofauth.access.build.spec.Operation;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** What can be called, and on what terms: paths, security, permissions, paging. */
public final class OperationsDiff {
  private static final String PERMISSIONS = "x-ofauth-permissions";
  private static final String PAGING = "x-ofauth-paging";

  /** Keys of the paging that document or name in Java. */
  private static final Set<String> PROSE_OF_PAGING =
      Set.of("all", "allName", "changes", "compares");

  private final SpecDocument before;
  private final SpecDocument after;
  private final SchemaDiff schemas;
  private final Changes changes;

  OperationsDiff(SpecDocument before, SpecDocument after, SchemaDiff schemas, Changes changes) {
    this.before = before;
    this.after = after;
    this.schemas = schemas;
    this.changes = changes;
  }

  void compare() {
    for (Operation was : before.operations()) {
      Operation is = find(after, was);
      if (is == null) {
        changes.gone(
            Impact.BREAKING, was.keyNode(), was.path(), was.call() + " is gone: its calls fail");
      } else {
        compare(was, is);
      }
    }
    for (Operation is : after.operations()) {
      if (find(before, is) == null) {
        changes.here(Impact.ADDITIVE, is.keyNode(), is.path(), is.call() + " is new: " + is.name());
      }
    }
  }

  private static @Nullable Operation find(SpecDocument spec, Operation like) {
    for (Operation operation : spec.operations()) {
      if (operation.path().equals(like.path()) && operation.method().equals(like.method())) {
        return operation;
      }
    }
    return null;
  }

  private void compare(Operation was, Operation is) {
    String call = is.call();
    if (!was.name().equals(is.name())) {
      changes.here(
          Impact.BREAKING,
          is.keyNode(),
          is.name(),
          call
              + " is called "
              + is.name()
              + " instead of "
              + was.name()
              + ": checkpoints of its lists are refused");
    }
    security(was, is);
    permissions(was, is);
    paging(was, is);
    Deprecation.compare(changes, call, is.path(), was.node(), is.node());
    new ParametersDiff(before, after, schemas, changes).compare(was, is);
    new BodiesDiff(before, after, schemas, changes)
        .request(
            call, Nodes.entry(was.node(), "requestBody"), Nodes.entry(is.node(), "requestBody"));
    new ResponsesDiff(before, after, schemas, changes).compare(was, is);
    Node wasTags = Nodes.get(was.node(), "tags");
    Node isTags = Nodes.get(is.node(), "tags");
    if (isTags != null && !Trees.same(wasTags, isTags)) {
      changes.here(
          Impact.BREAKING,
          isTags,
          is.name(),
          call + " moves to another entry of the SDK, and to another wire interface");
    }
    Trees.rest(changes, call, was.pathItem(), is.pathItem(), pathKeys(was, is));
    Trees.rest(
        changes,
        call,
        was.node(),
        is.node(),
        Set.of(
            "operationId",
            "tags",
            "security",
            "parameters",
            "requestBody",
            "responses",
            "deprecated",
            PERMISSIONS,
            PAGING));
  }

  private static Set<String> pathKeys(Operation was, Operation is) {
    Set<String> methods = new TreeSet<>(Trees.keys(was.pathItem(), is.pathItem()));
    methods.removeIf(key -> key.equals("summary") || key.equals("description"));
    return methods;
  }

  private void security(Operation was, Operation is) {
    Nodes.Entry entry = Nodes.entry(is.node(), "security");
    Node old = Nodes.get(was.node(), "security");
    if (!Trees.same(old, entry == null ? null : entry.value())) {
      changes.here(
          Impact.BREAKING,
          entry == null ? is.keyNode() : entry.keyNode(),
          is.path(),
          is.call()
              + " asks for other credentials: "
              + schemes(entry == null ? null : entry.value())
              + " instead of "
              + schemes(old));
      return;
    }
    for (String scheme : schemeNames(old)) {
      Node one = Nodes.get(before.root(), "components", "securitySchemes", scheme);
      Node other = Nodes.get(after.root(), "components", "securitySchemes", scheme);
      if (one != null && other != null) {
        for (String key : List.of("type", "in", "name", "scheme")) {
          Nodes.Entry is2 = Nodes.entry(other, key);
          if (!Trees.same(Nodes.get(one, key), is2 == null ? null : is2.value())) {
            changes.here(
                Impact.BREAKING,
                is2 == null ? other : is2.keyNode(),
                scheme,
                "the credential "
                    + scheme
                    + " is sent in another way: "
                    + key
                    + " is "
                    + Nodes.text(other, key)
                    + " instead of "
                    + Nodes.text(one, key));
          }
        }
        Trees.rest(
            changes,
            "the credential " + scheme,
            one,
            other,
            Set.of("type", "in", "name", "scheme"));
      }
    }
  }

  private static Set<String> schemeNames(@Nullable Node security) {
    Set<String> names = new TreeSet<>();
    for (Node way : Nodes.items(security)) {
      Nodes.entries(way).forEach(scheme -> names.add(scheme.key()));
    }
    return names;
  }

  private static String schemes(@Nullable Node security) {
    Set<String> names = schemeNames(security);
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private void permissions(Operation was, Operation is) {
    Nodes.Entry entry = Nodes.entry(is.node(), PERMISSIONS);
    Set<String> needed = Trees.texts(entry == null ? null : entry.value());
    Set<String> before2 = Trees.texts(Nodes.get(was.node(), PERMISSIONS));
    Node place = entry == null ? is.keyNode() : entry.keyNode();
    for (String permission : needed) {
      if (!before2.contains(permission)) {
        changes.here(
            Impact.BREAKING, place, permission, is.call() + " needs the permission " + permission);
      }
    }
    for (String permission : before2) {
      if (!needed.contains(permission)) {
        changes.here(
            Impact.ADDITIVE,
            place,
            permission,
            is.call() + " no longer needs the permission " + permission);
      }
    }
  }

  private void paging(Operation was, Operation is) {
    Nodes.Entry entry = Nodes.entry(is.node(), PAGING);
    Node old = Nodes.get(was.node(), PAGING);
    Node now = entry == null ? null : entry.value();
    Node place = entry == null ? is.keyNode() : entry.keyNode();
    if (old == null || now == null) {
      if (old != null || now != null) {
        changes.here(
            Impact.BREAKING,
            place,
            is.path(),
            is.call() + (now == null ? " is no longer paged" : " is paged now"));
      }
      return;
    }
    for (String key : Trees.keys(old, now)) {
      Nodes.Entry changed = Nodes.entry(now, key);
      if (!PROSE_OF_PAGING.contains(key)
          && !Trees.same(Nodes.get(old, key), changed == null ? null : changed.value())) {
        boolean moreAtOnce =
            key.equals("maxLimit")
                && Numbers.compare(Nodes.text(old, key), Nodes.text(now, key)) < 0;
        // With other content, each item of a list that is compared comes once.
        boolean harmless = moreAtOnce || key.equals("comparedBy");
        changes.here(
            harmless ? Impact.ADDITIVE : Impact.BREAKING,
            changed == null ? place : changed.keyNode(),
            key,
            is.call()
                + " is paged in another way: "
                + key
                + " is "
                + Nodes.text(now, key)
                + " instead of "
                + Nodes.text(old, key));
      }
    }
  }
}
