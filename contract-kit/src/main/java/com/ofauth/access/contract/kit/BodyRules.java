package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares bodies with what an interaction expects, by those rules of Pact that the pacts of this
 * project use. Any other rule is refused when it is read.
 *
 * <p>The rules of a place are those of its own path. An object without a rule has at least the
 * properties of the example, a list without one has its items place by place, and any other value
 * without one is equal to the example.
 */
final class BodyRules {
  private static final String VERY_VALUE = "the very value";

  private final JsonNode example;
  private final Map<List<String>, Rule> rules = new HashMap<>();

  /**
   * Reads the rules of an interaction.
   *
   * @param rules the category "body" of the matching rules of a response
   * @throws IllegalArgumentException for a rule that it does not know
   */
  BodyRules(JsonNode example, JsonNode rules) {
    this.example = example;
    for (Map.Entry<String, JsonNode> rule : rules.properties()) {
      this.rules.put(
          Paths.tokens(rule.getKey()),
          Rule.of(rule.getValue().path("matchers"), rule.getValue().path("combine").asText()));
    }
  }

  /** Where a body is not as expected. */
  List<Fault> faults(JsonNode body) {
    List<Fault> faults = new ArrayList<>();
    compare(example, body, List.of(), null, Paths.ROOT, faults);
    return faults;
  }

  /**
   * Compares one value.
   *
   * @param path the tokens by which rules know the place
   * @param inherited the rule of any property of the object above, if there is one
   * @param place where the value is in the body
   */
  private void compare(
      JsonNode expected,
      JsonNode actual,
      List<String> path,
      @Nullable Rule inherited,
      String place,
      List<Fault> faults) {
    @Nullable Rule own = rules.get(path);
    @Nullable Rule rule = own == null ? inherited : own;
    if (expected.isObject() || expected.isArray()) {
      if (expected.getNodeType() != actual.getNodeType()) {
        faults.add(new Fault(place, Json.kind(expected), Json.kind(actual)));
      } else if (rule != null && rule.has(Match.EQUALITY)) {
        if (!expected.equals(actual)) {
          faults.add(new Fault(place, VERY_VALUE + " of the pact", "another value"));
        }
      } else if (expected instanceof ArrayNode list) {
        compareLists(list, (ArrayNode) actual, path, rule, place, faults);
      } else {
        compareObjects((ObjectNode) expected, (ObjectNode) actual, path, rule, place, faults);
      }
    } else if (rule == null ? !expected.equals(actual) : !rule.accepts(expected, actual)) {
      String what = rule == null ? VERY_VALUE + " " + expected.asText() : rule.expected(expected);
      boolean same = Json.kind(actual).equals(what);
      faults.add(new Fault(place, what, same ? "another " + what : Json.kind(actual)));
    }
  }

  private void compareLists(
      ArrayNode expected,
      ArrayNode actual,
      List<String> path,
      @Nullable Rule rule,
      String place,
      List<Fault> faults) {
    boolean alike = rule != null && rule.has(Match.TYPE);
    int least = rule != null && alike ? rule.min() : expected.size();
    if (actual.size() < least || (!alike && actual.size() > least)) {
      String count = (alike ? "at least " : "") + least;
      faults.add(new Fault(place, "list of " + count, "list of " + actual.size()));
      return;
    }
    for (int i = 0; i < actual.size(); i++) {
      String token = alike ? "[*]" : "[" + i + "]";
      compare(
          expected.get(alike ? 0 : i),
          actual.get(i),
          below(path, token),
          null,
          place + "[" + i + "]",
          faults);
    }
  }

  private void compareObjects(
      ObjectNode expected,
      ObjectNode actual,
      List<String> path,
      @Nullable Rule rule,
      String place,
      List<Fault> faults) {
    boolean onlyWhatIsThere = rule != null && rule.has(Match.VALUES);
    @Nullable Rule any = rules.get(below(path, "*"));
    for (Map.Entry<String, JsonNode> property : expected.properties()) {
      JsonNode there = actual.path(property.getKey());
      if (!there.isMissingNode() || !onlyWhatIsThere) {
        List<String> below = below(path, property.getKey());
        String child = Paths.child(place, property.getKey());
        if (there.isMissingNode()) {
          faults.add(new Fault(child, expected(property.getValue(), below), Json.NOTHING));
        } else {
          compare(property.getValue(), there, below, any, child, faults);
        }
      }
    }
  }

  private String expected(JsonNode example, List<String> path) {
    @Nullable Rule rule = rules.get(path);
    return rule == null || example.isContainerNode() ? Json.kind(example) : rule.expected(example);
  }

  private static List<String> below(List<String> path, String token) {
    List<String> below = new ArrayList<>(path);
    below.add(token);
    return below;
  }

  /** What one matcher of Pact asks. */
  private enum Match {
    BOOLEAN,
    EQUALITY,
    INTEGER,
    NULL,
    NUMBER,
    REGEX,
    TYPE,
    VALUES
  }

  /**
   * One matcher.
   *
   * @param min the least number of items
   */
  private record Matcher(Match match, int min, @Nullable Pattern regex) {

    boolean accepts(JsonNode expected, JsonNode actual) {
      return switch (match) {
        // In JSON, Pact takes the text of a boolean for one.
        case BOOLEAN -> actual.isBoolean() || actual.asText().matches("true|false");
        case EQUALITY -> expected.equals(actual);
        case INTEGER -> actual.isIntegralNumber();
        case NULL -> actual.isNull();
        case NUMBER -> actual.isNumber();
        case REGEX ->
            !actual.isNull()
                && regex != null
                && regex
                    .matcher(actual.isValueNode() ? actual.asText() : actual.toString())
                    .matches();
        case TYPE -> expected.getNodeType() == actual.getNodeType();
        case VALUES -> actual.isObject();
      };
    }

    String expected(JsonNode example) {
      return switch (match) {
        case BOOLEAN -> "boolean";
        case EQUALITY -> VERY_VALUE + " " + example.asText();
        case INTEGER -> "integer";
        case NULL -> "null";
        case NUMBER -> "number";
        case REGEX -> "text of the pact's pattern";
        case TYPE -> Json.kind(example);
        case VALUES -> "object";
      };
    }
  }

  /** The matchers of one path. */
  private record Rule(List<Matcher> matchers, boolean anyOfThem) {

    static Rule of(JsonNode matchers, String combine) {
      List<Matcher> read = new ArrayList<>();
      for (JsonNode one : matchers) {
        String name = one.path("match").asText();
        Match match;
        try {
          match = Match.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException("unknown rule of Pact: " + name, e);
        }
        @Nullable Pattern regex =
            match == Match.REGEX ? Pattern.compile(one.path("regex").asText()) : null;
        read.add(new Matcher(match, one.path("min").asInt(), regex));
      }
      return new Rule(read, combine.equals("OR"));
    }

    boolean has(Match match) {
      return matchers.stream().anyMatch(one -> one.match() == match);
    }

    int min() {
      return matchers.stream().mapToInt(Matcher::min).max().orElse(0);
    }

    boolean accepts(JsonNode expected, JsonNode actual) {
      return anyOfThem
          ? matchers.stream().anyMatch(one -> one.accepts(expected, actual))
          : matchers.stream().allMatch(one -> one.accepts(expected, actual));
    }

    String expected(JsonNode example) {
      return matchers.stream()
          .map(one -> one.expected(example))
          .distinct()
          .collect(Collectors.joining(" or "));
    }
  }
}
