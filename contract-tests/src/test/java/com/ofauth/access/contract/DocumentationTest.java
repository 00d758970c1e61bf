package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds docs/contracts.md against what it tells of. */
class DocumentationTest {
  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void statesAreThoseOfThePacts() throws IOException {
    String document = Files.readString(DOCS.resolve("contracts.md"));

    assertThat(document).contains("<!-- states -->\n" + statesList() + "<!-- /states -->\n");
  }

  @Test
  void everyStateOfTheTestProviderIsAskedFor() {
    assertThat(answersByState().keySet())
        .containsExactlyInAnyOrder(
            List.of(ProviderState.values()).stream()
                .map(ProviderState::text)
                .toArray(String[]::new));
  }

  /** Commands of the workflow are run by tests, or shown in the document with other values. */
  @Test
  void workflowRunsTheDocumentedCommands() throws IOException {
    String document = Files.readString(DOCS.resolve("contracts.md")).replaceAll(" \\\\\n +", " ");
    JsonNode workflow =
        new YAMLMapper().readTree(Files.readString(DOCS.resolve("contracts-ci.yml")));
    List<String> commands = new ArrayList<>();
    workflow.findValuesAsText("run").forEach(command -> commands.add(command));

    assertThat(commands)
        .hasSize(7)
        .allSatisfy(
            command -> {
              String documented =
                  command
                      .replaceFirst("mvn -B (-q )?", "mvn ")
                      .replace("$GITHUB_SHA", "$(git rev-parse HEAD)")
                      .replace("$GITHUB_REF_NAME", "$(git branch --show-current)");
              assertThat(document).contains(documented);
            });
  }

  private static String statesList() {
    StringBuilder list = new StringBuilder();
    answersByState()
        .forEach(
            (state, answers) ->
                list.append("- %s\n  - %s\n".formatted(state, String.join(", ", answers))));
    return list.toString();
  }

  private static Map<String, Set<String>> answersByState() {
    Map<String, Set<String>> answers = new TreeMap<>();
    for (Pacts pact : Pacts.values()) {
      pact.committed()
          .forEach(
              one ->
                  answers
                      .computeIfAbsent(Interactions.state(one).text(), state -> new TreeSet<>())
                      .add(
                          Interactions.operation(one).name()
                              + " "
                              + one.getResponse().getStatus()));
    }
    return answers;
  }
}
