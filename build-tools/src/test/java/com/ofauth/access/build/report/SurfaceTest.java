package com.ofauth.access.build.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.build.diff.Impact;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The public face of classes that are compiled for the purpose, and what a change of it is told as.
 */
final class SurfaceTest {
  private static final String BEFORE =
      """
      package p;
      import java.util.List;
      import org.jspecify.annotations.Nullable;
      public final class Api {
        public interface Listener { void onCall(String name); }
        public interface Answer { int status(); }
        public enum Order { FIRST, LAST }
        public abstract static class Base {
          Base() {}
          public final int size() { return 0; }
          protected void hook() {}
          void inner() {}
        }
        public static final int LIMIT = 1;
        public Api(Listener listener) {}
        public static <T extends Comparable<T>> List<@Nullable T> sorted(List<T> items) { return List.of(); }
        public @Nullable String name(String @Nullable [] parts) throws java.io.IOException { return null; }
        public Answer call() { throw new IllegalStateException(); }
        private void hidden() {}
        static class Hidden { public void visible() {} }
        public static final class Shown extends Hidden {}
      }
      """;

  private final Path folder;

  SurfaceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void showsWhatUsersCanCompileAgainst() throws IOException {
    assertThat(surface(BEFORE))
        .containsExactly(
            "final class p.Api",
            "  static LIMIT: int",
            "  call(): p.Api.Answer",
            "  name(parts: String[]?) throws java.io.IOException: String?",
            "  new(listener: p.Api.Listener)",
            "  static sorted<T extends Comparable<T>>(items: java.util.List<T>): java.util.List<T?>",
            "interface p.Api.Answer",
            "  abstract status(): int",
            "abstract class p.Api.Base",
            "  protected hook(): void",
            "  size(): int",
            "interface p.Api.Listener (users hand it in)",
            "  abstract onCall(name: String): void",
            "enum p.Api.Order",
            "  static FIRST: p.Api.Order",
            "  static LAST: p.Api.Order",
            "final class p.Api.Shown",
            "  new()",
            "  visible(): void");
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change(
            "public Answer call()",
            "Answer call()",
            Impact.BREAKING,
            "Api: call(): p.Api.Answer is gone"),
        change(
            "public Answer call()",
            "public @Nullable Answer call()",
            Impact.BREAKING,
            "Api: call(): p.Api.Answer? instead of call(): p.Api.Answer"),
        change(
            "String @Nullable [] parts",
            "String [] parts",
            Impact.BREAKING,
            "instead of name(parts: String[]?)"),
        change(
            "List<T> items",
            "java.util.Set<T> items",
            Impact.BREAKING,
            "(items: java.util.Set<T>)"),
        change(
            "FIRST, LAST", "FIRST", Impact.BREAKING, "Api.Order: static LAST: p.Api.Order is gone"),
        change(
            "FIRST, LAST",
            "FIRST, LAST, ANY",
            Impact.ADDITIVE,
            "Api.Order: static ANY: p.Api.Order is new"),
        change(
            "void onCall(String name);",
            "void onCall(String name); void onEnd();",
            Impact.BREAKING,
            "Api.Listener: abstract onEnd(): void is new, and users who implement it lack it"),
        change(
            "void onCall(String name);",
            "void onCall(String name); default void onEnd() {}",
            Impact.ADDITIVE,
            "Api.Listener: default onEnd(): void is new"),
        change(
            "int status();",
            "int status(); int size();",
            Impact.ADDITIVE,
            "Api.Answer: abstract size(): int is new"),
        change(
            "abstract static class Base",
            "static class Base",
            Impact.BREAKING,
            "it is \"class p.Api.Base\" instead of"),
        change(
            "public enum Order { FIRST, LAST }",
            "",
            Impact.BREAKING,
            "Api.Order: the class is gone"),
        change(
            "private void hidden() {}",
            "public record New(int a) {}",
            Impact.ADDITIVE,
            "Api.New: the class is new"));
  }

  private static Arguments change(String part, String to, Impact impact, String told) {
    return Arguments.of(part, to, impact, told);
  }

  @ParameterizedTest(name = "{3}")
  @MethodSource("changes")
  void tellsEachChange(String part, String to, Impact impact, String told) throws IOException {
    assertThat(BEFORE).contains(part);
    List<String> was = surface(BEFORE);
    List<String> is = surface(BEFORE.replace(part, to));

    List<ApiChange> changes = SurfaceDiff.between("old.api", was, is);

    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).impact()).isEqualTo(impact);
    assertThat(changes.get(0).text()).contains(told);
    assertThat(changes.get(0).place()).matches("old\\.api:[0-9]+");
    assertThat(SurfaceDiff.between("old.api", was, was)).isEmpty();
  }

  /** Compiles a file and reads the surface of what comes out. */
  private List<String> surface(String source) throws IOException {
    Path place = Files.createTempDirectory(folder, "api");
    Path file = Files.writeString(place.resolve("Api.java"), source);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-parameters",
                "--release",
                "17",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                place.toString(),
                file.toString());
    assertThat(result).as("javac").isZero();
    List<Class<?>> classes = new ArrayList<>();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {place.toUri().toURL()});
        Stream<Path> files = Files.list(place.resolve("p"))) {
      for (Path each : (Iterable<Path>) files::iterator) {
        classes.add(loader.loadClass("p." + each.getFileName().toString().replace(".class", "")));
      }
      return Surface.of(classes);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
