package com.ofauth.access.build.report;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Code of the last release's users: its examples, among them the code of its README. What the
 * compiler says of it with the classes of today is what users would read.
 */
final class LastRelease {
  private static final String EXAMPLES = "examples/src/main/java/com/ofauth/access/examples";
  private static final String FOLDER = "examples";

  /** Others need libraries that only the examples have. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?m)^import (?:static )?(?!java\\.|com\\.ofauth\\.|org\\.jspecify\\.|org\\.slf4j\\.)");

  private LastRelease() {}

  /** Keeps the examples of today in the baseline. */
  static void save(Path root, Path baseline) throws IOException {
    Path folder = Files.createDirectories(baseline.resolve(FOLDER));
    for (Path old : sources(folder)) {
      Files.delete(old);
    }
    for (Path source : sources(root.resolve(EXAMPLES))) {
      String text = Files.readString(source);
      if (!FOREIGN.matcher(text).find()) {
        Files.writeString(folder.resolve(source.getFileName().toString()), text);
      }
    }
  }

  /** What javac says of the code of the last release, one line an error: file, line, reason. */
  static List<String> errors(Path root, Path baseline) throws IOException {
    List<Path> sources = sources(baseline.resolve(FOLDER));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (sources.isEmpty() || compiler == null) {
      return List.of();
    }
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    Path out = Files.createTempDirectory("last-release");
    try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
      compiler
          .getTask(
              null,
              files,
              found,
              List.of("-proc:none", "-nowarn", "-d", out.toString(), "-classpath", classPath()),
              null,
              files.getJavaFileObjectsFromPaths(sources))
          .call();
    } finally {
      delete(out);
    }
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> line(root, diagnostic))
        .toList();
  }

  private static String line(Path root, Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject source = diagnostic.getSource();
    String place =
        source == null
            ? ""
            : root.relativize(Path.of(source.toUri())) + ":" + diagnostic.getLineNumber() + ": ";
    return place + diagnostic.getMessage(Locale.ROOT).strip().replaceAll("\\s+", " ");
  }

  /** The class path of this program, which a plugin of the build may have put together. */
  private static String classPath() throws IOException {
    List<String> entries = new ArrayList<>();
    if (Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader) {
      for (URL url : loader.getURLs()) {
        try {
          entries.add(Path.of(url.toURI()).toString());
        } catch (URISyntaxException e) {
          throw new IOException("the entry " + url + " of the class path is no path", e);
        }
      }
    }
    entries.add(System.getProperty("java.class.path"));
    return String.join(java.io.File.pathSeparator, entries);
  }

  private static List<Path> sources(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
