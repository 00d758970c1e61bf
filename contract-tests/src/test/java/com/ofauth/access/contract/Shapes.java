package com.ofauth.access.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.ofauth.access.build.spec.Schema;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns the spec's examples into shapes: the example gives the values, the schema the rules.
 *
 * <p>Three kinds. {@link #everyItemLike}: each item of a list is like the first of the example,
 * with every field of it. {@link #listed}: the items differ, and are compared place by place.
 * {@link #live}: what any legal body of a real account satisfies.
 */
public final class Shapes {
  /**
   * A property that no spec knows, in every object that takes more properties than are known. Pact
   * compares any further property with the first of the example, and sorts them in its files: this
   * one sorts before all others.
   */
  public static final String UNKNOWN_PROPERTY = "0notYetKnown";

  private static final SpecDocument SPEC = Spec.ACCESS;

  private Shapes() {}

  /** Lists need at least one item, and each item every field that the example's first has. */
  static Shape everyItemLike(String schema, String example) {
    return everyItemLike(schema, SPEC.example(example));
  }

  static Shape everyItemLike(String schema, JsonNode example) {
    Rules rules = new Rules();
    JsonNode body = new Strict(rules, true).write(SPEC.schema(schema), example, "$");
    return new Shape(body, rules.collected());
  }

  /** Lists have exactly the items of the example, each with its own fields and types. */
  static Shape listed(String schema, String example) {
    return listed(schema, SPEC.example(example));
  }

  static Shape listed(String schema, JsonNode example) {
    Rules rules = new Rules();
    JsonNode body = new Strict(rules, false).write(SPEC.schema(schema), example, "$");
    return new Shape(body, rules.collected());
  }

  /** An error, whose type and code are told to the letter: what a client does hangs on them. */
  static Shape error(String example) {
    Shape shape = listed("ErrorResponse", example);
    return shape.exactly(
        Stream.of("type", "code", "actionRequired")
            .filter(shape.example()::has)
            .toArray(String[]::new));
  }

  /**
   * A shape that every legal body has, and that forbids a part of the illegal ones.
   *
   * <p>A Pact rule either demands every property that the example has, or none. So an object that
   * has required and optional properties needs two looks: one that types whatever is there, one
   * that demands what is required; and since an optional object is only reached by a look that
   * demands nothing of its parent, there is one look per level of optional nesting.
   *
   * @param look from 0: objects below so many optional links, or more, show only what is required
   *     of them; all others show everything and demand nothing. The last look shows everything.
   */
  static Shape live(String schema, JsonNode example, int look) {
    Rules rules = new Rules();
    int level = look == liveLooks(schema) - 1 ? Integer.MAX_VALUE : look;
    JsonNode body = new Live(rules, level).write(SPEC.schema(schema), example, "$", 0);
    return new Shape(body, rules.collected());
  }

  /** How many {@link #live} looks it takes to forbid all illegal bodies. */
  static int liveLooks(String schema) {
    return deepestRequirement(SPEC.schema(schema), 0) + 2;
  }

  /** The number of optional links above the deepest object that requires something, or -1. */
  private static int deepestRequirement(Schema schema, int depth) {
    if (schema.isArray()) {
      return deepestRequirement(schema.items(), depth);
    }
    Set<String> required = schema.required();
    int[] deepest = {required.isEmpty() ? -1 : depth};
    schema
        .properties()
        .forEach(
            (name, property) -> {
              int below = deepestRequirement(property, required.contains(name) ? depth : depth + 1);
              deepest[0] = Math.max(deepest[0], below);
            });
    return deepest[0];
  }

  private static void leaf(Schema schema, JsonNode example, String path, Rules rules) {
    if (schema.isInteger()) {
      rules.integer(path, schema.nullable());
    } else if (!schema.enumValues().isEmpty() && isKnown(schema, example)) {
      rules.oneOf(path, schema.enumValues());
    } else {
      rules.scalar(path, schema.nullable());
    }
  }

  /**
   * An open enum takes words that the spec does not have; an example of one is there to show it.
   */
  private static boolean isKnown(Schema schema, JsonNode example) {
    return !schema.isOpenEnum() || schema.enumValues().contains(example.asText());
  }

  /** Writes a shape that demands all that the example has. */
  private record Strict(Rules rules, boolean itemsAlike) {

    JsonNode write(Schema schema, JsonNode example, String path) {
      if (example.isNull() && schema.nullable()) {
        leaf(schema, example, path, rules);
        return example;
      }
      if (schema.isObject()) {
        return object(schema, example, path);
      }
      if (schema.isArray() && !example.isEmpty()) {
        return itemsAlike ? like(schema, example, path) : listed(schema, example, path);
      }
      if (schema.isArray()) {
        // An empty list has no item to show what others would be like.
        rules.equalTo(path);
        return example;
      }
      if (schema.isAnything()) {
        rules.sameType(path);
        return example;
      }
      leaf(schema, example, path, rules);
      return example;
    }

    private ObjectNode object(Schema schema, JsonNode example, String path) {
      ObjectNode written = Json.object();
      example
          .fields()
          .forEachRemaining(
              field -> {
                Schema property = schema.properties().get(field.getKey());
                if (property == null) {
                  throw new IllegalArgumentException("no such property: " + path + "." + field);
                }
                String child = Rules.child(path, field.getKey());
                written.set(field.getKey(), write(property, field.getValue(), child));
              });
      return written;
    }

    private ArrayNode like(Schema schema, JsonNode example, String path) {
      rules.atLeastOne(path);
      return Json.array().add(write(schema.items(), example.get(0), Rules.anyElement(path)));
    }

    private ArrayNode listed(Schema schema, JsonNode example, String path) {
      ArrayNode written = Json.array();
      for (int i = 0; i < example.size(); i++) {
        written.add(write(schema.items(), example.get(i), path + "[" + i + "]"));
      }
      return written;
    }
  }

  /** Writes a shape that every legal body has. */
  private record Live(Rules rules, int level) {

    JsonNode write(Schema schema, JsonNode example, String path, int depth) {
      if (schema.isObject()) {
        return depth < level
            ? whatIsThere(schema, example, path, depth)
            : whatIsRequired(schema, example, path, depth);
      }
      if (schema.isArray()) {
        rules.sameType(path);
        return Json.array()
            .add(write(schema.items(), example.get(0), Rules.anyElement(path), depth));
      }
      if (!schema.alternatives().isEmpty()) {
        rules.textOr(path, otherThanText(schema, path));
        // A text that means something, such as an amount, is read by the SDK in its strict mode.
        return example.isTextual() ? example : TextNode.valueOf("text");
      }
      if (schema.isAnything()) {
        rules.anything(path);
        return TextNode.valueOf("anything");
      }
      leaf(schema, example, path, rules);
      return example;
    }

    private static String otherThanText(Schema schema, String path) {
      List<String> types = schema.alternatives().stream().map(Schema::type).toList();
      if (types.size() != 2 || !types.contains("string")) {
        throw new IllegalArgumentException("Pact can't express these types: " + path + " " + types);
      }
      return types.get(0).equals("string") ? types.get(1) : types.get(0);
    }

    private ObjectNode whatIsThere(Schema schema, JsonNode example, String path, int depth) {
      rules.onlyWhatIsThere(path);
      rules.anything(path + ".*");
      ObjectNode written = Json.object().put(UNKNOWN_PROPERTY, "kept as it is");
      Set<String> required = schema.required();
      schema
          .properties()
          .forEach(
              (name, property) -> {
                int below = required.contains(name) ? depth : depth + 1;
                written.set(name, child(property, example, name, path, below));
              });
      return written;
    }

    private ObjectNode whatIsRequired(Schema schema, JsonNode example, String path, int depth) {
      // Without a rule of its own, the one for any property of the object above would hold.
      rules.sameType(path);
      ObjectNode written = Json.object();
      for (String name : schema.required()) {
        Schema property = schema.properties().get(name);
        if (property == null) {
          throw new IllegalArgumentException("required, but not described: " + path + "." + name);
        }
        written.set(name, child(property, example, name, path, depth));
      }
      return written;
    }

    private JsonNode child(Schema property, JsonNode example, String name, String path, int depth) {
      if (!example.has(name) && !property.isString()) {
        throw new IllegalArgumentException("the example lacks " + path + "." + name);
      }
      // Of the two forms of an author an example has one; a real account has both.
      JsonNode value = example.has(name) ? example.get(name) : TextNode.valueOf("text");
      return write(property, value, Rules.child(path, name), depth);
    }
  }
}
