package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.Nodes;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what the rules find. A finding that several rules come upon is kept once. */
final class Findings {

  private final Set<Finding> found = new LinkedHashSet<>();

  void add(Node at, String rule, String offender, String advice) {
    add(Nodes.line(at), rule, offender, advice);
  }

  void add(int line, String rule, String offender, String advice) {
    found.add(new Finding(line, rule, offender, advice));
  }

  boolean has(String rule) {
    return found.stream().anyMatch(finding -> finding.rule().equals(rule));
  }

  List<Finding> byLine() {
    return found.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
  }
}
