package com.ofauth.access.build.diff;

import com.ofauth.access.build.spec.Nodes;
import org.yaml.snakeyaml.nodes.Node;

/** What is deprecated still works: a change of it is told and breaks nothing. */
final class Deprecation {
  private Deprecation() {}

  static void compare(Changes changes, String label, String subject, Node was, Node is) {
    boolean before = Nodes.isTrue(Nodes.get(was, "deprecated"));
    boolean after = Nodes.isTrue(Nodes.get(is, "deprecated"));
    if (before != after) {
      changes.here(
          Impact.ADDITIVE,
          is,
          subject,
          label + (after ? " is deprecated" : " is no longer deprecated"));
    }
  }
}
