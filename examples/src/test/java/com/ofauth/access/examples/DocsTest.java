package com.ofauth.access.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All Java in the documents compiles, with all warnings as errors. A block is a file, members of a
 * class, or statements of a method; it may use the imports and the fields of {@code
 * docs-context.txt}.
 */
final class DocsTest {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Path CONTEXT = Path.of("src/test/resources/docs-context.txt");
  private static final Path DESCRIPTOR = Path.of("src/it/module/src/main/java/module-info.java");

  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern FILE =
      Pattern.compile("(?m)^(?:public )?(?:final )?(?:class|record|interface|enum) (\\w+)");
  private static final Pattern MEMBERS =
      Pattern.compile(
          "(?m)^(?:@|(?:public |private |static |final )*[\\w<>.]+ \\w+\\([^;]*\\) \\{)");

  @Test
  void allJavaInTheDocumentsCompiles(@TempDir Path classes) throws IOException {
    List<Source> blocks = blocks(documents());

    assertThat(blocks).extracting(source -> source.document).contains("README.md");
    assertThat(blocks).hasSizeGreaterThan(20);
    assertThat(findings(blocks, classes)).isEmpty();
  }

  @Test
  void namesDocumentAndLineOfWhatDoesNotCompile(@TempDir Path folder) throws IOException {
    Path document = folder.resolve("some.md");
    Files.writeString(
        document,
        """
        # Title
        ```java
        client.connection("conn_1").chats().list().forEach(chat -> {});
        ```
        ```java
        creator.chats().lists();
        ```
        ```java
        final class Whole {
          java.util.List raw;
        }
        ```
        ```java
        @Override
        public String toString() {
          return gone;
        }
        ```
        """);

    assertThat(findings(blocks(List.of(document)), folder))
        .hasSize(3)
        .satisfiesExactlyInAnyOrder(
            finding -> assertThat(finding).startsWith(document + ":6: ").contains("lists()"),
            finding -> assertThat(finding).startsWith(document + ":10: ").contains("raw"),
            finding -> assertThat(finding).startsWith(document + ":16: ").contains("gone"));
  }

  /** The module descriptor is compiled and run by {@link OutsideProjectIT}. */
  @Test
  void theModuleDescriptorInTheDocumentsIsThatOfAnOutsideProject() throws IOException {
    String descriptor = Files.readString(DESCRIPTOR);
    int seen = 0;
    for (Path document : documents()) {
      for (MatchResult block : JAVA_BLOCK.matcher(Files.readString(document)).results().toList()) {
        if (isDescriptor(block.group(1))) {
          assertThat(descriptor).contains(block.group(1).strip());
          seen++;
        }
      }
    }

    assertThat(seen).isPositive();
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(REPOSITORY.resolve("docs"))) {
      List<Path> documents =
          new ArrayList<>(docs.filter(file -> file.toString().endsWith(".md")).sorted().toList());
      documents.add(REPOSITORY.resolve("README.md"));
      documents.add(REPOSITORY.resolve("CONTRIBUTING.md"));
      documents.add(REPOSITORY.resolve("client-testing/README.md"));
      documents.add(REPOSITORY.resolve("openapi/README.md"));
      return documents;
    }
  }

  private static List<Source> blocks(List<Path> documents) throws IOException {
    List<Source> sources = new ArrayList<>();
    String context = Files.readString(CONTEXT);
    for (Path document : documents) {
      String text = Files.readString(document);
      for (MatchResult block : JAVA_BLOCK.matcher(text).results().toList()) {
        if (!isDescriptor(block.group(1))) {
          int line = (int) text.substring(0, block.start(1)).lines().count() + 1;
          String name = REPOSITORY.relativize(document.toAbsolutePath()).toString();
          sources.add(
              Source.of(
                  name.startsWith("..") ? document.toString() : name,
                  line,
                  block.group(1),
                  context,
                  "Block" + sources.size()));
        }
      }
    }
    return sources;
  }

  private static boolean isDescriptor(String block) {
    return block.startsWith("requires ");
  }

  private static List<String> findings(List<Source> blocks, Path classes) {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK");
    DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
    boolean compiled =
        compiler
            .getTask(
                new StringWriter(),
                null,
                told,
                List.of(
                    "-Xlint:all,-processing,-classfile", "-proc:none", "-d", classes.toString()),
                null,
                blocks)
            .call();
    // Others are about class files, whose annotations can lack their types.
    List<String> findings =
        told.getDiagnostics().stream()
            .filter(diagnostic -> diagnostic.getSource() instanceof Source)
            .map(DocsTest::finding)
            .toList();
    assertThat(compiled || !findings.isEmpty()).as("%s", told.getDiagnostics()).isTrue();
    return findings;
  }

  private static String finding(Diagnostic<? extends JavaFileObject> diagnostic) {
    Source block = (Source) diagnostic.getSource();
    return block.document
        + ":"
        + (diagnostic.getLineNumber() - block.linesBefore + block.line - 1)
        + ": "
        + diagnostic.getMessage(Locale.ROOT);
  }

  /** A block as a source file. */
  private static final class Source extends SimpleJavaFileObject {
    private final String document;
    private final int line;
    private final int linesBefore;
    private final String text;

    private Source(String document, int line, String name, String before, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.document = document;
      this.line = line;
      this.linesBefore = (int) before.lines().count();
      this.text = text;
    }

    static Source of(String document, int line, String block, String context, String name) {
      Matcher file = FILE.matcher(block);
      if (file.find()) {
        return new Source(document, line, file.group(1), "", block);
      }
      String before = context.replace("NAME", name);
      boolean members = MEMBERS.matcher(block).find();
      if (!members) {
        before += "  void statements() throws Exception {\n";
      }
      return new Source(document, line, name, before, before + block + (members ? "}\n" : "}}\n"));
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
