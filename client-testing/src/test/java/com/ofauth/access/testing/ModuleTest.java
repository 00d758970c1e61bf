package com.ofauth.access.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The provider as a module, in JVMs of their own. */
final class ModuleTest {
  private static final String TEST_FRAMEWORKS =
      ".*(junit|jupiter|opentest4j|assertj|apiguardian|archunit).*";
  private static final List<String> PATH =
      Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));

  @Test
  void exportsOnePackageAndNeedsNoTestFramework() {
    ModuleDescriptor module =
        ModuleFinder.of(Path.of("target/classes"))
            .find("com.ofauth.access.testing")
            .map(ModuleReference::descriptor)
            .orElseThrow();

    assertThat(module.exports())
        .singleElement()
        .satisfies(
            exported -> {
              assertThat(exported.source()).isEqualTo("com.ofauth.access.testing");
              assertThat(exported.isQualified()).isFalse();
            });
    assertThat(module.opens()).isEmpty();
    assertThat(module.requires())
        .filteredOn(required -> required.name().startsWith("org.junit"))
        .singleElement()
        .satisfies(
            required ->
                assertThat(required.modifiers())
                    .contains(ModuleDescriptor.Requires.Modifier.STATIC));
  }

  @Test
  void servesAUserThatRequiresItAlone(@TempDir Path folder) throws Exception {
    String modulePath = path(entry -> !entry.matches(TEST_FRAMEWORKS + "|.*test-classes.*"));
    Path sources = Files.createDirectories(folder.resolve("sources/user"));
    Path module =
        Files.writeString(
            folder.resolve("sources/module-info.java"),
            "module user { requires com.ofauth.access.testing; }");
    Path program =
        Files.writeString(
            sources.resolve("Program.java"),
            """
            package user;

            import com.ofauth.access.model.Chat;
            import com.ofauth.access.testing.OfAuthTestProvider;

            class Program {
              public static void main(String[] args) throws Exception {
                try (OfAuthTestProvider provider = OfAuthTestProvider.start()) {
                  Chat first = provider.connection().chats().all().get(0);
                  int status =
                      ((java.net.HttpURLConnection) provider.baseUrl().toURL().openConnection())
                          .getResponseCode();
                  System.out.println(status + " " + first.withUser().id());
                }
              }
            }
            """);
    String classes = folder.resolve("classes").toString();

    String compiled =
        run(
            "javac",
            "--module-path",
            modulePath,
            "-Xlint:all,-requires-automatic",
            "-Werror",
            "-d",
            classes,
            module.toString(),
            program.toString());
    assertThat(compiled).isEmpty();
    String output =
        run(
            "java",
            "--module-path",
            modulePath + File.pathSeparator + classes,
            "-m",
            "user/user.Program");
    assertThat(output).contains("404 4800");
  }

  private static String path(Predicate<String> taken) {
    return PATH.stream().filter(taken).collect(Collectors.joining(File.pathSeparator));
  }

  private static String run(String tool, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output.strip();
  }
}
