package com.ofauth.access.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.testing.OfAuthTestProvider;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Importing projects: a separate Maven builds and runs the projects of {@code src/it}, with the SDK
 * as just packaged. Each lists the account of the test provider. All compile with {@code -Xlint:all
 * -Werror}, and check convergence, upper bounds and duplicate classes.
 */
class OutsideProjectIT {
  private static final int HANG_SECONDS = 600;

  private OfAuthTestProvider provider;

  @BeforeEach
  void startProvider() {
    provider = OfAuthTestProvider.builder().chats(100).start();
  }

  @AfterEach
  void stopProvider() {
    provider.close();
  }

  @Test
  void plainProjectGetsTheDocumentedDependencies() throws Exception {
    Build build = build("plain", new Properties());

    assertThat(build.output()).as("output").containsExactlyElementsOf(whatTheProviderHas());
    // The table of dependencies in CONTRIBUTING.md, and what OkHttp and Kotlin bring along.
    assertThat(build.path())
        .extracting(OutsideProjectIT::artifactOf)
        .containsExactlyInAnyOrder(
            "ofauth-access",
            "ofauth-access-generated",
            "retrofit",
            "converter-moshi",
            "okhttp",
            "okio-jvm",
            "kotlin-stdlib",
            "annotations",
            "moshi",
            "bucket4j_jdk17-core",
            "slf4j-api",
            "jspecify");
  }

  @Test
  void moduleNeedsOneRequires() throws Exception {
    Build build = build("module", new Properties());

    assertThat(build.output()).as("output").containsExactlyElementsOf(whatTheProviderHas());
    assertThat(build.path())
        .as("module path")
        .extracting(OutsideProjectIT::artifactOf)
        .contains("ofauth-access", "ofauth-access-generated", "kotlin-stdlib", "slf4j-api");
  }

  @ParameterizedTest
  @ValueSource(strings = {"spring-boot-3.3", "spring-boot-3.5", "spring-boot-4.0"})
  @Tag("outside")
  void springBootManagesTheVersions(String line) throws Exception {
    platformManagesTheVersions("org.springframework.boot", "spring-boot-dependencies", line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spring-boot-3.5", "spring-boot-4.0"})
  void springBootMakesTheClientOfTheStarter(String line) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("platform.version", property(line + ".version"));

    Build build = build("spring-boot-starter", properties);

    assertThat(build.output()).as("output").containsExactlyElementsOf(whatTheProviderHas());
    assertThat(build.path())
        .extracting(OutsideProjectIT::artifactOf)
        .contains("ofauth-access-jackson2", "ofauth-access-jackson3", "jackson-databind")
        .doesNotHaveDuplicates();
  }

  @Test
  @Tag("outside")
  void micronautManagesTheVersions() throws Exception {
    platformManagesTheVersions("io.micronaut.platform", "micronaut-platform", "micronaut");
  }

  @Test
  @Tag("outside")
  void quarkusManagesTheVersions() throws Exception {
    platformManagesTheVersions("io.quarkus", "quarkus-bom", "quarkus");
  }

  @Test
  @Tag("outside")
  void projectWithOkHttp5HasItsClassesOnce() throws Exception {
    Build build = build("okhttp-5", new Properties());

    assertThat(build.output()).as("output").containsExactlyElementsOf(whatTheProviderHas());
  }

  @Test
  @Tag("outside")
  void projectWithOkHttp5ByItsBomHasItsClassesOnce() throws Exception {
    Build build = build("okhttp-5-bom", new Properties());

    assertThat(build.output()).as("output").containsExactlyElementsOf(whatTheProviderHas());
  }

  @Test
  @Tag("outside")
  void projectWithRetrofit2Works() throws Exception {
    Build build = build("retrofit-2", new Properties());

    assertThat(build.output()).as("output").containsExactlyElementsOf(whatTheProviderHas());
    assertThat(build.path()).contains("retrofit-2.11.0.jar", "converter-moshi-2.11.0.jar");
  }

  /** ProGuard with the rules that the libraries bring; the SDK's keeps the names of exceptions. */
  @Test
  @Tag("outside")
  void shrunkProgramListsTheAccountAndShowsTheNamesOfExceptions() throws Exception {
    Build build = build("proguard", new Properties());

    assertThat(build.output()).as("output").containsExactlyElementsOf(whatTheProviderHas());
    assertThat(build.path()).containsExactly("shrunk.jar");
    Path shrunk = Path.of(property("outside.projects"), "proguard/target/shrunk.jar");
    String failure =
        run(
            "conn_of_nobody",
            javaOf(property("java.home")),
            "-cp",
            shrunk.toString(),
            "outside.Main");
    assertThat(failure).contains("com.ofauth.access.ConnectionNotFoundException: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jackson2", "jackson3"})
  @Tag("outside")
  void jacksonWritesAndReadsModelsWithoutLoss(String artifact) throws Exception {
    Build build = build(artifact, new Properties());

    assertThat(build.output()).as("output").containsExactlyElementsOf(whatTheProviderHas());
    assertThat(build.path()).extracting(OutsideProjectIT::artifactOf).contains("jackson-databind");
  }

  @Test
  @Tag("outside")
  void metricsAndTracesWorkUnderTheVersionsOfSpringBoot() throws Exception {
    Properties properties = new Properties();
    properties.setProperty("platform.version", property("spring-boot-3.5.version"));

    Build build = build("observation", properties);

    assertThat(build.output())
        .as("output")
        .containsExactlyElementsOf(
            Stream.concat(whatTheProviderHas().stream(), Stream.of("metrics and traces agree"))
                .toList());
  }

  @Test
  @Tag("outside")
  void newestVersionsOfTheLibrariesWork() throws Exception {
    Build build = build("newest", new Properties());

    assertThat(build.output()).as("output").containsExactlyElementsOf(whatTheProviderHas());
  }

  @Test
  @Tag("outside")
  void jdk25CompilesAndRunsWithoutAWarning() throws Exception {
    Path jdk =
        jdk("25")
            .orElseGet(() -> Assumptions.abort("SKIPPED: there is no JDK 25 beside " + java()));
    Properties properties = new Properties();
    properties.setProperty("maven.compiler.release", "25");

    Build build = build("plain", properties, jdk);

    assertThat(build.output()).as("output").containsExactlyElementsOf(whatTheProviderHas());
  }

  @Test
  @Tag("outside")
  void nativeImageListsTheAccount() throws Exception {
    Path tool =
        nativeImage()
            .orElseGet(
                () ->
                    Assumptions.abort(
                        "SKIPPED: there is no native-image in the JDK, in GRAALVM_HOME or on the PATH"));
    Build build = build("plain", new Properties());
    Path program = Path.of(property("outside.projects"), "native-program");

    run(
        provider.connectionId(),
        tool.toString(),
        "--no-fallback",
        "-cp",
        build.classPath(),
        "-o",
        program.toString(),
        "outside.ReadmeProgram");

    assertThat(run(provider.connectionId(), program.toString()).lines())
        .containsExactlyElementsOf(whatTheProviderHas());
  }

  @Test
  @Tag("outside")
  void kotlinProjectSeesNullness() throws Exception {
    Build build = build("kotlin-2", new Properties());

    assertThat(build.output()).as("output").containsExactlyElementsOf(whatTheProviderHas());
  }

  /** The README's program runs with the versions that a BOM manages. */
  private void platformManagesTheVersions(String group, String artifact, String line)
      throws Exception {
    Properties properties = new Properties();
    properties.setProperty("platform.groupId", group);
    properties.setProperty("platform.artifactId", artifact);
    properties.setProperty("platform.version", property(line + ".version"));
    if (line.equals("spring-boot-3.3")) {
      // It manages JSpecify 0.3, which is older than any SDK with JSpecify asks for.
      properties.setProperty("enforcer.skipRules", "requireUpperBoundDeps");
    }

    Build build = build("platform", properties);

    assertThat(build.output()).as("output").containsExactlyElementsOf(whatTheProviderHas());
    assertThat(build.path()).extracting(OutsideProjectIT::artifactOf).doesNotHaveDuplicates();
  }

  /** The lines that the README's program prints for the provider's account. */
  private List<String> whatTheProviderHas() {
    List<String> lines = new ArrayList<>();
    provider.connection().chats().all().stream()
        .filter(chat -> Objects.requireNonNullElse(chat.unreadMessagesCount(), 0L) > 0)
        .forEach(chat -> lines.add(chat.withUser().id() + " " + chat.unreadMessagesCount()));
    assertThat(lines).as("more than a page of unread chats").hasSizeGreaterThan(20);
    int scheduled = Math.min(50, provider.connection().scheduledMassMessages().size());
    assertThat(scheduled).as("scheduled mass messages").isPositive();
    lines.add(scheduled + " mass messages are scheduled");
    return lines;
  }

  private Build build(String project, Properties properties)
      throws MavenInvocationException, IOException {
    return build(project, properties, java());
  }

  private Build build(String project, Properties properties, Path jdk)
      throws MavenInvocationException, IOException {
    Path projects = Path.of(property("outside.projects"));
    properties.setProperty("outside.cache", Path.of(property("outside.cache")).toUri().toString());

    List<String> output = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    InvocationRequest request = new DefaultInvocationRequest();
    request.setMavenHome(new File(property("maven.home")));
    request.setJavaHome(jdk.toFile());
    request.setPomFile(projects.resolve(project).resolve("pom.xml").toFile());
    request.setGlobalSettingsFile(projects.resolve("settings.xml").toFile());
    request.setLocalRepositoryDirectory(new File(property("outside.repository")));
    request.addArgs(List.of("process-classes", "exec:exec"));
    request.setProperties(properties);
    request.setBatchMode(true);
    request.setQuiet(true);
    request.setTimeoutInSeconds(HANG_SECONDS);
    request.addShellEnvironment("OFAUTH_API_KEY", provider.apiKey());
    request.addShellEnvironment("OFAUTH_BASE_URL", provider.baseUrl().toString());
    request.addShellEnvironment("OFAUTH_CONNECTION_ID", provider.connectionId());
    // Maven ends its output with a colour reset, coloured or not.
    request.setOutputHandler(line -> output.add(line.replaceAll("\\e\\[[\\d;]*m", "")));
    request.setErrorHandler(errors::add);
    InvocationResult result = new DefaultInvoker().execute(request);

    String told = String.join("\n", output) + "\n" + String.join("\n", errors);
    assertThat(result.getExecutionException()).as(told).isNull();
    assertThat(result.getExitCode()).as(told).isZero();
    output.removeIf(String::isBlank);
    assertThat(output)
        .as("class path or module path, then the output of the README's program")
        .isNotEmpty();
    List<String> jars =
        Arrays.stream(output.get(0).split(File.pathSeparator))
            .map(path -> String.valueOf(Path.of(path).getFileName()))
            .filter(name -> name.endsWith(".jar"))
            .toList();
    Files.writeString(
        Path.of("target/outside-projects.txt"),
        project + " " + properties.getOrDefault("platform.artifactId", "") + " " + jars + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    assertThat(provider.requests())
        .filteredOn(sent -> sent.target().startsWith("/v2/"))
        .isNotEmpty()
        .allSatisfy(
            sent ->
                assertThat(sent.header("User-Agent"))
                    .hasValueSatisfying(
                        agent ->
                            assertThat(agent).contains("/" + property("project.version") + " ")));
    return new Build(output.subList(1, output.size()), jars, output.get(0));
  }

  /** Runs a command with the environment of the README's program, and returns what it prints. */
  private String run(String connectionId, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("OFAUTH_API_KEY", provider.apiKey());
    builder.environment().put("OFAUTH_BASE_URL", provider.baseUrl().toString());
    builder.environment().put("OFAUTH_CONNECTION_ID", connectionId);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(HANG_SECONDS, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  /** A JDK of a version that stands beside the one that runs. */
  private static Optional<Path> jdk(String version) throws IOException {
    try (Stream<Path> siblings = Files.list(java().toRealPath().getParent())) {
      return siblings
          .filter(home -> Files.isExecutable(home.resolve("bin/javac")))
          .filter(home -> releaseOf(home).contains("JAVA_VERSION=\"" + version))
          .findFirst();
    }
  }

  private static String releaseOf(Path home) {
    try {
      return Files.readString(home.resolve("release"));
    } catch (IOException e) {
      return "";
    }
  }

  private static Optional<Path> nativeImage() {
    Stream<Path> homes =
        Stream.of(property("java.home"), System.getenv("GRAALVM_HOME"))
            .filter(Objects::nonNull)
            .map(home -> Path.of(home, "bin"));
    Stream<Path> path =
        Arrays.stream(
                Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
            .map(Path::of);
    return Stream.concat(homes, path)
        .map(folder -> folder.resolve("native-image"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path java() {
    return Path.of(property("java.home"));
  }

  private static String javaOf(String home) {
    return Path.of(home, "bin", "java").toString();
  }

  private static String artifactOf(String jar) {
    return jar.replaceFirst("-\\d.*$", "");
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name);
  }

  /** The output of the README's program, and the jars of its class path or module path. */
  private record Build(List<String> output, List<String> path, String classPath) {}
}
