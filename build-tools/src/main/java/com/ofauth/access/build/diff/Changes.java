package com.ofauth.access.build.diff;

import com.ofauth.access.build.spec.Nodes;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers what a comparison finds, each with its line in one of the two files. */
final class Changes {
  private final String oldFile;
  private final String newFile;

  /** Two parts of the document can share what they refer to: it is told once. */
  private final Set<SpecChange> found = new LinkedHashSet<>();

  Changes(String oldFile, String newFile) {
    this.oldFile = oldFile;
    this.newFile = newFile;
  }

  /** Something that is in the new document. */
  void here(Impact impact, Node place, String subject, String text) {
    found.add(new SpecChange(impact, impact, in(newFile, place), "", subject, text));
  }

  /** Something that only the old document has. */
  void gone(Impact impact, Node place, String subject, String text) {
    found.add(new SpecChange(impact, impact, in(oldFile, place), "", subject, text));
  }

  /** A change of a schema, which can mean more for the Java API than on the wire. */
  void here(Impact wire, Impact java, Node place, Site site, String text) {
    add(wire, java, in(newFile, place), site, text);
  }

  /** A part of a schema that only the old document has. */
  void gone(Impact wire, Impact java, Node place, Site site, String text) {
    add(wire, java, in(oldFile, place), site, text);
  }

  private void add(Impact wire, Impact java, String place, Site site, String text) {
    Impact impact = wire.compareTo(java) < 0 ? wire : java;
    found.add(
        new SpecChange(impact, wire, place, site.owner(), site.subject(), text + site.reach()));
  }

  private static String in(String file, Node place) {
    return file + ":" + Nodes.line(place);
  }

  /** Gravest first, else in the order of the documents' comparison. */
  List<SpecChange> list() {
    return found.stream().sorted(Comparator.comparing(SpecChange::impact)).toList();
  }
}
