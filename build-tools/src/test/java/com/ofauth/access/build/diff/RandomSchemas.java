package com.ofauth.access.build.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Random named schemas, edits of them, and values at the edges of what they allow. */
final class RandomSchemas {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> NAMES = List.of("a", "b", "c", "d");

  /** No name is in both parts of an {@code allOf}: the lint refuses that. */
  private static final List<String> BASE_NAMES = List.of("p", "q", "r");

  private static final List<String> WORDS = List.of("red", "green", "blue", "grey");
  private static final String REF = "#/components/schemas/";
  private static final int DEEPEST = 2;

  private final Random random;

  RandomSchemas(long seed) {
    random = new Random(seed);
  }

  /** The schemas of a document: {@code Root} uses the others. */
  ObjectNode schemas() {
    ObjectNode schemas = JSON.objectNode();
    schemas.set("Root", object(0, NAMES));
    schemas.set("Base", object(DEEPEST, BASE_NAMES));
    schemas.set("Kind", enumeration());
    schemas.set("Badge", union());
    if (chance(4)) {
      ObjectNode root = (ObjectNode) schemas.get("Root");
      ObjectNode composed = JSON.objectNode();
      composed.putArray("allOf").add(ref("Base")).add(root);
      schemas.set("Root", composed);
    }
    return used(schemas);
  }

  /** The lint refuses schemas that nothing refers to. */
  private static ObjectNode used(ObjectNode schemas) {
    Set<String> used = new TreeSet<>(Set.of("Root"));
    for (int i = 0; i < schemas.size(); i++) {
      for (String name : List.copyOf(used)) {
        schemas
            .get(name)
            .findValuesAsText("$ref")
            .forEach(ref -> used.add(ref.substring(REF.length())));
      }
    }
    return schemas.deepCopy().retain(used);
  }

  private ObjectNode object(int depth, List<String> names) {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (String name : names) {
      if (random.nextBoolean()) {
        properties.set(name, any(depth + 1));
      }
    }
    if (properties.isEmpty()) {
      properties.set(names.get(0), scalar());
    }
    ArrayNode required = schema.putArray("required");
    properties.fieldNames().forEachRemaining(name -> addIf(chance(3), required, name));
    if (required.isEmpty()) {
      schema.remove("required");
    }
    return schema;
  }

  private void addIf(boolean wanted, ArrayNode list, String name) {
    if (wanted) {
      list.add(name);
    }
  }

  private ObjectNode any(int depth) {
    return switch (random.nextInt(depth > DEEPEST ? 5 : 10)) {
      case 0, 1, 2 -> scalar();
      case 3 -> chance(2) ? ref("Kind") : scalar();
      case 4 -> chance(3) ? JSON.objectNode() : ref("Badge");
      case 5 -> ref("Base");
      case 6, 7 -> list(depth);
      case 8 -> map();
      default -> scalar();
    };
  }

  private ObjectNode list(int depth) {
    ObjectNode schema = JSON.objectNode().put("type", "array");
    schema.set("items", any(depth + 1));
    return schema;
  }

  private ObjectNode map() {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    schema.set("additionalProperties", scalar());
    return schema;
  }

  private ObjectNode scalar() {
    ObjectNode schema = JSON.objectNode();
    switch (random.nextInt(4)) {
      case 0 -> schema.put("type", "integer").put("format", chance(2) ? "int32" : "int64");
      case 1 -> schema.put("type", "number");
      case 2 -> schema.put("type", "boolean");
      default -> schema.put("type", "string");
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      addRule(schema);
    }
    return schema;
  }

  private ObjectNode enumeration() {
    ObjectNode schema = JSON.objectNode().put("type", "string");
    schema.putArray("enum").add("red").add("green");
    return schema;
  }

  private ObjectNode union() {
    ObjectNode schema = JSON.objectNode();
    schema
        .putArray("oneOf")
        .add(JSON.objectNode().put("type", "string"))
        .add(JSON.objectNode().put("type", "boolean"));
    return schema;
  }

  private static ObjectNode ref(String name) {
    return JSON.objectNode().put("$ref", REF + name);
  }

  /** A copy with one to three edits. */
  ObjectNode edited(ObjectNode schemas) {
    ObjectNode copy = schemas.deepCopy();
    for (int i = random.nextInt(3); i >= 0; i--) {
      List<ObjectNode> all = new ArrayList<>();
      copy.forEach(schema -> collect(schema, all));
      edit(all.get(random.nextInt(all.size())));
    }
    return used(copy);
  }

  private static void collect(JsonNode schema, List<ObjectNode> all) {
    if (schema instanceof ObjectNode object && !schema.has("$ref")) {
      all.add(object);
      schema.path("properties").forEach(property -> collect(property, all));
      schema.path("allOf").forEach(part -> collect(part, all));
      collect(schema.path("items"), all);
      collect(schema.path("additionalProperties"), all);
    }
  }

  private void edit(ObjectNode schema) {
    if (schema.has("oneOf")) {
      ArrayNode members = (ArrayNode) schema.get("oneOf");
      if (chance(2) && members.size() > 1) {
        members.remove(members.size() - 1);
      } else if (members.size() < 3) {
        members.add(JSON.objectNode().put("type", members.size() == 1 ? "boolean" : "number"));
      }
    } else if (schema.has("properties")) {
      editObject(schema);
    } else if (schema.has("type") && !chance(6)) {
      if (chance(2)) {
        addRule(schema);
      } else {
        dropRule(schema);
      }
    } else if (!schema.has("allOf")) {
      schema.removeAll();
      schema.setAll(scalar());
    }
  }

  private void editObject(ObjectNode schema) {
    ObjectNode properties = (ObjectNode) schema.get("properties");
    String name = NAMES.get(random.nextInt(NAMES.size()));
    switch (random.nextInt(5)) {
      case 0 -> {
        if (NAMES.stream().anyMatch(properties::has)) {
          properties.set(name, scalar());
        }
      }
      case 1 -> {
        if (properties.size() > 1) {
          properties.remove(name);
          require(schema, name, false);
        }
      }
      case 2 -> require(schema, name, properties.has(name));
      case 3 -> require(schema, name, false);
      default -> addRule(schema);
    }
  }

  private static void require(ObjectNode schema, String name, boolean wanted) {
    Set<String> names = new TreeSet<>();
    schema.path("required").forEach(each -> names.add(each.asText()));
    if (wanted) {
      names.add(name);
    } else {
      names.remove(name);
    }
    schema.remove("required");
    if (!names.isEmpty()) {
      ArrayNode required = schema.putArray("required");
      names.forEach(required::add);
    }
  }

  private void dropRule(ObjectNode schema) {
    List<String> rules = new ArrayList<>();
    schema.fieldNames().forEachRemaining(rules::add);
    rules.removeAll(List.of("type", "items", "properties", "additionalProperties"));
    if ("integer".equals(schema.path("type").asText())) {
      rules.remove("format");
    }
    if (!rules.isEmpty()) {
      String rule = rules.get(random.nextInt(rules.size()));
      schema.remove(rule);
      if (rule.equals("minimum") || rule.equals("maximum")) {
        schema.remove(rule.equals("minimum") ? "exclusiveMinimum" : "exclusiveMaximum");
      }
    }
  }

  private void addRule(ObjectNode schema) {
    int small = random.nextInt(4);
    switch (schema.path("type").asText()) {
      case "integer", "number" -> {
        switch (random.nextInt(6)) {
          case 0 -> schema.put("minimum", small).put("exclusiveMinimum", chance(2));
          case 1 -> schema.put("minimum", small).remove("exclusiveMinimum");
          case 2 -> schema.put("maximum", small + 3).put("exclusiveMaximum", chance(2));
          case 3 -> schema.put("multipleOf", small + 1);
          case 4 -> schema.put("nullable", true);
          default -> {
            if (schema.path("type").asText().equals("integer")) {
              schema.put("format", chance(2) ? "int32" : "int64");
            } else if (chance(2)) {
              schema.put("type", "integer").put("format", "int64");
            }
          }
        }
      }
      case "string" -> {
        switch (schema.has("format") ? 3 : random.nextInt(6)) {
          case 0 -> schema.put("minLength", small);
          case 1 -> schema.put("maxLength", small + 2);
          case 2 -> schema.put("pattern", chance(2) ? "^[a-z]*$" : "^(red|.{0,2})$");
          case 3 -> schema.put("nullable", true);
          // No text would be short enough, or match as well.
          case 4 -> date(schema);
          default -> {
            ArrayNode values = schema.putArray("enum");
            WORDS.forEach(word -> addIf(random.nextBoolean(), values, word));
            if (values.isEmpty()) {
              values.add("red");
            }
          }
        }
      }
      case "array" -> {
        switch (random.nextInt(4)) {
          case 0 -> schema.put("minItems", small);
          case 1 -> schema.put("maxItems", small + 1);
          case 2 -> schema.put("uniqueItems", chance(2));
          default -> schema.put("nullable", true);
        }
      }
      case "object" -> {
        switch (random.nextInt(4)) {
          case 0 -> schema.put("minProperties", small);
          case 1 -> schema.put("maxProperties", small + 1);
          case 2 -> schema.put("nullable", true);
          default -> {
            if (schema.has("properties")) {
              schema.put("additionalProperties", chance(2));
            }
          }
        }
      }
      default -> schema.put("nullable", true);
    }
  }

  private static void date(ObjectNode schema) {
    schema.removeAll();
    schema.put("type", "string").put("format", "date-time");
  }

  /**
   * A value as someone makes it who knows one of two versions, at the edges of both.
   *
   * @param known the schema whose properties are used
   * @param other the other version, which only lends its edges
   */
  JsonNode value(JsonNode known, JsonNode other, ObjectNode schemas, ObjectNode others) {
    JsonNode schema = follow(known, schemas);
    JsonNode twin = follow(other, others);
    if (chance(12)) {
      return JSON.nullNode();
    }
    if (schema.has("allOf") || schema.has("properties")) {
      return objectValue(schema, twin, schemas, others);
    }
    if (schema.has("oneOf")) {
      JsonNode members = schema.get("oneOf");
      JsonNode member = members.get(random.nextInt(members.size()));
      return value(member, member, schemas, others);
    }
    return switch (schema.path("type").asText()) {
      case "integer" -> JSON.numberNode(number(schema, twin).longValue());
      case "number" -> JSON.numberNode(number(schema, twin));
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "string" -> JSON.textNode(text(schema, twin));
      case "array" -> {
        ArrayNode list = JSON.arrayNode();
        for (int i = size(schema, twin, "minItems", "maxItems"); i > 0; i--) {
          list.add(value(schema.path("items"), twin.path("items"), schemas, others));
        }
        yield list;
      }
      case "object" -> {
        ObjectNode map = JSON.objectNode();
        for (int i = size(schema, twin, "minProperties", "maxProperties"); i > 0; i--) {
          map.set(
              "key" + i,
              value(
                  schema.path("additionalProperties"),
                  twin.path("additionalProperties"),
                  schemas,
                  others));
        }
        yield map;
      }
      default -> anything();
    };
  }

  private JsonNode anything() {
    return switch (random.nextInt(4)) {
      case 0 -> JSON.numberNode(random.nextInt(5));
      case 1 -> JSON.textNode("red");
      case 2 -> JSON.booleanNode(true);
      default -> JSON.arrayNode();
    };
  }

  private ObjectNode objectValue(
      JsonNode schema, JsonNode twin, ObjectNode schemas, ObjectNode others) {
    ObjectNode value = JSON.objectNode();
    ObjectNode theirs = properties(twin, others);
    Set<String> required = required(schema, schemas);
    boolean all = chance(2);
    for (Map.Entry<String, JsonNode> property : properties(schema, schemas).properties()) {
      if (all || required.contains(property.getKey()) || random.nextBoolean()) {
        value.set(
            property.getKey(),
            value(property.getValue(), theirs.path(property.getKey()), schemas, others));
      }
    }
    if (chance(5)) {
      for (int i = random.nextInt(4); i >= 0; i--) {
        value.set("unknown" + i, anything());
      }
    }
    return value;
  }

  private static ObjectNode properties(JsonNode schema, ObjectNode schemas) {
    ObjectNode all = JSON.objectNode();
    JsonNode node = follow(schema, schemas);
    node.path("allOf").forEach(part -> all.setAll(properties(part, schemas)));
    node.path("properties").properties().forEach(each -> all.set(each.getKey(), each.getValue()));
    return all;
  }

  private static Set<String> required(JsonNode schema, ObjectNode schemas) {
    Set<String> all = new TreeSet<>();
    JsonNode node = follow(schema, schemas);
    node.path("allOf").forEach(part -> all.addAll(required(part, schemas)));
    node.path("required").forEach(name -> all.add(name.asText()));
    return all;
  }

  private static JsonNode follow(JsonNode schema, ObjectNode schemas) {
    String ref = schema.path("$ref").asText();
    return ref.isEmpty() ? schema : schemas.path(ref.substring(REF.length()));
  }

  private BigDecimal number(JsonNode schema, JsonNode twin) {
    List<BigDecimal> edges = new ArrayList<>(List.of(BigDecimal.ZERO, BigDecimal.valueOf(12)));
    for (JsonNode each : List.of(schema, twin)) {
      for (String key : List.of("minimum", "maximum", "multipleOf")) {
        if (each.has(key)) {
          BigDecimal edge = each.get(key).decimalValue();
          edges.add(edge);
          edges.add(edge.add(BigDecimal.ONE));
          edges.add(edge.subtract(BigDecimal.ONE));
          edges.add(edge.add(new BigDecimal("0.5")));
        }
      }
    }
    edges.add(BigDecimal.valueOf(1L << 40));
    edges.add(BigDecimal.valueOf(-(1L << 40)));
    edges.add(BigDecimal.valueOf(1L << 40).add(new BigDecimal("0.25")));
    return edges.get(random.nextInt(edges.size()));
  }

  private String text(JsonNode schema, JsonNode twin) {
    List<String> texts = new ArrayList<>(List.of("", "a", "R2", "2024-01-15T10:30:00Z"));
    texts.addAll(WORDS);
    for (JsonNode each : List.of(schema, twin)) {
      for (String key : List.of("minLength", "maxLength")) {
        int length = each.path(key).asInt();
        texts.add("x".repeat(length));
        texts.add("x".repeat(length + 1));
        texts.add("X".repeat(Math.max(0, length - 1)));
      }
    }
    return texts.get(random.nextInt(texts.size()));
  }

  private int size(JsonNode schema, JsonNode twin, String least, String most) {
    List<Integer> sizes = new ArrayList<>(List.of(0, 1, 2));
    for (JsonNode each : List.of(schema, twin)) {
      for (String key : List.of(least, most)) {
        if (each.has(key)) {
          sizes.add(each.get(key).asInt());
          sizes.add(each.get(key).asInt() + 1);
          sizes.add(Math.max(0, each.get(key).asInt() - 1));
        }
      }
    }
    return sizes.get(random.nextInt(sizes.size()));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
