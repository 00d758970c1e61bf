package com.ofauth.access.codegen;

import static com.ofauth.access.internal.json.JsonAssertions.assertRoundTrip;
import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.golden.model.Kind;
import com.ofauth.access.golden.model.Thing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds what the templates make of a small document against what a reviewer has seen. */
@Tag("drift")
class GoldenFileTest {
  private static final ReviewedCode REVIEWED =
      new ReviewedCode(
          Path.of("src/test/golden/expected"), "client-generated/src/test/golden/expected");
  private static final Path GENERATED =
      Path.of("target/generated-test-sources/golden/src/main/java/com/ofauth/access/golden");

  @Test
  void theTemplatesMakeWhatWasReviewed() throws IOException {
    if (System.getProperty("golden.update") != null) {
      REVIEWED.accept(GENERATED);
    }

    assertThat(GENERATED).isNotEmptyDirectory();
    List<String> differences = REVIEWED.differencesTo(GENERATED);
    assertThat(differences).withFailMessage(() -> String.join("\n", differences)).isEmpty();
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
}
