package com.ofauth.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.SpecDocument;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.nodes.Node;

/** A connection gives the entry of each tag: the one method of an entry that is written by hand. */
final class EntriesTest {
  private static final String CONNECTION = "src/main/java/com/ofauth/access/OfAuthConnection.java";

  @Test
  @Tag("drift")
  void aConnectionGivesTheEntryOfEachTag() throws IOException {
    List<String> findings = findings(Files.readString(Path.of("../openapi/ofauth-access.yaml")));

    if (!findings.isEmpty()) {
      fail(String.join("\n", findings));
    }
  }

  @Test
  void namesTheLineOfTheTagAndOfTheConnection() throws IOException {
    String spec =
        "tags:\n  - name: Chats\n    description: a\n  - name: Things\n    description: b\n";

    assertThat(findings(spec))
        .singleElement()
        .asString()
        .matches(
            "client-ergonomic/src/main/java/com/ofauth/access/OfAuthConnection\\.java:\\d+: add a method that"
                + " returns Things, the entry of the tag Things \\(openapi/ofauth-access\\.yaml:4\\)");
  }

  private static List<String> findings(String spec) throws IOException {
    List<String> given =
        Arrays.stream(OfAuthConnection.class.getMethods())
            .map(Method::getReturnType)
            .map(Class::getSimpleName)
            .toList();
    List<String> findings = new ArrayList<>();
    for (Node tag : Nodes.items(Nodes.get(SpecDocument.parse(spec).root(), "tags"))) {
      String name = Nodes.text(tag, "name");
      if (!given.contains(name)) {
        findings.add(
            "client-ergonomic/%s:%d: add a method that returns %s, the entry of the tag %s (openapi/ofauth-access.yaml:%d)"
                .formatted(CONNECTION, lastEntry(), name, name, Nodes.line(tag)));
      }
    }
    return findings;
  }

  /** The line of the method behind which another one finds its place. */
  private static int lastEntry() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(CONNECTION));
    int line = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().endsWith("(scope);")) {
        line = i + 1;
      }
    }
    return line;
  }
}
