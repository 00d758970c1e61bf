package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.ofauth.access.internal.json.ModelAdapter;
import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The judges of an answer: a strict JSON parser and the schema with its formats, the SDK, and the
 * pact. A fault that several find is told once, by the first of them.
 */
final class Judges {
  static final String MEDIA_TYPE = "application/json";

  private final Spec spec;
  private final SchemaJudge schemas;

  Judges(Spec spec) {
    this.spec = spec;
    schemas = new SchemaJudge(spec);
  }

  /**
   * What is wrong with an answer that has the expected status.
   *
   * @param interactions all that ask for this answer
   * @param live whether the data are nobody's: then null may stand for any list or object that can
   *     be null, which no rule of Pact expresses; it is left out before the pact is asked
   */
  List<Fault> faults(Answer answer, List<Interaction> interactions, boolean live) {
    Interaction first = interactions.get(0);
    Spec.Operation operation = spec.operation(first.operationId());
    List<Fault> faults = headers(answer, operation, first);
    if (interactions.stream().allMatch(one -> one.rules() == null)) {
      return faults;
    }
    String type = answer.mediaType();
    if (!type.equals(MEDIA_TYPE)) {
      String found = type.matches("[a-z]+/[a-z0-9.+-]+") ? type : Json.NOTHING;
      faults.add(new Fault("header Content-Type", MEDIA_TYPE, found));
    }
    String schema = operation.schemaName(answer.status());
    JsonNode body;
    try {
      body = Json.parse(answer.body());
    } catch (JsonProcessingException e) {
      long at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
      String found = at == 0 ? "no JSON" : "no JSON from byte " + at + " on";
      faults.add(new Fault(Paths.ROOT, "JSON", found));
      return faults;
    }
    if (body.isMissingNode()) {
      faults.add(new Fault(Paths.ROOT, "JSON", Json.NOTHING));
      return faults;
    }
    schemas.faults(schema, body).forEach(fault -> add(fault, faults));
    for (Interaction one : interactions) {
      if (one.rules() != null) {
        JsonNode seen = live ? NullContainers.leftOut(spec.schema(schema), body) : body;
        one.rules().faults(seen).stream()
            .filter(fault -> !isNewWord(schema, body, fault))
            .forEach(fault -> add(fault, faults));
      }
    }
    if (answer.status() == 200) {
      addOfSdk(schema, answer.body(), faults);
    }
    return faults;
  }

  private static List<Fault> headers(
      Answer answer, Spec.Operation operation, Interaction interaction) {
    List<Fault> faults = new ArrayList<>();
    for (String name : operation.integerHeaders(answer.status())) {
      if (!answer.headers(name).stream().allMatch(value -> value.matches("-?[0-9]+"))) {
        faults.add(new Fault("header " + name, "integer", "text"));
      }
    }
    for (String name : interaction.requiredHeaders()) {
      if (answer.headers(name).isEmpty()) {
        faults.add(new Fault("header " + name, "header", Json.NOTHING));
      }
    }
    return faults;
  }

  /** An open enum takes words that the document does not have. */
  private boolean isNewWord(String schema, JsonNode body, Fault fault) {
    List<String> keys = new ArrayList<>();
    JsonNode value = body;
    for (String token : Paths.tokens(fault.path())) {
      String key = token.replaceAll("[\\[\\]]", "");
      keys.add(key);
      value = value.isArray() ? value.path(Integer.parseInt(key)) : value.path(key);
    }
    return value.isTextual() && spec.schema(schema).at(keys).isOpenEnum();
  }

  private static void addOfSdk(String schema, byte[] body, List<Fault> faults) {
    @Nullable Class<?> model = model(schema);
    if (model == null) {
      return;
    }
    try {
      ModelAdapter.of(model)
          .readStrictly(
              ByteString.of(body),
              deviation ->
                  add(
                      new Fault(
                          deviation.path(),
                          withoutArticle(deviation.expected()),
                          withoutArticle(deviation.found())),
                      faults));
    } catch (JsonDataException e) {
      add(new Fault(Paths.ROOT, "object", "what the SDK can not read"), faults);
    } catch (IOException e) {
      add(new Fault(Paths.ROOT, "JSON", "what the SDK can not read"), faults);
    }
  }

  private static String withoutArticle(String kind) {
    return kind.replaceFirst("^an? ", "");
  }

  private static @Nullable Class<?> model(String schema) {
    try {
      return Class.forName("com.ofauth.access.model." + schema);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  /** A fault above or at a place says all of the place. */
  private static void add(Fault fault, List<Fault> faults) {
    boolean known =
        faults.stream()
            .anyMatch(
                one ->
                    one.path().equals(fault.path())
                        || Paths.isBelow(fault.path(), one.path())
                        || (fault.path().equals(Paths.ROOT) && one.path().startsWith("$")));
    if (!known) {
      faults.removeIf(one -> Paths.isBelow(one.path(), fault.path()));
      faults.add(fault);
    }
  }

  /** What a refused request is told as. */
  static String refusal(Answer answer) {
    String type = answer.errorType();
    String told = answer.status() + (type.isEmpty() ? "" : " " + type);
    return switch (answer.status()) {
      case 401 ->
          type.toLowerCase(Locale.ROOT).startsWith("session")
              ? "The service has no live session for the connection (" + told + "): reconnect it."
              : "The service refused the API key (" + told + ").";
      case 403 -> "The connection lacks a permission (" + told + "): messages:read is needed.";
      case 429 -> "The rate limit was still used up after the waits (" + told + ").";
      default -> "The service failed again and again (" + told + ").";
    };
  }
}
