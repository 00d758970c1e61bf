package com.ofauth.access.contract.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/**
 * What a verification found. It has paths, kinds and counts, and no value of an answer. Immutable.
 */
public final class ContractReport {
  private final String contract;
  private final List<Check> checks;
  private final List<Finding> findings;
  private final Map<String, Integer> items = new LinkedHashMap<>();
  private final Coverage coverage;
  private final int requests;

  ContractReport(
      String contract, List<Check> checks, Findings findings, Coverage coverage, int requests) {
    this.contract = contract;
    this.checks = List.copyOf(checks);
    this.findings =
        findings.all().stream()
            .sorted(Comparator.comparing(Finding::operation).thenComparing(Finding::path))
            .toList();
    checks.forEach(check -> items.put(check.operation(), findings.items(check.operation())));
    this.coverage = coverage;
    this.requests = requests;
  }

  /**
   * {@return the verdict: broken if anything is, else not verified if something could not be looked
   * at, else kept}
   */
  public Verdict verdict() {
    return checks.stream()
        .map(Check::verdict)
        .reduce(Verdict::and)
        .map(verdict -> findings.isEmpty() ? verdict : Verdict.BROKEN)
        .orElse(Verdict.NOT_VERIFIED);
  }

  /** {@return everything that was looked at, in order} */
  public List<Check> checks() {
    return checks;
  }

  /** {@return what is wrong, each path of an operation once, sorted} */
  public List<Finding> findings() {
    return findings;
  }

  /**
   * {@return the fields, words and nulls that answers showed, sorted; only these are proven} Each
   * begins with the id of the operation.
   */
  public NavigableSet<String> seen() {
    return coverage.seen();
  }

  /** {@return the fields, words and nulls of the OpenAPI document that no answer showed, sorted} */
  public NavigableSet<String> neverSeen() {
    return coverage.neverSeen();
  }

  /** {@return fields and words of answers that the OpenAPI document does not have} */
  public List<String> unknown() {
    return coverage.unknown();
  }

  /** {@return the report as text, for people} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("The ").append(contract).append(" contract: ").append(verdict().text());
    text.append(" (").append(requests).append(" requests)\n");
    items.forEach((operation, count) -> text.append(of(operation, count)));
    if (!findings.isEmpty()) {
      text.append('\n').append(table());
    }
    text.append("\nSeen: ").append(coverage.summary()).append('\n');
    unknown().forEach(one -> text.append("  new: ").append(one).append('\n'));
    return text.toString();
  }

  private String of(String operation, int count) {
    StringBuilder text = new StringBuilder();
    List<Check> own = checks.stream().filter(one -> one.operation().equals(operation)).toList();
    long kept = own.stream().filter(one -> one.verdict() == Verdict.KEPT).count();
    text.append(
        "  %s: %d of %d checks kept, %d different items seen%n"
            .formatted(operation, kept, own.size(), count));
    for (Check one : own) {
      boolean tell = one.verdict() != Verdict.KEPT || one.told().startsWith("Nothing to tell");
      if (tell) {
        String told = one.told().isEmpty() ? "" : ": " + one.told();
        text.append("    %s, %s%s%n".formatted(one.name(), one.verdict().text(), told));
      }
    }
    return text.toString();
  }

  /** The findings, one row each. */
  private String table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("operation", "path", "expected", "found", "seen in"));
    for (Finding one : findings) {
      rows.add(List.of(one.operation(), one.path(), one.expected(), one.found(), one.frequency()));
    }
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder table = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      table.append(line.toString().stripTrailing()).append('\n');
    }
    return table.toString();
  }
}
