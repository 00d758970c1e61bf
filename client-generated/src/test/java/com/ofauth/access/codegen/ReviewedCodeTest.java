package com.ofauth.access.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the golden test says of templates that make something else, until that is accepted. */
class ReviewedCodeTest {
  @TempDir private Path root;
  private Path generated;
  private ReviewedCode reviewed;

  @BeforeEach
  void review() throws IOException {
    generated = root.resolve("generated");
    Files.createDirectories(generated.resolve("model"));
    Files.writeString(generated.resolve("model/Thing.java"), "class Thing {\n  int id;\n}\n");
    Files.writeString(generated.resolve("model/Kind.java"), "class Kind {}\n");
    reviewed = new ReviewedCode(root.resolve("reviewed"), "golden");
    reviewed.accept(generated);
    assertThat(reviewed.differencesTo(generated)).isEmpty();
  }

  @Test
  void namesTheFirstLineThatDiffers() throws IOException {
    Files.writeString(generated.resolve("model/Thing.java"), "class Thing {\n  long id;\n}\n");

    assertThat(reviewed.differencesTo(generated))
        .singleElement()
        .asString()
        .startsWith(
            "golden/model/Thing.java:2: the templates make \"long id;\" instead of \"int id;\"")
        .contains("-Dgolden.update");
    reviewed.accept(generated);
    assertThat(reviewed.differencesTo(generated)).isEmpty();
  }

  @Test
  void noticesWhatOnlyTheEndTells() throws IOException {
    Files.writeString(generated.resolve("model/Kind.java"), "class Kind {}\n// more\n");
    Files.writeString(generated.resolve("model/Thing.java"), "class Thing {\n  int id;\n}");

    assertThat(reviewed.differencesTo(generated))
        .satisfiesExactly(
            kind ->
                assertThat(kind)
                    .startsWith("golden/model/Kind.java:2:")
                    .contains("\"// more\" instead of an end"),
            thing -> assertThat(thing).startsWith("golden/model/Thing.java:4:"));
  }

  @Test
  void namesFilesThatComeAndGo() throws IOException {
    Files.move(generated.resolve("model/Kind.java"), generated.resolve("model/Sort.java"));

    assertThat(reviewed.differencesTo(generated))
        .satisfiesExactly(
            gone -> assertThat(gone).startsWith("golden/model/Kind.java:1:").contains("any more"),
            come -> assertThat(come).startsWith("golden/model/Sort.java:1:").contains("nobody"));
    reviewed.accept(generated);
    assertThat(reviewed.differencesTo(generated)).isEmpty();
  }
}
