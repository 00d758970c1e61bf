package com.ofauth.access.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** All Java in the README compiles. */
final class ReadmeTest {
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

  private static final Path SNIPPETS =
      Path.of("src/main/java/com/ofauth/access/examples/ReadmeSnippets.java");

  /** Compiled and run by {@link OutsideProjectIT}. */
  private static final Path PROGRAM = Path.of("src/it/program/outside/ReadmeProgram.java");

  @Test
  void showsOnlyCodeThatIsCompiled() throws IOException {
    String compiled =
        withoutSpace(Files.readString(SNIPPETS)) + withoutSpace(Files.readString(PROGRAM));
    List<String> blocks =
        JAVA_BLOCK
            .matcher(Files.readString(Path.of("../README.md")))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(blocks).hasSizeGreaterThanOrEqualTo(4);
    assertThat(blocks)
        .allSatisfy(
            block ->
                assertThat(compiled)
                    .as(
                        "%s or %s has this block of the README, except for spaces:\n%s",
                        SNIPPETS, PROGRAM, block)
                    .contains(withoutSpace(block)));
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s+", "");
  }
}
