package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.V4Interaction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A pact may not ask or expect what the spec does not allow, nor leave anything of it out. */
@Tag("drift")
class PactAgainstSpecTest {
  private static final List<ContractCase> STRICT = Pacts.STRICT.cases();

  /** What no interaction covers, by regular expression, and why. */
  private static final Map<String, String> LEFT_OUT =
      Map.of(
          ".* (400|401|403|404|422|5..) header X-RateLimit-.*",
              "promised for no response; asked for where a client acts on them, with 200 and 429",
          "(list|get)MassMessages? 200 .*\\.media\\[\\*]\\.type=(gif|audio)",
              "media are the same in chats, where all types are covered",
          ".* (400|403|404|422|429|5..) \\$\\.actionRequired",
              "given with a 401 alone, by the documentation",
          ".* (403|404|422|5..) \\$\\.message",
              "the dialect with message was seen with 400, 401 and 429",
          ".* (404|502|503|504) \\$\\.(code|details)", "the older dialect was not seen with these",
          ".* (429|500) \\$\\.details", "no example of these has details",
          ".* 422 \\$\\.(type|requestId)", "only the older dialect has this status",
          ".* 50[234] \\$\\.type", "these come from proxies and have no type",
          ".*\\.(fromUser|media|options|full\\.url) null",
              "the examples show null for a medium, a list and a text of chats, which are the same");

  static Stream<Named<V4Interaction.SynchronousHttp>> interactions() {
    return Stream.of(Pacts.values())
        .flatMap(
            pact ->
                pact.interactions().stream()
                    .map(one -> Named.of(pact + " " + one.getDescription(), one)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("interactions")
  void asksAndExpectsWhatTheSpecAllows(V4Interaction.SynchronousHttp interaction) {
    assertThat(SpecCheck.problems(interaction)).isEmpty();
  }

  static Stream<Arguments> disagreements() {
    return Stream.of(
        Arguments.of(
            "[\"20\"]", "[\"21\"]", "Numeric instance is greater than the required maximum"),
        Arguments.of("\"offset\"", "\"skip\"", "Query parameter 'skip' is unexpected"),
        Arguments.of("access/chats", "access/chat", "No API path found that matches request"),
        Arguments.of("\"GET\"", "\"POST\"", "POST operation not allowed on path"),
        Arguments.of("\"apiKey\":[\"sk_sandbox_pact\"],", "", "requires security parameters"),
        Arguments.of(
            "\"canView\":true", "\"canView\":\"yes\"", "does not match any allowed primitive type"),
        Arguments.of("\"_view\"", "\"view\"", "The spec has no property $.list[*].withUser.view"),
        Arguments.of("\"hasMore\":", "\"more\":", "missing required properties ([\"hasMore\"])"),
        Arguments.of("\"status\":200", "\"status\":201", "Response status 201 not defined"),
        Arguments.of("RateLimit-Limit", "Limit", "The spec has no response header X-Limit here"),
        Arguments.of("application/json", "text/html", "does not match any allowed types"));
  }

  @ParameterizedTest(name = "{1} for {0}")
  @MethodSource("disagreements")
  void namesWhatThePactAndTheSpecDisagreeOn(String text, String changed, String reason) {
    String pact = Json.parse(Pacts.STRICT.text()).toString();
    assertThat(pact).contains(text);

    List<String> problems =
        DefaultPactReader.INSTANCE.loadPact(pact.replace(text, changed)).getInteractions().stream()
            .filter(
                one ->
                    one.getDescription()
                        .equals("listChats: a page of chats with every known field"))
            .flatMap(one -> SpecCheck.problems((V4Interaction.SynchronousHttp) one).stream())
            .toList();

    assertThat(problems).as("problems").anySatisfy(problem -> assertThat(problem).contains(reason));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("interactions")
  void refersToTheOperationThatItAsksFor(V4Interaction.SynchronousHttp interaction) {
    assertThat(interaction.getRequest().getPath())
        .matches(Interactions.operation(interaction).path().replaceAll("\\{[^}]+}", "[^/]+"));
  }

  @Test
  void coversTheWholeSpec() {
    Set<String> missing = new TreeSet<>(SpecCoverage.ofSpec());
    missing.removeAll(SpecCoverage.of(STRICT));
    missing.removeIf(name -> LEFT_OUT.keySet().stream().anyMatch(name::matches));
    assertThat(missing).as("covered by no interaction, nor left out for a reason").isEmpty();
  }

  @Test
  void leavesOutNothingThatIsCoveredOrGone() {
    Set<String> missing = new TreeSet<>(SpecCoverage.ofSpec());
    missing.removeAll(SpecCoverage.of(STRICT));
    assertThat(LEFT_OUT.keySet())
        .allSatisfy(pattern -> assertThat(missing).anyMatch(name -> name.matches(pattern)));
  }

  @Test
  void noticesWhatIsNoLongerCovered() {
    Set<String> covered =
        SpecCoverage.of(
            STRICT.stream().filter(one -> !one.description().contains("tippers")).toList());
    assertThat(SpecCoverage.ofSpec()).contains("listChats ?filter=who_tipped");
    assertThat(covered).doesNotContain("listChats ?filter=who_tipped");
  }
}
