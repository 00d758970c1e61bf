package com.ofauth.access.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pact's verifier in Rust, installed by npm from a lock file into the build's folder. */
final class RustVerifier {
  private static final Path MANIFEST = Path.of("rust-verifier");
  private static final Path WORK = Path.of("target", "rust-verifier");

  private final String node;

  private RustVerifier(String node) {
    this.node = node;
  }

  /** Installs it if it is not there yet. Skips the test that calls where node or npm is missing. */
  static RustVerifier install() throws IOException {
    String node = executable("node", "node.exe");
    String npm = executable("npm", "npm.cmd");
    Path installed = WORK.resolve("installed");
    String lock = Files.readString(MANIFEST.resolve("package-lock.json"));
    if (!Files.exists(installed) || !Files.readString(installed).equals(lock)) {
      Files.createDirectories(WORK);
      for (String file : List.of("package.json", "package-lock.json", ".npmrc")) {
        Files.copy(MANIFEST.resolve(file), WORK.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
      Outcome outcome = run(WORK, List.of(npm, "ci"));
      if (outcome.exitCode() != 0) {
        throw new IOException("npm ci failed:\n" + outcome.output());
      }
      // Written last: an installation that was broken off is not taken for a whole one.
      Files.writeString(installed, lock);
    }
    return new RustVerifier(node);
  }

  /** What a verification ended with, and what it said. */
  record Outcome(int exitCode, String output) {}

  /**
   * Verifies a pact.
   *
   * @param states where to ask for provider states
   */
  Outcome verify(Path pact, URI provider, String states) throws IOException {
    return run(
        Path.of("."),
        List.of(
            node,
            WORK.resolve("node_modules/@pact-foundation/pact-cli/bin/pact-verifier.js").toString(),
            "--file",
            pact.toString(),
            "--provider-name",
            Pacts.PROVIDER,
            "--hostname",
            provider.getHost(),
            "--port",
            Integer.toString(provider.getPort()),
            "--state-change-url",
            states,
            "--filter-description",
            NotServed.descriptionPattern(),
            "--no-colour"));
  }

  private static Outcome run(Path folder, List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("PACT_DO_NOT_TRACK", "true");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.onExit().join().exitValue(), output);
  }

  private static String executable(String... names) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElseGet(() -> abort(names[0] + " is not on the PATH: the Rust verifier is skipped"));
  }
}
