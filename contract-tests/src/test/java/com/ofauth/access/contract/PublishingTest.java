package com.ofauth.access.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ofauth.access.contract.kit.KitAccess;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.PageFault;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs the commands of docs/contracts.md that talk to a Pact broker, against one that looks. */
class PublishingTest {
  private static final String TOKEN = "a-token-of-the-broker";
  private static final String VERSION = "4f2c1e9";
  private static final int HANG_SECONDS = 300;

  private static final String KEY = "sk_live_of_somebody";
  private static final String CONNECTION = "conn_real";

  private final StandInBroker broker;
  private final OfAuthTestProvider service;

  PublishingTest() throws IOException {
    broker = new StandInBroker(TOKEN);
    service = OfAuthTestProvider.builder().apiKey(KEY).connectionId(CONNECTION).start();
  }

  @AfterEach
  void stop() {
    service.close();
    broker.close();
  }

  @Test
  void versionMayBeDeployedOnceItsPactsArePublishedAndVerified() throws Exception {
    Outcome publishing = publish(TOKEN);

    assertThat(publishing.exitCode()).as(publishing.output()).isZero();
    assertThat(broker.published())
        .extracting(one -> one.path("pacticipantName").asText())
        .containsExactlyInAnyOrder("ofauth-access-java", "ofauth-access-java-live");
    for (Pacts pact : Pacts.values()) {
      assertThatAcceptedPactWasSent(pact);
    }

    KitAccess.Run tooEarly = canIDeploy();
    assertThat(tooEarly.exitCode()).as(tooEarly.output()).isEqualTo(1);
    assertThat(tooEarly.output())
        .startsWith("No: There is no verified pact between")
        .contains("First publish the pacts of the version, then run verify --publish for it.");

    // The kit verifies the service, for which the test provider stands in.
    KitAccess.Run verifying = verify(TOKEN, VERSION, "production");
    assertThat(verifying.exitCode()).as(verifying.output()).isZero();
    assertThat(verifying.output())
        .containsPattern(
            "Published as version \\d{4}-\\d\\d-\\d\\d-[0-9a-f]{12} of the service\\.");

    KitAccess.Run verified = canIDeploy();
    assertThat(broker.questions())
        .hasSize(2)
        .allSatisfy(
            question ->
                assertThat(question)
                    .containsEntry("q[][pacticipant]", Pacts.LIVE.consumer())
                    .containsEntry("q[][version]", VERSION)
                    .containsEntry("environment", "production"));
    assertThat(verified.exitCode()).as(verified.output()).isZero();
    assertThat(publishing.output() + tooEarly.output() + verifying.output() + verified.output())
        .doesNotContain(TOKEN, KEY);
  }

  @Test
  void brokenServiceIsPublishedAsSuchAndMayNotBeDeployedTo() throws Exception {
    broker.accept(Pacts.LIVE, VERSION);
    service.faults().always(PageFault.page(body -> body.replace("\"hasMore\":", "\"more\":")));

    KitAccess.Run verifying = verify(TOKEN, VERSION, "production");

    assertThat(verifying.exitCode()).as(verifying.output()).isEqualTo(1);
    assertThat(broker.verifications())
        .singleElement()
        .satisfies(one -> assertThat(one.path("success").asBoolean()).isFalse());
    assertThat(canIDeploy().exitCode()).isEqualTo(1);
  }

  @Test
  void nothingIsPublishedOfAMockNorOfWhatWasNotVerified() throws Exception {
    broker.accept(Pacts.LIVE, VERSION);

    KitAccess.Run mock =
        KitAccess.run(
            environment(TOKEN),
            URI.create("https://api.example.com"),
            arguments(VERSION, "production"));
    assertThat(mock.exitCode()).isEqualTo(2);
    assertThat(mock.output()).contains("never for a mock");

    service.connection().chats().clear();
    KitAccess.Run empty = verify(TOKEN, VERSION, "production");
    assertThat(empty.exitCode()).isEqualTo(2);
    assertThat(empty.output()).contains("Nothing is published");
    assertThat(broker.verifications()).isEmpty();
  }

  @Test
  void faultsOfTheBrokerAreOneSentence() throws Exception {
    broker.accept(Pacts.LIVE, VERSION);

    assertThat(notPublished(verify("an-other-token", VERSION, "production")))
        .isEqualTo("Not published: The broker refused the token (401): check PACT_BROKER_TOKEN.");
    assertThat(notPublished(verify(TOKEN, "1", "production")))
        .startsWith("Not published: The broker has no pact of version 1 of ofauth-access-java-live")
        .contains("publish the pacts first");
    assertThat(notPublished(verify(TOKEN, VERSION, "staging")))
        .startsWith("Not published: The broker has no environment staging: create it");
    broker.close();
    assertThat(notPublished(verify(TOKEN, VERSION, "production")))
        .startsWith("Not published: The broker is out of reach (ConnectException)");
    assertThat(canIDeploy().exitCode()).isEqualTo(2);
    assertThat(canIDeploy().output())
        .isEqualToIgnoringNewLines(
            "Not known: The broker is out of reach (ConnectException): check PACT_BROKER_BASE_URL.");
  }

  private static String notPublished(KitAccess.Run run) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output()).doesNotContain("Exception:", "\tat ", TOKEN, "an-other-token");
    return run.output()
        .lines()
        .filter(line -> line.startsWith("Not published"))
        .findFirst()
        .orElse("");
  }

  private KitAccess.Run verify(String token, String version, String environment) {
    return KitAccess.run(environment(token), service.baseUrl(), arguments(version, environment));
  }

  private Map<String, String> environment(String token) {
    return Map.of(
        "OFAUTH_API_KEY", KEY,
        "OFAUTH_CONNECTION_ID", CONNECTION,
        "PACT_BROKER_BASE_URL", broker.baseUrl(),
        "PACT_BROKER_TOKEN", token);
  }

  private List<String> arguments(String version, String environment) {
    return List.of(
        "verify",
        "--base-url",
        service.baseUrl().toString(),
        "--publish",
        "--consumer-version",
        version,
        "--environment",
        environment);
  }

  @Test
  void nothingIsPublishedWithAnOtherToken() throws Exception {
    Outcome outcome = publish("an-other-token");

    assertThat(outcome.exitCode()).as(outcome.output()).isNotZero();
    assertThat(outcome.output()).doesNotContain("an-other-token");
    assertThat(broker.published()).isEmpty();
  }

  private void assertThatAcceptedPactWasSent(Pacts pact) throws IOException {
    JsonNode sent = sent(pact);
    assertThat(sent.path("pacticipantVersionNumber").asText()).isEqualTo(VERSION);
    assertThat(sent.path("branch").asText()).isEqualTo("main");
    assertThat(sent.path("contracts")).hasSize(1);
    JsonNode contract = sent.path("contracts").path(0);
    assertThat(contract.path("providerName").asText()).isEqualTo(Pacts.PROVIDER);
    assertThat(contract.path("consumerName")).isEqualTo(sent.path("pacticipantName"));
    assertThat(contract.path("specification").asText()).isEqualTo("pact");
    assertThat(contract.path("contentType").asText()).isEqualTo("application/json");
    String content =
        new String(Base64.getDecoder().decode(contract.path("content").asText()), UTF_8);
    assertThat(Json.parse(content)).isEqualTo(Json.parse(Files.readString(pact.file())));
  }

  private JsonNode sent(Pacts pact) {
    return broker.published().stream()
        .filter(one -> one.path("pacticipantName").asText().equals(pact.consumer()))
        .findFirst()
        .orElseThrow();
  }

  private Outcome publish(String token) throws MavenInvocationException {
    return maven(
        token,
        List.of("pact:publish"),
        Map.of("pact.projectVersion", VERSION, "pact.branchName", "main"));
  }

  private KitAccess.Run canIDeploy() {
    return KitAccess.run(
        environment(TOKEN),
        service.baseUrl(),
        List.of("can-i-deploy", "--consumer-version", VERSION, "--environment", "production"));
  }

  private Outcome maven(String token, List<String> goals, Map<String, String> properties)
      throws MavenInvocationException {
    List<String> output = new ArrayList<>();
    InvocationRequest request = new DefaultInvocationRequest();
    request.setMavenHome(new File(property("maven.home")));
    request.setJavaHome(new File(property("java.home")));
    request.setLocalRepositoryDirectory(new File(property("maven.repository")));
    request.setPomFile(Path.of("pom.xml").toAbsolutePath().toFile());
    // The plugin was resolved by the build that runs this test.
    request.setOffline(true);
    request.setBatchMode(true);
    request.setTimeoutInSeconds(HANG_SECONDS);
    request.addArgs(goals);
    properties.forEach((name, value) -> request.addArg("-D" + name + "=" + value));
    request.addShellEnvironment("PACT_BROKER_BASE_URL", broker.baseUrl());
    request.addShellEnvironment("PACT_BROKER_TOKEN", token);
    request.setOutputHandler(output::add);
    request.setErrorHandler(output::add);
    InvocationResult result = new DefaultInvoker().execute(request);
    assertThat(result.getExecutionException()).isNull();
    return new Outcome(result.getExitCode(), String.join("\n", output));
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name);
  }

  private record Outcome(int exitCode, String output) {}
}
