package com.ofauth.access.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Prism in a process of its own, installed by npm from a lock file into the build's folder. */
final class PrismServer implements AutoCloseable {
  private static final Pattern LISTENING =
      Pattern.compile("Prism is listening on (http://127\\.0\\.0\\.1:\\d+)");

  private final Process process;
  private final String baseUrl;

  private PrismServer(Process process, String baseUrl) {
    this.process = process;
    this.baseUrl = baseUrl;
  }

  /**
   * Installs Prism if it is not there yet, starts it and waits until it listens. Skips the test
   * that calls where node or npm is missing.
   *
   * @param manifest the folder of package.json and its lock
   * @param work where to install
   * @param spec the OpenAPI document
   */
  static PrismServer start(Path manifest, Path work, Path spec) throws IOException {
    String node = executable("node", "node.exe");
    String npm = executable("npm", "npm.cmd");
    install(npm, manifest, work);
    Process process =
        new ProcessBuilder(
                node,
                work.resolve("node_modules/@stoplight/prism-cli/dist/index.js").toString(),
                "mock",
                "--dynamic",
                "--errors",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                spec.toString())
            .redirectErrorStream(true)
            .start();
    return new PrismServer(process, awaitListening(process));
  }

  String baseUrl() {
    return baseUrl;
  }

  @Override
  public void close() {
    process.destroy();
  }

  private static void install(String npm, Path manifest, Path work) throws IOException {
    Path lock = work.resolve("package-lock.json");
    Path source = manifest.resolve("package-lock.json");
    if (Files.exists(work.resolve("installed")) && Files.mismatch(lock, source) < 0) {
      return;
    }
    Files.createDirectories(work);
    for (String file : List.of("package.json", "package-lock.json", ".npmrc")) {
      Files.copy(manifest.resolve(file), work.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    Process process =
        new ProcessBuilder(npm, "ci").directory(work.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("npm ci failed:\n" + output);
    }
    // Written last: an installation that was broken off is not taken for a whole one.
    Files.writeString(work.resolve("installed"), "");
  }

  private static String awaitListening(Process process) throws IOException {
    List<String> output = new ArrayList<>();
    BufferedReader reader = process.inputReader(UTF_8);
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      output.add(line);
      Matcher matcher = LISTENING.matcher(line);
      if (matcher.find()) {
        drain(reader);
        return matcher.group(1);
      }
    }
    throw new IOException("Prism did not start:\n" + String.join("\n", output));
  }

  /** Its log has to be read on, or Prism stands still when the pipe is full. */
  private static void drain(BufferedReader reader) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (reader.readLine() != null) {
                  // Only its warnings and errors are of interest, and those the tests see.
                }
              } catch (IOException e) {
                // The process has ended.
              }
            },
            "prism-output");
    thread.setDaemon(true);
    thread.start();
  }

  private static String executable(String... names) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElseGet(
            () -> abort(names[0] + " is not on the PATH: the check against Prism is skipped"));
  }
}
