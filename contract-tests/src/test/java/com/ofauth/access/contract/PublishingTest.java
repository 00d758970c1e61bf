package com.ofauth.access.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
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

  private StandInBroker broker;

  PublishingTest() throws IOException {
    broker = new StandInBroker(TOKEN);
  }

  @AfterEach
  void stop() {
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

    Outcome tooEarly = canIDeploy(Pacts.LIVE);
    assertThat(tooEarly.exitCode()).as(tooEarly.output()).isNotZero();
    assertThat(tooEarly.output()).contains("the provider has not verified it");

    broker.verified(Pacts.LIVE.consumer(), VERSION);
    Outcome verified = canIDeploy(Pacts.LIVE);
    assertThat(broker.questions())
        .hasSize(2)
        .allSatisfy(
            question ->
                assertThat(question)
                    .containsEntry("q[][pacticipant]", Pacts.LIVE.consumer())
                    .containsEntry("q[][version]", VERSION)
                    .containsEntry("environment", "production"));
    assertThat(verified.exitCode()).as(verified.output()).isZero();
    assertThat(publishing.output() + tooEarly.output() + verified.output()).doesNotContain(TOKEN);
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

  private Outcome canIDeploy(Pacts pact) throws MavenInvocationException {
    return maven(
        TOKEN,
        List.of("pact:can-i-deploy"),
        Map.of(
            "pacticipant",
            pact.consumer(),
            "pacticipantVersion",
            VERSION,
            "toEnvironment",
            "production"));
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
