package com.ofauth.access.codegen;

import static com.ofauth.access.json.JsonAssertions.assertRoundTrip;
import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.golden.model.Kind;
import com.ofauth.access.golden.model.Thing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds what the templates make of a small document against what a reviewer has seen. */
@Tag("drift")
class GoldenFileTest {
  private static final Path EXPECTED = Path.of("src/test/golden/expected");
  private static final Path GENERATED =
      Path.of("target/generated-test-sources/golden/src/main/java/com/ofauth/access/golden");
  private static final String HOW_TO_ACCEPT =
      "the output of the templates has changed; to accept it, run"
          + " \"mvn -pl client-generated test -Dgolden.update\" and review the difference in "
          + EXPECTED;

  @Test
  void theTemplatesMakeWhatWasReviewed() throws IOException {
    SortedMap<String, Path> generated = filesIn(GENERATED);
    if (System.getProperty("golden.update") != null) {
      accept(generated);
    }
    SortedMap<String, Path> expected = filesIn(EXPECTED);

    assertThat(generated.keySet()).as(HOW_TO_ACCEPT).isEqualTo(expected.keySet());
    SoftAssertions softly = new SoftAssertions();
    generated.forEach(
        (name, file) ->
            softly.assertThat(file).as(HOW_TO_ACCEPT).hasSameTextualContentAs(expected.get(name)));
    softly.assertAll();
  }

  @Test
  void theReviewedCodeReadsAndWrites() {
    Thing thing =
        assertRoundTrip(
            Thing.class,
            """
            {"id":1,"_view":"s","kind":"very-big","note":null,"parts":[],"state":"on","weights":{"kg":[1.50,null]},
             "extra":{"a":1},"toString":null,"unknown":[]}
            """);

    assertThat(thing.kind()).isEqualTo(Kind.VERY_BIG);
  }

  private static SortedMap<String, Path> filesIn(Path folder) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    if (Files.exists(folder)) {
      try (Stream<Path> found = Files.walk(folder).filter(Files::isRegularFile)) {
        found.forEach(file -> files.put(folder.relativize(file).toString(), file));
      }
    }
    return files;
  }

  private static void accept(Map<String, Path> generated) throws IOException {
    for (Path outdated : filesIn(EXPECTED).values()) {
      Files.delete(outdated);
    }
    for (Map.Entry<String, Path> file : generated.entrySet()) {
      Path target = EXPECTED.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.copy(file.getValue(), target);
    }
  }
}
