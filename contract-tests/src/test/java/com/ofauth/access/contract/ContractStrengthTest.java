package com.ofauth.access.contract;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves that the pacts catch what breaks the spec: each response of the strict pact is changed in
 * one place, in every way; what an independent validator then finds illegal has to fail both pacts,
 * and what it finds legal has to pass the live one.
 */
class ContractStrengthTest {
  private static final int LEGAL_BODIES = 1000;
  private static final V4Pact STRICT = Pacts.STRICT.reread();
  private static final V4Pact LIVE = Pacts.LIVE.reread();

  /** The responses with the most in them, and all errors. */
  static Stream<Arguments> responses() {
    return Stream.concat(
        Stream.of(
            Arguments.of("listChats: a page of chats with every known field", "ChatListResponse"),
            Arguments.of(
                "listChats: chats that can't be written to, with a reason and without one, and media"
                    + " of all types",
                "ChatListResponse"),
            Arguments.of(
                "listMassMessages: a page of mass messages with every known field",
                "MassMessageListResponse"),
            Arguments.of(
                "listMassMessages: scheduled mass messages, with a null wherever one can be",
                "MassMessageListResponse")),
        interactions(STRICT).stream()
            .filter(one -> one.getResponse().getStatus() >= 400)
            .map(one -> Arguments.of(one.getDescription(), "ErrorResponse")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("responses")
  void illegalMutantsFailBothPactsAndLegalOnesPassTheLivePact(String description, String schema) {
    Judge judge = Judge.ofSchema(schema);
    Matching strict = strict(description);
    List<Matching> live = live(description, schema.equals("ErrorResponse") ? 401 : 200);
    JsonNode body = strict.expectedBody();
    assertThat(judge.isLegal(body)).as("the response itself is legal").isTrue();
    assertThat(strict.accepts(body)).isTrue();

    List<Verdict> verdicts =
        Mutant.of(body).parallelStream()
            .map(mutant -> Verdict.of(mutant, judge, strict, live))
            .toList();

    Report.add(description, verdicts);
    assertThat(verdicts.stream().filter(one -> one.isSample() && !one.holdsFor(strict, live)))
        .as("verdicts that the whole body gives differently")
        .isEmpty();
    assertThat(verdicts).as("mutants").isNotEmpty();
    assertThat(verdicts.stream().filter(Verdict::survivesStrict)).as("survive the strict pact").isEmpty();
    assertThat(verdicts.stream().filter(Verdict::survivesLive)).as("survive the live pact").isEmpty();
    assertThat(verdicts.stream().filter(Verdict::wronglyRefused)).as("legal, but refused by the live pact").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "listChats, ChatListResponse, 200",
    "listMassMessages, MassMessageListResponse, 200",
    "listChats, ErrorResponse, 401"
  })
  void randomLegalBodiesPassTheLivePact(String operationId, String schema, int status) {
    Judge judge = Judge.ofSchema(schema);
    List<Matching> live = live(operationId, status);
    Schema shape = Spec.ACCESS.schema(schema);

    List<String> refused =
        IntStream.range(0, LEGAL_BODIES)
            .parallel()
            .mapToObj(seed -> new LegalBodies(seed).next(shape))
            .filter(body -> !judge.isLegal(body) || !acceptedByAll(live, body))
            .map(JsonNode::toString)
            .toList();

    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "listChats, ChatListResponse, ChatsFull ChatsMinimal ChatsVariants ChatsEmptyPage ChatsLastPage",
    "listMassMessages, MassMessageListResponse, MassMessagesFull MassMessagesMinimal"
        + " MassMessagesScheduled MassMessagesEmptyPage MassMessagesLastPage"
  })
  void examplesOfTheSpecPassTheLivePact(String operationId, String schema, String examples) {
    List<Matching> live = live(operationId, 200);
    assertThat(examples.split(" "))
        .allSatisfy(example -> assertThat(acceptedByAll(live, Spec.ACCESS.example(example))).isTrue());
  }

  @Test
  void illegalHeadersFailTheStrictPact() {
    Map<String, String> headers =
        Map.of(
            "X-RateLimit-Limit", "RateLimitLimit",
            "X-RateLimit-Remaining", "RateLimitRemaining",
            "X-RateLimit-Reset", "RateLimitReset",
            "Retry-After", "RetryAfter");
    List<String> survivors = new ArrayList<>();
    int illegal = 0;
    int checked = 0;
    for (V4Interaction.SynchronousHttp one : interactions(STRICT)) {
      Matching strict = new Matching(STRICT, one);
      for (String name : one.getResponse().getHeaders().keySet()) {
        for (String value : List.of("text", "1.5", "", "true", "12 ", "0x10", "[]", "text/html")) {
          checked++;
          boolean legal =
              name.equalsIgnoreCase("Content-Type")
                  ? value.startsWith("application/json")
                  : Judge.ofHeader(headers.get(name)).isLegal(headerValue(value));
          illegal += legal ? 0 : 1;
          if (!legal && strict.acceptsHeader(name, value)) {
            survivors.add(one.getDescription() + ": " + name + ": " + value);
          }
        }
        if (strict.acceptsWithoutHeader(name)) {
          survivors.add(one.getDescription() + ": no " + name);
        }
      }
      for (int status : List.of(199, 201, 204, 299, 302, 418, 501)) {
        if (strict.acceptsStatus(status)) {
          survivors.add(one.getDescription() + ": status " + status);
        }
      }
    }
    Report.line("headers: %d mutants, %d illegal, %d killed by the strict pact".formatted(checked, illegal, illegal - survivors.size()));
    assertThat(survivors).isEmpty();
  }

  /** As JSON sees it: a header is text, or a number if it looks like one. */
  private static JsonNode headerValue(String text) {
    return text.matches("-?[0-9]+") ? IntNode.valueOf(Integer.parseInt(text)) : TextNode.valueOf(text);
  }

  private static boolean acceptedByAll(List<Matching> live, JsonNode body) {
    return live.stream().allMatch(look -> look.accepts(body));
  }

  private static Matching strict(String description) {
    return interactions(STRICT).stream()
        .filter(one -> one.getDescription().equals(description))
        .map(one -> new Matching(STRICT, one))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no interaction: " + description));
  }

  /** The looks at what an operation answers with a status. The last one sees the most. */
  private static List<Matching> live(String operation, int status) {
    List<Matching> looks = new ArrayList<>();
    for (V4Interaction.SynchronousHttp one : interactions(LIVE)) {
      String operationId = one.getDescription().substring(0, one.getDescription().indexOf(':'));
      if (operation.startsWith(operationId) && one.getResponse().getStatus() == status) {
        looks.add(0, new Matching(LIVE, one));
      }
    }
    return looks;
  }

  private static List<V4Interaction.SynchronousHttp> interactions(V4Pact pact) {
    return pact.getInteractions().stream().map(V4Interaction.SynchronousHttp.class::cast).toList();
  }

  /** What became of a mutant. */
  record Verdict(Mutant mutant, boolean legal, boolean passesStrict, boolean passesLive) {

    static Verdict of(Mutant mutant, Judge judge, Matching strict, List<Matching> live) {
      return new Verdict(
          mutant,
          judge.isLegal(mutant.body()),
          strict.accepts(mutant),
          live.stream().allMatch(look -> look.accepts(mutant)));
    }

    /** One in so many that checking them costs little. */
    boolean isSample() {
      return mutant.toString().hashCode() % 97 == 0;
    }

    /** Whether the whole body gives the same verdict as the part that leads to the change. */
    boolean holdsFor(Matching strict, List<Matching> live) {
      return strict.accepts(mutant.body()) == passesStrict
          && acceptedByAll(live, mutant.body()) == passesLive;
    }

    boolean survivesStrict() {
      return !legal && passesStrict;
    }

    boolean survivesLive() {
      return !legal && passesLive;
    }

    boolean wronglyRefused() {
      return legal && !passesLive;
    }

    @Override
    public String toString() {
      return mutant.toString();
    }
  }

  /** The figures, for people: on the console. */
  private static final class Report {
    static void add(String description, List<Verdict> verdicts) {
      long illegal = verdicts.stream().filter(verdict -> !verdict.legal()).count();
      long strict = illegal - verdicts.stream().filter(Verdict::survivesStrict).count();
      long live = illegal - verdicts.stream().filter(Verdict::survivesLive).count();
      line(
          "%s: %d mutants, %d illegal, %d killed by the strict pact, %d by the live pact; %d legal, %d pass the live pact"
              .formatted(
                  description,
                  verdicts.size(),
                  illegal,
                  strict,
                  live,
                  verdicts.size() - illegal,
                  verdicts.stream().filter(one -> one.legal() && one.passesLive()).count()));
    }

    static void line(String text) {
      System.out.println(text);
    }
  }
}
