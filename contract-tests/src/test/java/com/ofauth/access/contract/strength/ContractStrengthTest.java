package com.ofauth.access.contract.strength;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import com.fasterxml.jackson.databind.JsonNode;
import com.ofauth.access.build.spec.Operation;
import com.ofauth.access.build.spec.Schema;
import com.ofauth.access.contract.Interactions;
import com.ofauth.access.contract.Json;
import com.ofauth.access.contract.Pacts;
import com.ofauth.access.contract.SchemaValidator;
import com.ofauth.access.contract.Spec;
import com.ofauth.access.contract.kit.KitAccess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves that the pacts catch what breaks the spec: each response of the strict pact is changed in
 * one place, in every way; what an independent validator then finds illegal has to fail both pacts,
 * and what it finds legal has to pass the live one.
 */
class ContractStrengthTest {
  private static final int LEGAL_BODIES = 1000;

  /** The one error that the live pact asks for. */
  private static final int ERROR = 401;

  private static final String FULL_CHATS = "listChats: a page of chats with every known field";
  private static final V4Pact STRICT = Pacts.STRICT.reread();
  private static final V4Pact LIVE = Pacts.LIVE.reread();
  private static final StrengthReport REPORT = new StrengthReport();

  /**
   * Every response of the strict pact, once. Those that have a word newer than the spec are beyond
   * what the schema can validate, and those of a proxy may have any body.
   */
  static Stream<Named<V4Interaction.SynchronousHttp>> responses() {
    Set<String> seen = new HashSet<>();
    return Interactions.of(STRICT).stream()
        .filter(one -> one.getResponse().getBody().isPresent())
        .filter(one -> validator(one).isLegal(body(one)))
        .filter(one -> seen.add(Interactions.operation(one).name() + " " + body(one)))
        .map(one -> Named.of(one.getDescription(), one));
  }

  /** What each operation answers when it works, and when it fails. */
  static Stream<Arguments> operations() {
    return Spec.ACCESS.operations().stream()
        .flatMap(
            operation -> Stream.of(Arguments.of(operation, 200), Arguments.of(operation, ERROR)));
  }

  @AfterAll
  static void report() throws IOException {
    REPORT.write();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("responses")
  void illegalMutantsFailBothPactsAndLegalOnesPassTheLivePact(V4Interaction.SynchronousHttp one) {
    Operation operation = Interactions.operation(one);
    SchemaValidator validator = validator(one);
    List<Matching> strict = strict(STRICT, one);
    List<Matching> live = live(LIVE, operation, isError(one) ? ERROR : 200);
    JsonNode body = body(one);
    assertThat(validator.isLegal(body)).as("the response itself is legal").isTrue();
    assertThat(new Matching(STRICT, one).accepts(body)).isTrue();

    List<Mutant> mutants = Mutant.of(body);
    List<Verdict> verdicts = verdicts(mutants, validator, strict, live, Interactions.schema(one));

    REPORT.add(isError(one) ? operation.name() + ": errors" : one.getDescription(), verdicts);
    assertThat(verdicts).as("mutants").isNotEmpty();
    assertThat(faults(verdicts)).as("survivors, by path").isEmpty();
    assertThat(judgedOtherwiseByTheKit(mutants, verdicts, strict, live, Interactions.schema(one)))
        .as("bodies that Pact and the kit judge differently")
        .isEmpty();
    assertThat(
            wholeBodiesThatAreJudgedDifferently(
                mutants, verdicts, strict, live, Interactions.schema(one)))
        .isEmpty();
  }

  @Test
  void weakenedShapeIsToldByThePathsThatSurvive() {
    String path = "$.list[*].withUser.id";
    V4Pact weakStrict = weakened(Pacts.STRICT.reread(), path);
    V4Pact weakLive = weakened(Pacts.LIVE.reread(), path);
    V4Interaction.SynchronousHttp one = interaction(weakStrict, FULL_CHATS);
    List<Matching> strict = strict(weakStrict, one);
    List<Matching> live = live(weakLive, Interactions.operation(one), 200);
    List<Mutant> mutants =
        Mutant.of(body(one)).stream()
            .filter(mutant -> mutant.path().startsWith("$.list[0].withUser"))
            .toList();

    assertThat(faults(verdicts(mutants, validator(one), strict, live, Interactions.schema(one))))
        .contains(
            "$.list[0].withUser.id retype to text: breaks the spec and survives both pacts",
            "$.list[0].withUser.id fraction: breaks the spec and survives both pacts")
        .allMatch(fault -> fault.startsWith("$.list[0].withUser.id "));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void randomLegalBodiesPassTheLivePact(Operation operation, int status) {
    String schema = Spec.ACCESS.responseSchema(operation, status);
    SchemaValidator validator = SchemaValidator.ofSchema(schema);
    List<Matching> live = live(LIVE, operation, status);
    Schema shape = Spec.ACCESS.schema(schema);

    List<String> refused =
        IntStream.range(0, LEGAL_BODIES)
            .parallel()
            .mapToObj(seed -> new LegalBodies(seed).next(shape))
            .filter(
                body ->
                    !validator.isLegal(body)
                        || !acceptedByAll(live, schema, body)
                        || !live.stream()
                            .allMatch(
                                look ->
                                    look.kitAccepts(KitAccess.withoutNullContainers(schema, body))))
            .map(JsonNode::toString)
            .toList();

    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void examplesOfTheSpecPassTheLivePact(Operation operation, int status) {
    List<Matching> live = live(LIVE, operation, status);
    String schema = Spec.ACCESS.responseSchema(operation, status);

    assertThat(Spec.ACCESS.examples(operation, status))
        .isNotEmpty()
        .allSatisfy((name, example) -> assertThat(acceptedByAll(live, schema, example)).isTrue());
  }

  @Test
  void illegalHeadersFailBothPactsAndLegalOnesPassTheLivePact() {
    List<String> faults = new ArrayList<>();
    for (V4Interaction.SynchronousHttp one : Interactions.of(STRICT)) {
      if (!one.getResponse().getBody().isPresent()) {
        continue;
      }
      Operation operation = Interactions.operation(one);
      List<Verdict> verdicts =
          HeaderMutants.verdicts(
              one, new Matching(STRICT, one), live(LIVE, operation, isError(one) ? ERROR : 200));
      REPORT.add(operation.name() + ": headers", verdicts);
      faults.addAll(faults(verdicts));
    }
    assertThat(faults).as("survivors, by interaction and header").isEmpty();
  }

  @Test
  void otherStatusesFailBothPacts() {
    assertThat(
            Stream.of(STRICT, LIVE)
                .flatMap(
                    pact -> Interactions.of(pact).stream().map(one -> new Matching(pact, one))))
        .allSatisfy(
            matching ->
                assertThat(List.of(199, 201, 204, 299, 302, 418, 501))
                    .noneMatch(matching::acceptsStatus));
  }

  private static List<Verdict> verdicts(
      List<Mutant> mutants,
      SchemaValidator validator,
      List<Matching> strict,
      List<Matching> live,
      String schema) {
    return mutants.parallelStream()
        .map(
            mutant ->
                new Verdict(
                    mutant.toString(),
                    validator.isLegal(mutant.body()),
                    strict.stream().allMatch(look -> look.accepts(mutant)),
                    live.stream().allMatch(look -> look.accepts(withoutNulls(schema, mutant)))))
        .toList();
  }

  private static List<String> faults(List<Verdict> verdicts) {
    return verdicts.stream().map(Verdict::fault).filter(fault -> !fault.isEmpty()).toList();
  }

  /** The kit has the rules of Pact anew: each verdict has to be the same. */
  private static List<String> judgedOtherwiseByTheKit(
      List<Mutant> mutants,
      List<Verdict> verdicts,
      List<Matching> strict,
      List<Matching> live,
      String schema) {
    return IntStream.range(0, mutants.size())
        .filter(
            i -> {
              JsonNode body = mutants.get(i).body();
              JsonNode seen = KitAccess.withoutNullContainers(schema, body);
              return strict.stream().allMatch(look -> look.kitAccepts(body))
                      != verdicts.get(i).passesStrict()
                  || live.stream().allMatch(look -> look.kitAccepts(seen))
                      != verdicts.get(i).passesLive();
            })
        .mapToObj(i -> mutants.get(i).toString())
        .toList();
  }

  /** Mutants are judged by the part that leads to the change; samples show that this is enough. */
  private static List<String> wholeBodiesThatAreJudgedDifferently(
      List<Mutant> mutants,
      List<Verdict> verdicts,
      List<Matching> strict,
      List<Matching> live,
      String schema) {
    return IntStream.range(0, mutants.size())
        .filter(i -> mutants.get(i).toString().hashCode() % 97 == 0)
        .filter(
            i ->
                strict.stream().allMatch(look -> look.accepts(mutants.get(i).body()))
                        != verdicts.get(i).passesStrict()
                    || acceptedByAll(live, schema, mutants.get(i).body())
                        != verdicts.get(i).passesLive())
        .mapToObj(i -> mutants.get(i).toString())
        .toList();
  }

  private static boolean acceptedByAll(List<Matching> live, String schema, JsonNode body) {
    JsonNode seen = KitAccess.withoutNullContainers(schema, body);
    return live.stream().allMatch(look -> look.accepts(seen));
  }

  private static Mutant withoutNulls(String schema, Mutant mutant) {
    return new Mutant(
        mutant.path(),
        mutant.names(),
        mutant.change(),
        KitAccess.withoutNullContainers(schema, mutant.body()));
  }

  private static boolean isError(V4Interaction.SynchronousHttp one) {
    return one.getResponse().getStatus() >= 400;
  }

  private static SchemaValidator validator(V4Interaction.SynchronousHttp one) {
    return SchemaValidator.ofSchema(
        Spec.ACCESS.responseSchema(Interactions.operation(one), one.getResponse().getStatus()));
  }

  private static JsonNode body(V4Interaction.SynchronousHttp one) {
    return Json.parse(one.getResponse().getBody().valueAsString());
  }

  private static V4Interaction.SynchronousHttp interaction(V4Pact pact, String description) {
    return Interactions.of(pact).stream()
        .filter(one -> one.getDescription().equals(description))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no interaction: " + description));
  }

  /**
   * What the strict pact says of the same request in the same state: the interaction itself, and
   * the one that types what it leaves free.
   */
  private static List<Matching> strict(V4Pact pact, V4Interaction.SynchronousHttp one) {
    return Interactions.of(pact).stream()
        .filter(other -> other.getProviderStates().equals(one.getProviderStates()))
        .filter(other -> other.getRequest().getPath().equals(one.getRequest().getPath()))
        .filter(other -> other.getRequest().getQuery().equals(one.getRequest().getQuery()))
        .map(other -> new Matching(pact, other))
        .toList();
  }

  /** The looks at what an operation answers with a status. The last one sees the most. */
  private static List<Matching> live(V4Pact pact, Operation operation, int status) {
    List<Matching> looks = new ArrayList<>();
    for (V4Interaction.SynchronousHttp one : Interactions.of(pact)) {
      if (Interactions.operation(one).name().equals(operation.name())
          && one.getResponse().getStatus() == status) {
        looks.add(0, new Matching(pact, one));
      }
    }
    assertThat(looks).as("looks of the live pact at %s %s", operation.name(), status).isNotEmpty();
    return looks;
  }

  /** A pact that takes any text and number at a path. */
  private static V4Pact weakened(V4Pact pact, String path) {
    MatchingRuleGroup takesAll = new MatchingRuleGroup();
    takesAll.getRules().add(new RegexMatcher("(?s).*", null));
    for (V4Interaction.SynchronousHttp one : Interactions.of(pact)) {
      one.getResponse()
          .getMatchingRules()
          .rulesForCategory("body")
          .getMatchingRules()
          .computeIfPresent(path, (there, rules) -> takesAll);
    }
    return pact;
  }
}
