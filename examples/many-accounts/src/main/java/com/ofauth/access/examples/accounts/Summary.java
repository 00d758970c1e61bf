package com.ofauth.access.examples.accounts;

import java.io.PrintStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one member does.
 *
 * @param states how many connections are in each state
 * @param problems some of the connections that need attention, and why
 * @param items how many items it has written
 * @param requests how many requests it has sent
 */
record Summary(
    TreeMap<AccountWorker.State, Integer> states, List<String> problems, long items, long requests)
    implements Serializable {

  /** Prints a table of what runs where. */
  static void print(Map<String, Summary> members, PrintStream out) {
    String row = "%-24s %9s %9s %9s %9s %9s %11s %11s%n";
    out.printf(
        row,
        "member",
        "waiting",
        "copying",
        "following",
        "expired",
        "failing",
        "items",
        "requests");
    members.forEach((name, summary) -> summary.print(name, row, out));
    members.values().forEach(member -> member.problems().forEach(out::println));
    out.flush();
  }

  private void print(String name, String row, PrintStream out) {
    out.printf(
        row,
        name,
        count(AccountWorker.State.WAITING),
        count(AccountWorker.State.COPYING),
        count(AccountWorker.State.FOLLOWING),
        count(AccountWorker.State.EXPIRED),
        count(AccountWorker.State.FAILING),
        items,
        requests);
  }

  private int count(AccountWorker.State state) {
    return states.getOrDefault(state, 0);
  }
}
