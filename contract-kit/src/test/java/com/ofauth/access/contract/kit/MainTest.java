package com.ofauth.access.contract.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line, and the files that it writes. */
class MainTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(Map<String, String> environment, List<String> arguments) {
    Main main =
        new Main(
            environment,
            new PrintStream(out, true, UTF_8),
            time -> assertThat(time).isPositive(),
            Spec.bundled().servers());
    return main.run(arguments);
  }

  private int verify(Account account, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "verify",
                "--base-url",
                account.url().toString(),
                "--only",
                "listChats,listMassMessages"));
    arguments.addAll(List.of(more));
    return run(
        Map.of("OFAUTH_API_KEY", Account.KEY, "OFAUTH_CONNECTION_ID", Account.CONNECTION),
        arguments);
  }

  private String output() {
    return out.toString(UTF_8);
  }

  @Test
  void junitFileHasACaseForEachCheck() throws IOException {
    Path file = folder.resolve("reports/contract.xml");
    try (Account account = Account.of(3)) {
      account.chats.get(0).put("canSendMessage", "hello");
      account.massMessages.clear();

      assertThat(verify(account, "--junit", file.toString())).isEqualTo(1);
    }

    assertThat(file)
        .content()
        .contains("failures=\"1\" errors=\"1\"", "<testcase classname=\"listChats\" name=\"order\"")
        .contains("$.list[*].canSendMessage: expected boolean, found text, in 1 of 3 items")
        .contains("<error message=\"not verified\">The page was empty")
        .doesNotContain("hello", "canary");
  }

  @Test
  void baselineWarnsOfWhatIsNew() throws IOException {
    Path file = folder.resolve("baseline.txt");
    try (Account account = Account.of(3)) {
      verify(account, "--baseline", file.toString());
      assertThat(output()).doesNotContain("WARNING");
      assertThat(file)
          .content()
          .contains("\nlistChats $.list[*].lastMessage.media[*].type=photo\n");

      account.chats.get(1).put("aNewField", "hello");
      account.sent().get(0).putNull("text");
      assertThat(verify(account, "--baseline", file.toString(), "--update-baseline")).isZero();
      assertThat(output().lines().filter(line -> line.startsWith("WARNING")))
          .containsExactly(
              "WARNING: not in the baseline: listChats $.list[*].aNewField a field that the"
                  + " document does not have",
              "WARNING: not in the baseline: listMassMessages $.list[*].text null");

      out.reset();
      verify(account, "--baseline", file.toString());
      assertThat(output()).doesNotContain("WARNING");
    }
  }

  @Test
  void coverageListsWhatWasNeverSeen() throws IOException {
    try (Account account = Account.of(3)) {
      assertThat(verify(account, "--coverage")).isZero();
    }

    assertThat(output())
        .contains(
            "  seen: listChats $.list[*].lastMessage.media[*].type=photo\n",
            "  never seen: listChats $.list[*].lastMessage.media[*].type=video\n",
            "  never seen: listChats $.list[*].lastMessage.text null\n",
            "  never seen: listMassMessages $.list[*].purchasedCount\n");
  }

  @Test
  void nothingThatIsPrintedHasTheKeyWhereverItIsFound() throws IOException {
    try (Account account = Account.of(3)) {
      account
          .chats
          .get(0)
          .put("canary", 1)
          .put("x" + Account.KEY, 1)
          .put("a" + Account.CONNECTION, 1);
      Path junit = folder.resolve("contract.xml");
      Path baseline = folder.resolve("baseline.txt");

      verify(account, "--coverage", "--junit", junit.toString(), "--baseline", baseline.toString());

      for (String text : List.of(output(), Files.readString(junit), Files.readString(baseline))) {
        assertThat(text)
            .contains("$.list[*].canary")
            .doesNotContain(Account.KEY, Account.CONNECTION);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "test | the command is verify or can-i-deploy",
        "can-i-deploy --environment a | can-i-deploy needs --consumer-version and --environment,"
            + " and nothing else",
        "verify --base-uri http://127.0.0.1:1 | unknown option: --base-uri",
        "verify sk_live_canary | unknown option",
        "verify --base-url | --base-url needs a value",
        "verify --strict --base-url http://127.0.0.1:1 | --strict and --state-url need each other",
        "verify --state-url http://127.0.0.1:1 | --strict and --state-url need each other",
        "verify --update-baseline | --update-baseline needs --baseline",
        "verify --publish | --publish, --consumer-version and --environment need each other",
        "verify --only listFans --base-url http://127.0.0.1:1 | the contract has no operation listFans",
        "verify --base-url ht^tp | --base-url is no URL"
      })
  void whatIsNotUnderstoodIsNotVerified(String command, String message) {
    int exitCode =
        run(
            Map.of("OFAUTH_API_KEY", "sk_canary", "OFAUTH_CONNECTION_ID", "conn_canary"),
            List.of(command.split(" ", -1)));

    assertThat(exitCode).isEqualTo(2);
    assertThat(output()).startsWith("Not verified: " + message + ".").doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example.com",
        "api.example.com",
        "ftp://127.0.0.1",
        "https://canary@api.example.com",
        "https://api.example.com?a=canary"
      })
  void keyIsNotSentInCleartextNorUrlsPrinted(String url) {
    int exitCode =
        run(
            Map.of("OFAUTH_API_KEY", "sk_canary", "OFAUTH_CONNECTION_ID", "conn_canary"),
            List.of("verify", "--base-url", url));

    assertThat(exitCode).isEqualTo(2);
    assertThat(output())
        .startsWith("Not verified: a base URL must be an https URL")
        .doesNotContain("canary");
  }

  @Test
  void keyWithALineBreakIsNotSentAndNotTold() throws IOException {
    try (Account account = Account.of(1)) {
      int exitCode =
          run(
              Map.of("OFAUTH_API_KEY", "sk\ncanary", "OFAUTH_CONNECTION_ID", "conn"),
              List.of("verify", "--base-url", account.url().toString()));

      assertThat(exitCode).isEqualTo(2);
      assertThat(account.requests).isEmpty();
    }
    assertThat(output())
        .contains("A credential has a character that no header can carry.")
        .doesNotContain("canary");
  }

  @Test
  void helpNamesExitCodes() {
    assertThat(run(Map.of(), List.of("--help"))).isZero();
    assertThat(output()).contains("Exit code of verify: 0 kept, 1 broken, 2 not verified.");
  }

  @Test
  void stateThatIsNotSetUpIsNotVerified() throws IOException {
    try (Account account = Account.of(3)) {
      String url = account.url().toString();
      List<String> arguments =
          List.of("verify", "--strict", "--base-url", url, "--state-url", url + "/_state");

      assertThat(run(Map.of(), arguments)).isEqualTo(2);
    }
    assertThat(output())
        .startsWith("The strict contract: NOT VERIFIED")
        .contains("The state was not set up: its handler answered 401.");
  }
}
