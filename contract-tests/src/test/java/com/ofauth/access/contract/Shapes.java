package com.ofauth.access.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.ofauth.access.build.spec.Schema;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.List;
import java.util.Set;

/**
 * Turns the spec's examples into shapes: the example gives the values, the schema the rules.
 *
 * <p>What the spec leaves free is free. A strict shape demands what is required. Optional
 * properties it demands only where the example, like its state, has items with every known field. A
 * value of a union may have any of its types, and one without a type may be anything.
 *
 * <p>Kinds of shapes. {@link #everyItemLike}: each item of a list is like the first of the example.
 * {@link #listed}: the items differ, and are compared place by place. {@link #everyItemHas}: like
 * the first, but all that the example shows is demanded. {@link #live}: what any legal body of a
 * real account satisfies.
 */
public final class Shapes {
  /**
   * A property that no spec knows, in every object that takes more properties than are known. Pact
   * compares any further property with the first of the example, and sorts them in its files: this
   * one sorts before all others.
   */
  public static final String UNKNOWN_PROPERTY = "0notYetKnown";

  private static final SpecDocument SPEC = Spec.ACCESS;

  /** The types of errors that mean something else than their status alone. */
  private static final Set<String> MEANT =
      Set.of("SESSION_NOT_PROVIDED", "SESSION_EXPIRED", "RULES_OUTDATED");

  private Shapes() {}

  /** Lists need at least one item, and each item is like the example's first. */
  static Shape everyItemLike(String schema, String example) {
    return everyItemLike(schema, SPEC.example(example));
  }

  static Shape everyItemLike(String schema, JsonNode example) {
    return strict(schema, example, true, demandOf(schema, example));
  }

  /** Lists have exactly the items of the example, each with its own fields and types. */
  static Shape listed(String schema, String example) {
    return listed(schema, SPEC.example(example));
  }

  static Shape listed(String schema, JsonNode example) {
    return strict(schema, example, false, demandOf(schema, example));
  }

  /** Lists need at least one item, and each item all that the example's first shows. */
  static Shape everyItemHas(String schema, JsonNode example) {
    return strict(schema, example, true, Demand.ALL_SHOWN);
  }

  private static Shape strict(String schema, JsonNode example, boolean itemsAlike, Demand demand) {
    Strict strict = new Strict(new Rules(), itemsAlike, demand);
    JsonNode written = strict.write(SPEC.schema(schema), example, "$");
    return new Shape(
        written,
        strict.rules.collected(),
        shown(example, itemsAlike),
        demand == Demand.EVERY_FIELD);
  }

  /** Which optional properties a strict shape demands. */
  private enum Demand {
    NONE,
    /** Those of objects that show every known field; others have alternatives. */
    EVERY_FIELD,
    ALL_SHOWN
  }

  /** Only a state in which items have every known field implies any optional one. */
  private static Demand demandOf(String schema, JsonNode example) {
    return showsEveryField(items(SPEC.schema(schema)), first(example))
        ? Demand.EVERY_FIELD
        : Demand.NONE;
  }

  /** Where all items are alike, the first is all that the example has to show. */
  private static JsonNode shown(JsonNode example, boolean itemsAlike) {
    JsonNode shown = example.deepCopy();
    if (itemsAlike && shown.path("list") instanceof ArrayNode list) {
      while (list.size() > 1) {
        list.remove(list.size() - 1);
      }
    }
    return shown;
  }

  /** The schema of the items of a page, or that of an object. */
  private static Schema items(Schema body) {
    return body.properties().values().stream()
        .filter(Schema::isArray)
        .findFirst()
        .filter(list -> isPage(body))
        .map(Schema::items)
        .orElse(body);
  }

  private static JsonNode first(JsonNode page) {
    return page.path("list").path(0).isMissingNode() ? page : page.path("list").path(0);
  }

  private static boolean isPage(Schema schema) {
    return schema.required().stream().anyMatch(name -> required(schema, name).isArray());
  }

  private static boolean showsEveryField(Schema schema, JsonNode example) {
    return schema.properties().keySet().stream().allMatch(example::has);
  }

  /** An error: of the dialect what went wrong, for people and for programs. */
  static Shape error(int status, String example) {
    ObjectNode shown = (ObjectNode) SPEC.example(example);
    if (status >= 502) {
      // Comes from a proxy, with any body.
      return new Shape(MissingNode.getInstance(), new Rules().collected(), shown, false);
    }
    ObjectNode demanded = shown.deepCopy();
    // The words of a service that fails are not known.
    demanded.retain(
        status == 500 ? List.of("error", "message") : List.of("error", "message", "type", "code"));
    Shape shape = strict("ErrorResponse", demanded, false, Demand.ALL_SHOWN);
    boolean hasMeaning = MEANT.contains(demanded.path("type").asText());
    Shape strict = hasMeaning ? shape.exactly("type") : shape;
    return new Shape(strict.example(), strict.rules(), shown, true);
  }

  /**
   * What a strict shape leaves free, typed as far as it is there: the same state is asked again.
   *
   * @param shape whose {@code typed} is true
   */
  static Shape whateverIsThere(String schema, Shape shape) {
    JsonNode example =
        schema.equals("ErrorResponse") ? ErrorContract.everyDialect() : shape.shown();
    Shape typed = live(schema, example, liveLooks(schema) - 1);
    return new Shape(typed.example(), typed.rules(), shape.shown(), false);
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
    return new Shape(body, rules.collected(), body, false);
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

  private static Schema required(Schema schema, String name) {
    Schema property = schema.properties().get(name);
    if (property == null) {
      throw new IllegalArgumentException("required, but not described: " + name);
    }
    return property;
  }

  /** A union is text or something else: an example of text, by which the rules know text. */
  private static JsonNode union(Schema schema, JsonNode example, String path, Rules rules) {
    rules.textOr(path, otherThanText(schema, path));
    // A text that means something, such as an amount, is read by the SDK in its strict mode.
    return example.isTextual() ? example : TextNode.valueOf("text");
  }

  private static String otherThanText(Schema schema, String path) {
    List<String> types = schema.alternatives().stream().map(Schema::type).toList();
    if (types.size() != 2 || !types.contains("string")) {
      throw new IllegalArgumentException("Pact can't express these types: " + path + " " + types);
    }
    return types.get(0).equals("string") ? types.get(1) : types.get(0);
  }

  private static JsonNode anything(String path, Rules rules) {
    rules.anything(path);
    return TextNode.valueOf("anything");
  }

  /**
   * Writes a shape for a provider in a state.
   *
   * @param itemsAlike whether all items of a list are like its first, or each has its place
   */
  private record Strict(Rules rules, boolean itemsAlike, Demand demand) {

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
      if (!schema.alternatives().isEmpty()) {
        return union(schema, example, path, rules);
      }
      if (schema.isAnything()) {
        return anything(path, rules);
      }
      leaf(schema, example, path, rules);
      return example;
    }

    private ObjectNode object(Schema schema, JsonNode example, String path) {
      boolean demanded =
          demand == Demand.ALL_SHOWN
              || (demand == Demand.EVERY_FIELD
                  && showsEveryField(schema, example)
                  && !isPage(schema));
      ObjectNode written = Json.object();
      example
          .fields()
          .forEachRemaining(
              field -> {
                String name = field.getKey();
                Schema property = schema.properties().get(name);
                if (property == null) {
                  throw new IllegalArgumentException("no such property: " + path + "." + field);
                }
                if (demanded || schema.required().contains(name)) {
                  written.set(name, write(property, field.getValue(), Rules.child(path, name)));
                }
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
        return union(schema, example, path, rules);
      }
      if (schema.isAnything()) {
        return anything(path, rules);
      }
      leaf(schema, example, path, rules);
      return example;
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
        written.set(name, child(required(schema, name), example, name, path, depth));
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
