package com.ofauth.access.strength;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs tests with a copy of the SDK of which some classes are replaced. */
final class MutatedSdk {
  private static final String OWN = "com.ofauth.";
  private static final String ROOT = OWN + "access.";
  private static final String GENERATED = "target/generated-sources/openapi/src/main/java";
  private static final List<Path> SOURCES =
      List.of(
          Path.of("src/main/java"),
          Path.of(GENERATED),
          Path.of("../client-generated/src/main/java"),
          Path.of("../client-generated", GENERATED));

  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** One for all: it keeps the index of the class path. */
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, null, UTF_8);

  private MutatedSdk() {}

  /**
   * Compiles the source with the fault.
   *
   * @param folder receives the classes
   */
  static void compile(SdkMutant mutant, Path folder) throws IOException {
    Path source = source(mutant);
    Path mutated = folder.resolve(source.getFileName());
    Files.writeString(mutated, mutant.applyTo(Files.readString(source, UTF_8)), UTF_8);
    StringWriter says = new StringWriter();
    boolean compiled =
        COMPILER
            .getTask(
                says,
                FILES,
                null,
                List.of("-d", folder.toString(), "-cp", CLASS_PATH, "-proc:none", "-nowarn"),
                null,
                FILES.getJavaFileObjects(mutated))
            .call();
    if (!compiled) {
      throw new AssertionError("The mutant \"" + mutant + "\" does not compile: " + says);
    }
  }

  /**
   * Runs a test.
   *
   * @param test as {@link SdkMutant#test()} says
   * @param replaced the folder of the classes that are replaced, or null for none
   * @return what the first failing test said, or null if none failed
   */
  static @Nullable String firstFailure(String test, @Nullable Path replaced) throws IOException {
    List<URL> path = new ArrayList<>();
    if (replaced != null) {
      path.add(replaced.toUri().toURL());
    }
    for (String entry : CLASS_PATH.split(File.pathSeparator, -1)) {
      path.add(Path.of(entry).toUri().toURL());
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (OwnClassesFirst loader = new OwnClassesFirst(path, before)) {
      thread.setContextClassLoader(loader);
      return firstFailure(selector(test, loader));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static @Nullable String firstFailure(DiscoverySelector selector) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selector)
            .configurationParameter("junit.jupiter.execution.timeout.default", "60 s")
            .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    TestExecutionSummary summary = listener.getSummary();
    if (summary.getTestsStartedCount() == 0 && summary.getTotalFailureCount() == 0) {
      throw new AssertionError("No test was run by " + selector);
    }
    return summary.getFailures().stream()
        .map(
            failure -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException())
        .findFirst()
        .orElse(null);
  }

  private static DiscoverySelector selector(String test, ClassLoader loader) {
    String[] parts = test.split("#", 2);
    try {
      Class<?> type = Class.forName(ROOT + parts[0], /* initialize= */ false, loader);
      if (parts.length == 1) {
        return selectClass(type);
      }
      return Stream.of(type.getDeclaredMethods())
          .filter(method -> method.getName().equals(parts[1]))
          .findFirst()
          .map(method -> selectMethod(type, method))
          .orElseThrow(() -> new AssertionError("There is no test " + test));
    } catch (ClassNotFoundException e) {
      throw new AssertionError("There is no test " + test, e);
    }
  }

  private static Path source(SdkMutant mutant) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path root : SOURCES) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(file -> file.endsWith(mutant.file())).forEach(found::add);
      }
    }
    if (found.size() != 1) {
      throw new AssertionError("One source has to end with " + mutant.file() + ": " + found);
    }
    return found.get(0);
  }

  /** Loads the project's classes itself, and all others by its parent. */
  private static final class OwnClassesFirst extends URLClassLoader {
    OwnClassesFirst(List<URL> path, ClassLoader parent) throws MalformedURLException {
      super(path.toArray(URL[]::new), parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(OWN)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }
}
