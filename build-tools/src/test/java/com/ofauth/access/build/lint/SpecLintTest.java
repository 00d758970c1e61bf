package com.ofauth.access.build.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpecLintTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);

  @Test
  void passesAGoodSpec() {
    assertThat(SpecText.good().lint()).isEmpty();
  }

  @Test
  void reportsEverythingInTheOrderOfTheLines() {
    assertThat(
            SpecText.good()
                .with("      description: A person.\n", "")
                .with("tags: [Pets]", "tags: []")
                .with("id: 5483920175", "id: here")
                .lint())
        .extracting(message -> message.replaceFirst("^good.yaml:(\\d+): (\\S+) .*", "$1 $2"))
        .containsExactly("10 operation-tag", "118 description", "148 example-invalid");
  }

  @Test
  void printsTheFindingsUnderTheNameThatTheRepositoryKnowsAndFails(@TempDir Path folder)
      throws IOException {
    Path file = Files.createDirectory(folder.resolve("openapi")).resolve("ofauth-access.yaml");
    Files.writeString(file, "openapi: 2.0.0\n");

    assertThatThrownBy(() -> SpecLint.run(file, false, printer))
        .isInstanceOf(SpecLintException.class)
        .hasMessage("1 finding in openapi/ofauth-access.yaml, see the lines above")
        .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("openapi/ofauth-access.yaml:1: openapi-version 2.0.0: ")
        .hasLineCount(1);
  }

  @Test
  void printsNothingForAGoodFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("good.yaml"), SpecText.resource("/good.yaml"));

    SpecLint.run(file, false, printer);

    assertThat(out.size()).isZero();
  }

  @Test
  void refusesToRunWithoutAPath() {
    assertThatThrownBy(() -> SpecLint.main(new String[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Give the path of the document, and before it --generator to leave out the rules of this project: []");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "$1$2:", "$1$2: []", "$1$2: {}", "$1$2: 7", "$1- $2"})
  void endsWithMessagesWhateverIsWrongWithALine(String replacement) {
    String[] lines = SpecText.resource("/good.yaml").split("\n");
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      lines[i] = line.replaceFirst("^([ -]*)([^:]+):.*$", replacement);
      String broken = String.join("\n", lines);
      lines[i] = line;

      assertThatCode(() -> SpecLint.lint("good.yaml", broken))
          .as(broken)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void tellsWhatTheGeneratorCanNotDoFromWhatTheProjectAsksFor() {
    SpecText house =
        SpecText.good()
            .with("      x-ofauth-permissions: ['pets:read']\n", "")
            .with("itemKey: owner.id", "itemKey: name")
            .withAll("        '504': { $ref: '#/components/responses/Error' }\n", "");

    assertThat(house.lint()).hasSize(3);
    assertThat(house.lintForGenerator()).isEmpty();
    assertThat(
            house
                .with("notes: { description", "notes: { type: array, description")
                .lintForGenerator())
        .singleElement()
        .asString()
        .contains(": array-items ");
  }

  @Test
  void refusesARequestBodyInOneSentenceThoughItCouldBeGenerated() {
    SpecText body =
        SpecText.good()
            .with("    get:\n      operationId: listPets", "    post:\n      operationId: listPets")
            .with(
                "      responses:\n        '200'",
                "      requestBody:\n        required: true\n        content: { application/json: { schema: { $ref: '#/components/schemas/Owner' } } }\n      responses:\n        '200'");

    assertThat(body.lintForGenerator()).isEmpty();
    assertThat(body.lint())
        .singleElement()
        .asString()
        .contains(": request-body-unsupported listPets: ");
  }
}
