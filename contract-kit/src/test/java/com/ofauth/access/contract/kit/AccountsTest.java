package com.ofauth.access.contract.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up accounts, verified by the command line as a user would. */
class AccountsTest {
  private final List<Duration> waits = new ArrayList<>();

  /** What a run ended with, and printed. */
  private record Run(int exitCode, String output) {}

  private Run run(String url, Map<String, String> environment, String... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Main main =
        new Main(
            environment, new PrintStream(out, true, UTF_8), waits::add, Spec.bundled().servers());
    List<String> arguments = new ArrayList<>(List.of("verify", "--base-url", url));
    arguments.add("--only");
    arguments.add("listChats,listMassMessages");
    arguments.addAll(List.of(more));
    int exitCode = main.run(arguments);
    String output = out.toString(UTF_8);
    assertThat(output).doesNotContain("canary", "hello", "news", "Robin", "\tat ");
    return new Run(exitCode, output);
  }

  private Run run(Account account, String... more) {
    return run(account.url().toString(), credentials(), more);
  }

  private static Map<String, String> credentials() {
    return Map.of("OFAUTH_API_KEY", Account.KEY, "OFAUTH_CONNECTION_ID", Account.CONNECTION);
  }

  @Test
  void threeChatsAreEnough() throws IOException {
    try (Account account = Account.of(3)) {
      Run run = run(account);

      assertThat(run.exitCode()).as(run.output()).isZero();
      assertThat(run.output())
          .startsWith("The live contract: kept")
          .contains("listChats: 6 of 6 checks kept, 3 different items seen");
      assertThat(account.requests).hasSizeLessThan(25);
      assertThat(waits).isEmpty();
    }
  }

  @Test
  void accountOfManyPagesKeepsTheContract() throws IOException {
    try (Account account = Account.of(45)) {
      Run run = run(account);

      assertThat(run.exitCode()).as(run.output()).isZero();
    }
  }

  @Test
  void nothingIsSeenWithoutChats() throws IOException {
    try (Account account = Account.of(3)) {
      account.chats.clear();

      Run run = run(account);

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.output())
          .contains("NOT VERIFIED: The page was empty, so nothing of an item was seen.");
    }
  }

  @Test
  void oddButLegalAccountKeepsTheContract() throws IOException {
    try (Account account = Account.of(3)) {
      ObjectNode first = account.chats.get(0);
      first.put("canNotSendReason", "subscribe").put("aNewField", 1);
      ObjectNode message = (ObjectNode) first.path("lastMessage");
      message.putNull("text").putNull("fromUser").putNull("previews");
      message.set("releaseForms", Account.object("{\"a\":[null]}"));
      ObjectNode medium = (ObjectNode) message.path("media").path(0);
      medium.put("type", "hologram").putNull("createdAt").putNull("releaseForms");
      medium.set("files", Account.object("{\"full\":{\"url\":null,\"sources\":[],\"width\":1.5}}"));
      account.chats.set(1, Account.object("{\"withUser\":{\"id\":9007199254740993}}"));
      account.sent().get(0).put("price", 9.99).putNull("mediaTypes");

      Run run = run(account);

      assertThat(run.exitCode()).as(run.output()).isZero();
      assertThat(run.output())
          .contains("listChats $.list[*].aNewField a field that the document does not have")
          .contains("media[*].type a word that the document does not have")
          .doesNotContain("hologram", "subscribe");
    }
  }

  @Test
  void fiveFaultsAreFiveRowsEachWithKindsAndCounts() throws IOException {
    try (Account account = Account.of(3)) {
      ObjectNode first = account.chats.get(0);
      first.put("canSendMessage", "hello");
      ((ObjectNode) first.path("withUser")).put("_view", 17);
      first.put("countPinnedMessages", 1.5);
      account.chats.forEach(
          chat -> ((ObjectNode) chat.at("/lastMessage/media/0")).remove("hasError"));
      ((ObjectNode) account.chats.get(1).path("lastMessage")).put("createdAt", "yesterday");

      Run run = run(account);

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(rows(run))
          .containsExactly(
              "listChats $.list[*].canSendMessage boolean text 1 of 3 items",
              "listChats $.list[*].countPinnedMessages integer of 64 bits number with a fraction 1 of 3 items",
              "listChats $.list[*].lastMessage.createdAt timestamp in ISO 8601, or of an epoch another text 1 of 3 items",
              "listChats $.list[*].lastMessage.media[*].hasError boolean nothing 3 of 3 items",
              "listChats $.list[*].withUser._view text or null integer 1 of 3 items");
    }
  }

  @Test
  void wrongKeyIsToldAsRefused() throws IOException {
    try (Account account = Account.of(3)) {
      Run run =
          run(
              account.url().toString(),
              Map.of("OFAUTH_API_KEY", "sk_canary_2", "OFAUTH_CONNECTION_ID", Account.CONNECTION));

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.output())
          .contains("NOT VERIFIED: The service refused the API key (401 UNAUTHORIZED).");
      assertThat(account.requests).as("one refusal is enough").hasSize(1);
    }
  }

  @Test
  void wrongConnectionIsToldAsSuch() throws IOException {
    try (Account account = Account.of(3)) {
      Run run =
          run(
              account.url().toString(),
              Map.of("OFAUTH_API_KEY", Account.KEY, "OFAUTH_CONNECTION_ID", "conn_canary_2"));

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.output())
          .contains(
              "The service has no live session for the connection (401 SESSION_NOT_PROVIDED)");
    }
  }

  @Test
  void nothingIsAskedWithoutKey() throws IOException {
    try (Account account = Account.of(3)) {
      Run run = run(account.url().toString(), Map.of("OFAUTH_CONNECTION_ID", "conn_canary"));

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.output())
          .startsWith("Not verified: set OFAUTH_API_KEY and OFAUTH_CONNECTION_ID");
      assertThat(account.requests).isEmpty();
    }
  }

  @Test
  void htmlIsBroken() throws IOException {
    try (Account account = Account.of(3)) {
      account.answerOtherwise(
          exchange -> Account.answer(exchange, 200, "text/html", "<html>hello</html>"));

      Run run = run(account);

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(rows(run))
          .contains(
              "listChats $ JSON no JSON 1 of 2 answers",
              "listChats header Content-Type application/json text/html 1 of 2 answers");
    }
  }

  @Test
  void one429IsWaitedOut() throws IOException {
    AtomicInteger left = new AtomicInteger(1);
    try (Account account = Account.of(3)) {
      account.answerOtherwise(
          exchange -> {
            if (left.getAndDecrement() <= 0) {
              return false;
            }
            exchange.getResponseHeaders().set("Retry-After", "7");
            return Account.answer(
                exchange, 429, "application/json", "{\"type\":\"RATE_LIMIT_EXCEEDED\"}");
          });

      Run run = run(account);

      assertThat(run.exitCode()).as(run.output()).isZero();
      assertThat(waits).containsExactly(Duration.ofSeconds(7));
    }
  }

  @Test
  void endless429IsNotVerified() throws IOException {
    try (Account account = Account.of(3)) {
      account.answerOtherwise(exchange -> Account.answer(exchange, 429, "text/plain", ""));

      Run run = run(account);

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.output()).contains("The rate limit was still used up after the waits (429).");
      assertThat(waits).hasSize(3);
    }
  }

  @Test
  void noServerIsNotVerified() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    Run run = run("http://127.0.0.1:" + port, credentials());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output()).contains("NOT VERIFIED: No answer: the connection was refused.");
  }

  @Test
  void listThatMovesOnceIsNoFault() throws IOException {
    try (Account account = Account.of(5)) {
      AtomicInteger pages = new AtomicInteger();
      account.after(
          () -> {
            // After the first page, a chat has a new message.
            if (pages.getAndIncrement() == 0) {
              moveToHead(account);
            }
          });

      Run run = run(account);

      assertThat(run.exitCode()).as(run.output()).isZero();
    }
  }

  @Test
  void listThatAlwaysMovesIsNotVerifiedAndNotBroken() throws IOException {
    try (Account account = Account.of(5)) {
      account.after(() -> moveToHead(account));

      Run run = run(account);

      assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
      assertThat(run.output()).contains("The list moved during each of 3 attempts.");
    }
  }

  private static void moveToHead(Account account) {
    ObjectNode moved = account.chats.remove(account.chats.size() - 1);
    ((ObjectNode) moved.path("lastMessage"))
        .put("id", moved.at("/lastMessage/id").asLong() + 100_000)
        .put("createdAt", "2025-01-01T00:00:00Z");
    account.chats.add(0, moved);
  }

  @ParameterizedTest
  @CsvSource({
    "limit, behaviour of limit=1",
    "offset, behaviour of offset=1",
    "order, behaviour of order",
    "filter, behaviour of filter",
    "type, behaviour of type"
  })
  void providerThatIgnoresAParameterIsBroken(String parameter, String path) throws IOException {
    try (Account account = Account.of(5)) {
      account.hear(
          query -> {
            Map<String, String> rest = new LinkedHashMap<>(query);
            rest.remove(parameter);
            return rest;
          });

      Run run = run(account);

      assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
      assertThat(run.output()).contains(path);
    }
  }

  @Test
  void idTwiceInAPageIsBroken() throws IOException {
    try (Account account = Account.of(5)) {
      account.chats.add(account.chats.get(0));

      Run run = run(account);

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.output()).contains("each id once in a page");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Application/JSON", "application/json;charset=utf-8", "APPLICATION/json ; a=b"})
  void mediaTypeIsTheSameInAnyCase(String mediaType) throws IOException {
    try (Account account = Account.of(3)) {
      account.mediaType(mediaType);

      assertThat(run(account).exitCode()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"id\":100 | \"id\":0100 | $ JSON no JSON from byte",
        "} | ,} | $ JSON no JSON from byte",
        "\"countPinnedMessages\":0 | \"countPinnedMessages\":99999999999999999999 |"
            + " $.list[*].countPinnedMessages integer of 64 bits integer of more than 64 bits",
        "\"canSendMessage\":true | \"canSendMessage\":1 |"
            + " $.list[*].canSendMessage boolean integer",
        "\"canSendMessage\":true | \"canSendMessage\":true,\"canSendMessage\":true |"
            + " $ JSON no JSON from byte"
      })
  void whatTheSdkCanNotReadIsBroken(String text, String other, String row) throws IOException {
    try (Account account = Account.of(3)) {
      account.change(body -> body.replace(text, other));

      Run run = run(account);

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(rows(run)).anySatisfy(one -> assertThat(one).startsWith("listChats " + row));
    }
  }

  @Test
  void serviceThatAcceptsAnyKeyIsBroken() throws IOException {
    try (Account account = Account.of(3)) {
      account.acceptAnyKey();

      Run run = run(account);

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(rows(run))
          .contains("listChats with an invalid key: status 401 200 1 of 9 answers");
    }
  }

  /** The rows of the table, with one space between columns. */
  private static List<String> rows(Run run) {
    return run.output()
        .lines()
        .filter(line -> line.startsWith("list"))
        .map(line -> line.replaceAll(" {2,}", " "))
        .toList();
  }
}
