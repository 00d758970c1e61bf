package com.ofauth.access.contract.strength;

import au.com.dius.pact.core.matchers.ResponseMatching;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.PathToken;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import au.com.dius.pact.core.model.matchingrules.MatchingRulesImpl;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ofauth.access.contract.Json;
import com.ofauth.access.contract.Pacts;
import com.ofauth.access.contract.Shapes;
import com.ofauth.access.contract.kit.KitAccess;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks Pact, without any HTTP, whether a response would pass an interaction.
 *
 * <p>Pact tries every rule on every value, and parses its path each time. Thousands of bodies are
 * only affordable when it gets no rule that has nothing to match; and of a mutant no more than what
 * leads to the change, since Pact compares the properties of an object one by one.
 */
final class Matching {
  private static final String ANY_NAME = "*";

  private final V4Pact pact;
  private final V4Interaction.SynchronousHttp interaction;
  private final HttpResponse expected;
  private final JsonNode expectedBody;
  private final KitAccess.Rules kit;
  private final List<BodyRule> rules = new ArrayList<>();

  /** A rule, and the names in its path. */
  private record BodyRule(List<String> names, String path, MatchingRuleGroup rules) {}

  Matching(V4Pact pact, V4Interaction.SynchronousHttp interaction) {
    this.pact = pact;
    this.interaction = interaction;
    this.expected = interaction.getResponse();
    this.expectedBody =
        expected.getBody().isPresent()
            ? Json.parse(expected.getBody().valueAsString())
            : MissingNode.getInstance();
    this.kit = KitAccess.rulesOf(Pacts.response(interaction));
    expected
        .getMatchingRules()
        .rulesForCategory("body")
        .getMatchingRules()
        .forEach((path, group) -> rules.add(new BodyRule(names(path), path, group)));
  }

  /** Whether the kit takes the body, by its own reading of the same rules. */
  boolean kitAccepts(JsonNode body) {
    return kit.accepts(body);
  }

  /** The status and headers of the interaction, with another body. */
  boolean accepts(JsonNode body) {
    return accepts(expectedBody, body, rulesFor(body));
  }

  /** The same, without looking at what was not changed. */
  boolean accepts(Mutant mutant) {
    JsonNode body = leadingTo(mutant.names(), 0, mutant.body());
    return accepts(leadingTo(mutant.names(), 0, expectedBody), body, rulesFor(body));
  }

  boolean acceptsHeader(String name, String value) {
    Map<String, List<String>> headers = new HashMap<>(expected.getHeaders());
    headers.put(name, List.of(value));
    return matches(expected, expected.getStatus(), headers, expectedBody);
  }

  boolean acceptsWithoutHeader(String name) {
    Map<String, List<String>> headers = new HashMap<>(expected.getHeaders());
    headers.remove(name);
    return matches(expected, expected.getStatus(), headers, expectedBody);
  }

  boolean acceptsStatus(int status) {
    return matches(expected, status, expected.getHeaders(), expectedBody);
  }

  private boolean accepts(JsonNode wanted, JsonNode body, MatchingRuleCategory bodyRules) {
    MatchingRules all = new MatchingRulesImpl();
    for (String category : List.of("header", "status")) {
      all.addCategory(expected.getMatchingRules().rulesForCategory(category));
    }
    all.addCategory(bodyRules);
    HttpResponse reduced =
        new HttpResponse(expected.getStatus(), expected.getHeaders(), bytes(wanted), all);
    return matches(reduced, expected.getStatus(), expected.getHeaders(), body);
  }

  private boolean matches(
      HttpResponse wanted, int status, Map<String, List<String>> headers, JsonNode body) {
    V4Interaction.SynchronousHttp one =
        new V4Interaction.SynchronousHttp(
            "", interaction.getDescription(), List.of(), interaction.getRequest(), wanted);
    HttpResponse actual = new HttpResponse(status, headers, bytes(body));
    return ResponseMatching.responseMismatches(pact, one, actual).isEmpty();
  }

  private static OptionalBody bytes(JsonNode body) {
    return OptionalBody.body(
        body.toString().getBytes(StandardCharsets.UTF_8), ContentType.getJSON());
  }

  /** Objects without the properties that do not lead to the change, or are beside it. */
  private static JsonNode leadingTo(List<String> names, int depth, JsonNode value) {
    if (depth == names.size()) {
      return value;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode reduced = Json.array();
      array.forEach(item -> reduced.add(leadingTo(names, depth, item)));
      return reduced;
    }
    if (!(value instanceof ObjectNode object)) {
      return value;
    }
    String name = names.get(depth);
    ObjectNode reduced = Json.object();
    object
        .fields()
        .forEachRemaining(
            field -> {
              if (field.getKey().equals(name)) {
                reduced.set(name, leadingTo(names, depth + 1, field.getValue()));
              } else if (field.getKey().equals(name + Mutant.RENAMED)
                  || field.getKey().equals(Shapes.UNKNOWN_PROPERTY)) {
                reduced.set(field.getKey(), field.getValue());
              }
            });
    return reduced;
  }

  /** The rules that have something to match. */
  private MatchingRuleCategory rulesFor(JsonNode body) {
    Set<List<String>> there = new HashSet<>();
    collectNames(body, List.of(), there);
    MatchingRuleCategory found = new MatchingRuleCategory("body");
    for (BodyRule rule : rules) {
      int last = rule.names.size() - 1;
      boolean anyName = last >= 0 && rule.names.get(last).equals(ANY_NAME);
      if (there.contains(anyName ? rule.names.subList(0, last) : rule.names)) {
        found.getMatchingRules().put(rule.path, rule.rules);
      }
    }
    return found;
  }

  private static void collectNames(JsonNode value, List<String> names, Set<List<String>> into) {
    into.add(names);
    if (value instanceof ArrayNode array) {
      array.forEach(item -> collectNames(item, names, into));
    } else if (value instanceof ObjectNode object) {
      object
          .fields()
          .forEachRemaining(
              field -> {
                List<String> below = new ArrayList<>(names);
                below.add(field.getKey());
                collectNames(field.getValue(), List.copyOf(below), into);
              });
    }
  }

  private static List<String> names(String path) {
    List<String> names = new ArrayList<>();
    for (PathToken token : PathExpressionsKt.parsePath(path)) {
      if (token instanceof PathToken.Field field) {
        names.add(field.getName());
      } else if (token instanceof PathToken.Star) {
        names.add(ANY_NAME);
      }
    }
    return List.copyOf(names);
  }

  @Override
  public String toString() {
    return interaction.getDescription();
  }
}
