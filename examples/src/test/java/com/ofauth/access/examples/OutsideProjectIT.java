package com.ofauth.access.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.testing.OfAuthTestProvider;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an importing project gets: the projects of {@code src/it}, built and run by a Maven of their
 * own against the SDK as just packaged.
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
  void plainProjectRunsTheReadmeUnderStrictGates() throws Exception {
    Build build = build("plain", new Properties());

    assertThat(build.output()).as("output").containsExactlyElementsOf(whatTheProviderHas());
    // The table of dependencies in CONTRIBUTING.md, and what OkHttp and Kotlin bring along.
    assertThat(build.classpath())
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

  @ParameterizedTest
  @ValueSource(strings = {"3.3", "3.5"})
  void springBootProjectRunsTheReadmeWithItsManagedVersions(String line) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("spring-boot.version", property("spring-boot-" + line + ".version"));

    Build build = build("spring-boot", properties);

    assertThat(build.output()).as("output").containsExactlyElementsOf(whatTheProviderHas());
    // OkHttp's classes once: an okhttp 5 would come as an empty jar, with the classes in
    // okhttp-jvm.
    assertThat(build.classpath())
        .filteredOn(jar -> jar.startsWith("okhttp"))
        .singleElement()
        .asString()
        .startsWith("okhttp-4.");
    assertThat(build.classpath()).extracting(OutsideProjectIT::artifactOf).doesNotHaveDuplicates();
  }

  /** The lines that the README's program prints for the provider's account. */
  private List<String> whatTheProviderHas() {
    List<String> lines = new ArrayList<>();
    provider.connection().chats().all().stream()
        .filter(chat -> Objects.requireNonNullElse(chat.unreadMessagesCount(), 0) > 0)
        .forEach(chat -> lines.add(chat.withUser().id() + " " + chat.unreadMessagesCount()));
    assertThat(lines).as("more than a page of unread chats").hasSizeGreaterThan(20);
    int scheduled = Math.min(50, provider.connection().scheduledMassMessages().size());
    assertThat(scheduled).as("scheduled mass messages").isPositive();
    lines.add(scheduled + " mass messages are scheduled");
    return lines;
  }

  private Build build(String project, Properties properties) throws MavenInvocationException {
    Path projects = Path.of(property("outside.projects"));
    properties.setProperty("outside.cache", Path.of(property("outside.cache")).toUri().toString());

    List<String> output = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    InvocationRequest request = new DefaultInvocationRequest();
    request.setMavenHome(new File(property("maven.home")));
    request.setJavaHome(new File(property("java.home")));
    request.setPomFile(projects.resolve(project).resolve("pom.xml").toFile());
    request.setGlobalSettingsFile(projects.resolve("settings.xml").toFile());
    request.setLocalRepositoryDirectory(new File(property("outside.repository")));
    request.addArgs(List.of("compile", "exec:exec"));
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
    assertThat(output).as("class path, then what the README's program prints").isNotEmpty();
    List<String> jars =
        Arrays.stream(output.get(0).split(File.pathSeparator))
            .map(path -> String.valueOf(Path.of(path).getFileName()))
            .filter(name -> name.endsWith(".jar"))
            .toList();
    return new Build(output.subList(1, output.size()), jars);
  }

  private static String artifactOf(String jar) {
    return jar.replaceFirst("-\\d.*$", "");
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name);
  }

  /** What the README's program printed, and the names of the jars it ran with. */
  private record Build(List<String> output, List<String> classpath) {}
}
