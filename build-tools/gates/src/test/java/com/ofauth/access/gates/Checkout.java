package com.ofauth.access.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;

/**
 * A copy of the repository as it lies here, to edit and to build. Counts what a maintainer writes.
 */
final class Checkout {
  private static final int HANG_SECONDS = 1_800;
  private static final Set<String> NOT_COPIED = Set.of(".git", "target", "node_modules", ".idea");
  private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

  private final Path root;
  private int writtenLines;

  private Checkout(Path root) {
    this.root = root;
  }

  /** What a Maven run said, without colours, and whether it succeeded. */
  record Result(boolean success, String output) {}

  static Checkout of(String name) throws IOException {
    Path root = Path.of("target/rehearsals").resolve(name).toAbsolutePath();
    if (Files.exists(root)) {
      delete(root);
    }
    Files.walkFileTree(
        REPOSITORY,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (NOT_COPIED.contains(String.valueOf(folder.getFileName()))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(root.resolve(REPOSITORY.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file,
                root.resolve(REPOSITORY.relativize(file)),
                StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
    return new Checkout(root);
  }

  private static void delete(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path folder, @org.jspecify.annotations.Nullable IOException e) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  Path root() {
    return root;
  }

  /** The lines that were added by hand, blank ones left out. */
  int writtenLines() {
    return writtenLines;
  }

  /** Puts a text in the place of the only part that reads so. */
  void replace(String file, String part, String text) throws IOException {
    String before = Files.readString(root.resolve(file));
    assertThat(before.split(Pattern.quote(part), -1)).as("%s has once: %s", file, part).hasSize(2);
    Files.writeString(root.resolve(file), before.replace(part, text));
    writtenLines += lines(text) - lines(part);
  }

  /** Puts a text before a part. */
  void insert(String file, String before, String text) throws IOException {
    replace(file, before, text + before);
  }

  /** Changes all lines in which a pattern is found. */
  void edit(String file, String pattern, String text) throws IOException {
    List<String> lines = Files.readAllLines(root.resolve(file));
    List<String> edited = lines.stream().map(line -> line.replaceAll(pattern, text)).toList();
    int changed =
        (int)
            IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).equals(edited.get(i)))
                .count();
    assertThat(changed).as("lines of %s with %s", file, pattern).isPositive();
    Files.write(root.resolve(file), edited);
    writtenLines += changed;
  }

  /** Takes out all lines that hold a text. */
  void remove(String file, String text) throws IOException {
    List<String> lines = Files.readAllLines(root.resolve(file));
    assertThat(lines.removeIf(line -> line.contains(text))).as("%s has %s", file, text).isTrue();
    Files.write(root.resolve(file), lines);
  }

  /** Adds a file that was written beforehand. */
  void add(String file, Path written) throws IOException {
    Files.copy(written, root.resolve(file));
    writtenLines += lines(Files.readString(written));
  }

  private static int lines(String text) {
    return (int) text.lines().filter(line -> !line.isBlank()).count();
  }

  /** The command of CONTRIBUTING.md; the format of the edits is not what is rehearsed. */
  Result apiChange(String... more) throws MavenInvocationException {
    List<String> arguments = new ArrayList<>(List.of("-Papi-change", "verify"));
    arguments.add("-Dspotless.check.skip");
    arguments.addAll(List.of(more));
    return maven(arguments.toArray(String[]::new));
  }

  Result maven(String... arguments) throws MavenInvocationException {
    List<String> output = new ArrayList<>();
    InvocationRequest request = new DefaultInvocationRequest();
    request.setMavenHome(new File(property("maven.home")));
    request.setJavaHome(new File(property("java.home")));
    request.setBaseDirectory(root.toFile());
    if (List.of(arguments).stream().noneMatch(each -> each.startsWith("-Dmaven.repo.local="))) {
      request.setLocalRepositoryDirectory(localRepository().toFile());
    }
    request.addArgs(List.of(arguments));
    request.setQuiet(true);
    request.setBatchMode(true);
    request.setTimeoutInSeconds(HANG_SECONDS);
    // Maven colours its output, coloured or not.
    request.setOutputHandler(line -> output.add(line.replaceAll("\\e\\[[\\d;]*m", "")));
    request.setErrorHandler(output::add);
    InvocationResult result = new DefaultInvoker().execute(request);
    String told = String.join("\n", output);
    assertThat(result.getExecutionException()).as(told).isNull();
    try {
      Files.writeString(
          root.resolveSibling(root.getFileName() + ".txt"),
          "$ mvn " + String.join(" ", arguments) + "\n" + told + "\n\n",
          java.nio.file.StandardOpenOption.CREATE,
          java.nio.file.StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Result(result.getExitCode() == 0, told);
  }

  /** What this build has downloaded already. */
  static Path localRepository() {
    return Path.of(property("local.repository"));
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name);
  }
}
