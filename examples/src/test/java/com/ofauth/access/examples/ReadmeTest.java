package com.ofauth.access.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code that the README shows is code that compiles. */
final class ReadmeTest {
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

  @Test
  void showsOnlyCodeThatIsCompiled() throws IOException {
    String compiled =
        withoutSpace(
            Files.readString(
                Path.of("src/main/java/com/ofauth/access/examples/ReadmeSnippets.java")));
    List<String> blocks =
        JAVA_BLOCK
            .matcher(Files.readString(Path.of("../README.md")))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(blocks).hasSizeGreaterThanOrEqualTo(3);
    assertThat(blocks)
        .allSatisfy(
            block ->
                assertThat(compiled)
                    .as(
                        "ReadmeSnippets.java holds this block of the README, spaces aside:\n%s",
                        block)
                    .contains(withoutSpace(block)));
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s+", "");
  }
}
