package com.ofauth.access.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The provider in a program of its own, in a JVM without any test framework. */
final class OutsideOfTestsTest {

  @Test
  void needsNoTestFrameworkAndKeepsNoJvmAlive() throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.matches(".*(junit|jupiter|opentest4j|assertj|apiguardian).*"))
            .collect(Collectors.joining(File.pathSeparator));
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Program.class.getName())
            .redirectErrorStream(true)
            .start();

    String output = new String(program.getInputStream().readAllBytes(), UTF_8);

    assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(output).contains("200 ").contains("left open");
    assertThat(program.exitValue()).isZero();
  }

  /** Ends its main method with a provider that still listens. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      OfAuthTestProvider provider = OfAuthTestProvider.start();
      Http.Answer answer = Http.get(provider, Http.CHATS);
      System.out.println(answer.status() + " " + answer.body().length());
      System.out.println("left open: " + provider.openConnections());
    }
  }
}
