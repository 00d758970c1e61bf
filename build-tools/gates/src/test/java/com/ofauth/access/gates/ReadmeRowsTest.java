package com.ofauth.access.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The README's table of endpoints has what the spec has. */
final class ReadmeRowsTest {
  private static final Pattern PATH = Pattern.compile("  (/\\S*):");
  private static final Pattern METHOD = Pattern.compile("    (get|put|post|delete|patch):");
  private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+ /\\S*)` \\|.*");

  @Test
  @Tag("drift")
  void hasARowForEachEndpointAndNoOther() throws IOException {
    List<String> findings =
        findings(
            Files.readAllLines(Path.of("../../openapi/ofauth-access.yaml")),
            Files.readAllLines(Path.of("../../README.md")));

    if (!findings.isEmpty()) {
      fail(String.join("\n", findings));
    }
  }

  @Test
  void namesTheLineWhereARowIsMissingOrIsTooMuch() {
    List<String> spec =
        List.of("paths:", "  /a/{id}:", "    get:", "      x: 1", "  /b:", "    post:");
    List<String> readme = List.of("| endpoint | call |", "| `GET /a/{id}` | `a(id)` |");

    assertThat(findings(spec, readme))
        .containsExactly(
            "README.md:2: add a row for `POST /b` (openapi/ofauth-access.yaml:6) to the table of endpoints");
    assertThat(findings(spec.subList(0, 3), readme)).isEmpty();
    assertThat(findings(List.of(), readme))
        .containsExactly(
            "README.md:2: remove the row of `GET /a/{id}`, which the spec does not have");
  }

  private static List<String> findings(List<String> spec, List<String> readme) {
    List<String> findings = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    List<String> endpoints = new ArrayList<>();
    int last = 1;
    for (int i = 0; i < readme.size(); i++) {
      Matcher row = ROW.matcher(readme.get(i));
      if (row.matches()) {
        rows.add(row.group(1));
        last = i + 1;
      }
    }
    String path = "";
    for (int i = 0; i < spec.size(); i++) {
      Matcher pathLine = PATH.matcher(spec.get(i));
      Matcher method = METHOD.matcher(spec.get(i));
      if (pathLine.matches()) {
        path = pathLine.group(1);
      } else if (method.matches() && !path.isEmpty()) {
        String endpoint = method.group(1).toUpperCase(Locale.ROOT) + " " + path;
        endpoints.add(endpoint);
        if (!rows.contains(endpoint)) {
          findings.add(
              "README.md:%d: add a row for `%s` (openapi/ofauth-access.yaml:%d) to the table of endpoints"
                  .formatted(last, endpoint, i + 1));
        }
      }
    }
    for (int i = 0; i < readme.size(); i++) {
      Matcher row = ROW.matcher(readme.get(i));
      if (row.matches() && !endpoints.contains(row.group(1))) {
        findings.add(
            "README.md:%d: remove the row of `%s`, which the spec does not have"
                .formatted(i + 1, row.group(1)));
      }
    }
    return findings;
  }
}
