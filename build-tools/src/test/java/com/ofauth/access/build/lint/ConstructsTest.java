package com.ofauth.access.build.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README says to be refused is refused, by the rule and on the line that it should be. */
final class ConstructsTest {

  private static final Pattern EXAMPLES_OF_A_PLACE =
      Pattern.compile("\\*\\*([a-z ]+)\\*\\*\n\n((?:[- ] .*\n)+)");
  private static final Pattern EXAMPLE = Pattern.compile("(?m)^- `(.+)`:\\s+`([a-z-]+)`$");
  private static final String OWNER_PROPERTY =
      "photo: { type: string, description: URL of a picture. }";
  private static final String LAST_PARAMETER =
      "schema: { type: string, enum: [recent, who_tipped] }";

  static List<Arguments> refused() throws IOException {
    String readme = Files.readString(Path.of("../openapi/README.md"));
    String list = readme.substring(readme.indexOf("### Refused"));
    List<Arguments> refused = new ArrayList<>();
    for (MatchResult place : EXAMPLES_OF_A_PLACE.matcher(list).results().toList()) {
      for (MatchResult example : EXAMPLE.matcher(place.group(2)).results().toList()) {
        refused.add(Arguments.of(place.group(1), example.group(1), example.group(2)));
      }
    }
    return refused;
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatTheReadmeSays(String where, String example, String rule) {
    String marked = document(where, example);
    long line = marked.substring(0, marked.indexOf('§')).lines().count();

    assertThat(SpecLint.lint("x", marked.replace("§", "")))
        .anySatisfy(finding -> assertThat(finding).startsWith("x:" + line + ": " + rule + " "));
  }

  @Test
  void hasNothingAgainstTheDocumentThatTheClientIsTestedWith() throws IOException {
    String supported =
        Files.readString(Path.of("../client-generated/src/test/awkward/supported.yaml"));

    assertThat(SpecLint.lintForGenerator("supported.yaml", supported)).isEmpty();
  }

  static List<String> importsOfTheTemplates() throws IOException {
    Pattern imported = Pattern.compile("^import [a-z0-9.]+\\.([A-Z]\\w+);", Pattern.MULTILINE);
    List<String> names = new ArrayList<>();
    try (Stream<Path> templates = Files.list(Path.of("../client-generated/src/main/templates"))) {
      for (Path template : templates.filter(Files::isRegularFile).toList()) {
        imported.matcher(Files.readString(template)).results().forEach(m -> names.add(m.group(1)));
      }
    }
    return names.stream().distinct().toList();
  }

  @ParameterizedTest
  @MethodSource("importsOfTheTemplates")
  void refusesASchemaWithTheNameOfAClassThatTheTemplatesImport(String name) {
    assertThat(SpecLint.lint("x", document("schema name", name).replace("§", "")))
        .anySatisfy(finding -> assertThat(finding).contains(": schema-name " + name + ":"));
  }

  /** A good document but for the example, which stands on the line with the mark. */
  private static String document(String where, String example) {
    String good = SpecText.resource("/good.yaml");
    return switch (where) {
      case "property" ->
          good.replace(OWNER_PROPERTY, OWNER_PROPERTY + "\n        probe: " + example + "§");
      case "properties" -> schema(good, "Probe", "{ type: object, properties: " + example + " }§");
      case "schema" -> schema(good, "Probe", example + "§");
      case "schema name" -> schema(good, example, "{ type: object, description: P. }§");
      case "parameter" ->
          good.replace(LAST_PARAMETER, LAST_PARAMETER + "\n        - " + example + "§");
      case "request body" -> operation(good, "/probes", "post", "requestBody: " + example + "§");
      case "response" ->
          operation(good, "/probes", "get", "responses: { '200': " + example + "§ }");
      case "operation" ->
          operation(good, "/probes", "get", example.replaceAll("^\\{ | }$", "") + "§");
      case "method" -> operation(good, "/probes", example + "§", "description: P.");
      case "path" -> operation(good, "'" + example + "'", "get§", "description: P.");
      default -> throw new AssertionError("nobody knows how to write a " + where);
    };
  }

  private static String schema(String good, String name, String schema) {
    return good.replace(
        "    ErrorResponse:\n", "    " + name + ": " + schema + "\n    ErrorResponse:\n");
  }

  private static String operation(String good, String path, String method, String line) {
    String operation = method.contains("§") ? method.replace("§", ":§") : method + ":";
    return good.replace(
        "  /pets:\n",
        "  /pets:\n".replace("/pets", path)
            + "    "
            + operation
            + "\n      "
            + line
            + "\n  /pets:\n");
  }
}
