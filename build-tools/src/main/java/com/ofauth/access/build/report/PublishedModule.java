package com.ofauth.access.build.report;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A module that users depend on, and whose surface is therefore held. */
public enum PublishedModule {
  SDK("ofauth-access", "com.ofauth.access.OfAuthClient"),
  GENERATED("ofauth-access-generated", "com.ofauth.access.model.OfAuthJson"),
  TESTING("ofauth-access-testing", "com.ofauth.access.testing.OfAuthTestProvider"),
  MICROMETER("ofauth-access-micrometer", "com.ofauth.access.micrometer.MicrometerListener"),
  OPEN_TELEMETRY(
      "ofauth-access-opentelemetry", "com.ofauth.access.opentelemetry.OpenTelemetryListener"),
  CONTRACT("ofauth-access-contract", "com.ofauth.access.contract.kit.ContractVerification"),
  JACKSON_2("ofauth-access-jackson2", "com.ofauth.access.jackson2.OfAuthJacksonModule"),
  JACKSON_3("ofauth-access-jackson3", "com.ofauth.access.jackson3.OfAuthJacksonModule"),
  SPRING_BOOT_STARTER(
      "ofauth-access-spring-boot-starter",
      "com.ofauth.access.spring.OfAuthAccessAutoConfiguration");

  private final String artifact;
  private final String marker;

  PublishedModule(String artifact, String marker) {
    this.artifact = artifact;
    this.marker = marker;
  }

  /** Whether a change of the spec can change it: then it is compiled before the report. */
  boolean followsTheSpec() {
    return compareTo(MICROMETER) < 0;
  }

  public String artifact() {
    return artifact;
  }

  /** The surface's file in the baseline. */
  public String file() {
    return artifact + ".api";
  }

  /** Whether it has been compiled: its class is on the class path. */
  boolean isCompiled() {
    try {
      load(marker);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Every class that makes up the module's promise. */
  List<Class<?>> classes() throws IOException {
    Path place;
    try {
      place = Path.of(load(marker).getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("the place of " + marker + " is no path", e);
    }
    if (Files.isDirectory(place)) {
      return classes(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return classes(jar.getPath("/"));
    }
  }

  private List<Class<?>> classes(Path root) throws IOException {
    List<Class<?>> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (name.endsWith(".class") && !name.endsWith("-info.class") && !isWire(name)) {
          classes.add(load(name.substring(0, name.length() - 6).replace('/', '.')));
        }
      }
    }
    return classes;
  }

  /**
   * The wire layer: its Retrofit interfaces and JSON adapters are public for the libraries that
   * call them, and follow the spec without a promise of their own.
   */
  private static boolean isWire(String name) {
    return name.contains("/internal/") || name.endsWith("JsonAdapter.class");
  }

  private Class<?> load(String name) throws IOException {
    try {
      return Class.forName(
          name, /* initialize= */ false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IOException("the class " + name + " of " + artifact + " can not be loaded", e);
    }
  }
}
