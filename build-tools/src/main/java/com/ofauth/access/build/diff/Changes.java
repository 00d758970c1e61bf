package com.ofauth.access.build.diff;

import com.ofauth.access.build.spec.Nodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers what a comparison finds, each with its line in one of the two files. */
final class Changes {
  private final String oldFile;
  private final String newFile;
  private final List<SpecChange> found = new ArrayList<>();

  Changes(String oldFile, String newFile) {
    this.oldFile = oldFile;
    this.newFile = newFile;
  }

  /** Something that is in the new document. */
  void here(Impact impact, Node place, String subject, String text) {
    add(new SpecChange(impact, newFile + ":" + Nodes.line(place), subject, text));
  }

  /** Something that only the old document has. */
  void gone(Impact impact, Node place, String subject, String text) {
    add(new SpecChange(impact, oldFile + ":" + Nodes.line(place), subject, text));
  }

  /** Two parts of the document can share what they refer to: it is told once. */
  private void add(SpecChange change) {
    if (!found.contains(change)) {
      found.add(change);
    }
  }

  /** Gravest first, else in the order of the documents' comparison. */
  List<SpecChange> list() {
    return found.stream().sorted(Comparator.comparing(SpecChange::impact)).toList();
  }
}
