package com.ofauth.access.contract.strength;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.ofauth.access.contract.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A body with one change.
 *
 * @param path of what was changed
 * @param names the properties that lead there
 * @param change what was done
 * @param body the whole, changed
 */
record Mutant(String path, List<String> names, String change, JsonNode body) {
  /** What a renamed property has at its end. */
  static final String RENAMED = "Renamed";

  /** All changes of one place, for all places. */
  static List<Mutant> of(JsonNode body) {
    List<Mutant> mutants = new ArrayList<>();
    walk(body, "$", List.of(), UnaryOperator.identity(), mutants);
    return mutants;
  }

  /**
   * Changes a value, and what is in it.
   *
   * @param rebuild puts another value in the place of this one, and gives the whole body
   */
  private static void walk(
      JsonNode value,
      String path,
      List<String> names,
      UnaryOperator<JsonNode> rebuild,
      List<Mutant> mutants) {
    replacements(value)
        .forEach(
            (change, other) -> mutants.add(new Mutant(path, names, change, rebuild.apply(other))));
    if (value instanceof ObjectNode object) {
      for (String name : namesOf(object)) {
        String child = path + "." + name;
        List<String> below = Stream.concat(names.stream(), Stream.of(name)).toList();
        mutants.add(new Mutant(child, below, "drop", rebuild.apply(without(object, name))));
        mutants.add(new Mutant(child, below, "rename", rebuild.apply(renamed(object, name))));
        walk(
            object.get(name),
            child,
            below,
            other -> rebuild.apply(object.deepCopy().set(name, other)),
            mutants);
      }
    } else if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        walk(
            array.get(i),
            path + "[" + i + "]",
            names,
            other -> {
              ArrayNode copy = array.deepCopy();
              copy.set(index, other);
              return rebuild.apply(copy);
            },
            mutants);
      }
    }
  }

  private static Map<String, JsonNode> replacements(JsonNode value) {
    Map<String, JsonNode> others = new LinkedHashMap<>();
    others.put("null", NullNode.getInstance());
    others.put("wrap in a list", Json.array().add(value));
    others.put("wrap in an object", Json.object().set("value", value));
    others.put("retype to object", Json.object());
    others.put("retype to list", Json.array());
    others.put("retype to boolean", BooleanNode.TRUE);
    others.put("retype to number", IntNode.valueOf(1));
    others.put("retype to text", TextNode.valueOf("text"));
    others.put(
        "retype to its text",
        TextNode.valueOf(value.isValueNode() ? value.asText() : value.toString()));
    if (value.isIntegralNumber()) {
      others.put(
          "fraction",
          DecimalNode.valueOf(new BigDecimal(value.asText()).add(new BigDecimal("0.5"))));
      others.put(
          "fraction of nothing", DecimalNode.valueOf(new BigDecimal(value.asText()).setScale(1)));
      others.put("negative", LongNode.valueOf(-value.asLong()));
    }
    if (value.isTextual()) {
      others.put("unknown word", TextNode.valueOf(value.asText() + "x"));
      others.put("empty", TextNode.valueOf(""));
    }
    if (value instanceof ArrayNode array && !array.isEmpty()) {
      others.put("unwrap", array.get(0));
      others.put("null item", array.deepCopy().addNull());
      others.put("text item", array.deepCopy().add("text"));
      others.put("object item", array.deepCopy().add(Json.object()));
    }
    if (value instanceof ObjectNode object) {
      others.put("extra text", object.deepCopy().put("brandNew", "text"));
      others.put("extra null", object.deepCopy().putNull("brandNew"));
      others.put("extra object", object.deepCopy().set("brandNew", Json.object().put("a", 1)));
      others.put("extra list", object.deepCopy().set("brandNew", Json.array().add(1)));
    }
    others.values().removeIf(value::equals);
    return others;
  }

  private static List<String> namesOf(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static ObjectNode without(ObjectNode object, String name) {
    return object.deepCopy().without(List.of(name));
  }

  private static ObjectNode renamed(ObjectNode object, String name) {
    ObjectNode copy = without(object, name);
    copy.set(name + RENAMED, object.get(name));
    return copy;
  }

  @Override
  public String toString() {
    return path + " " + change;
  }
}
