package com.ofauth.access.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges bodies by the OpenAPI document, with a validator that shares nothing with the SDK. */
final class Spec {
  private static final String DOCUMENT = "ofauth-access.yaml";
  private static final JsonNode TREE = load();
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(
          VersionFlag.V4,
          builder ->
              builder
                  .metaSchema(OpenApi30.getInstance())
                  .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));

  private Spec() {}

  /** What is wrong with a body: rules of the schema that it breaks, names that the spec lacks. */
  static List<String> problems(String schema, JsonNode body) {
    JsonSchema validator =
        FACTORY.getSchema(
            SchemaLocation.of("classpath:" + DOCUMENT + "#/components/schemas/" + schema),
            SchemaValidatorsConfig.builder().build());
    List<String> problems = new ArrayList<>();
    for (ValidationMessage message : validator.validate(body)) {
      problems.add(message.getMessage());
    }
    addUnknownNames(schema(schema), body, "$", problems);
    return problems;
  }

  /** The names of all properties that objects of a schema can have. */
  static Set<String> propertyNames(String schema) {
    Set<String> names = new TreeSet<>();
    properties(schema(schema)).forEach(property -> names.add(property.getKey()));
    return names;
  }

  /** The schemas are open, so a misspelt property would pass the validator. */
  private static void addUnknownNames(
      JsonNode schema, JsonNode value, String path, List<String> problems) {
    JsonNode resolved = resolve(schema);
    if (value.isArray() && resolved.has("items")) {
      for (int i = 0; i < value.size(); i++) {
        addUnknownNames(resolved.get("items"), value.get(i), path + "[" + i + "]", problems);
      }
    }
    if (!value.isObject() || properties(resolved).isEmpty()) {
      return;
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      JsonNode property = property(resolved, field.getKey());
      if (property == null) {
        problems.add(path + "." + field.getKey() + " is not in the spec");
      } else {
        addUnknownNames(property, field.getValue(), path + "." + field.getKey(), problems);
      }
    }
  }

  private static List<Map.Entry<String, JsonNode>> properties(JsonNode schema) {
    JsonNode resolved = resolve(schema);
    List<Map.Entry<String, JsonNode>> all = new ArrayList<>();
    resolved.path("allOf").forEach(part -> all.addAll(properties(part)));
    all.addAll(resolved.path("properties").properties());
    return all;
  }

  private static @Nullable JsonNode property(JsonNode schema, String name) {
    return properties(schema).stream()
        .filter(property -> property.getKey().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static JsonNode resolve(JsonNode schema) {
    JsonNode reference = schema.get("$ref");
    return reference == null ? schema : TREE.at(reference.asText().substring(1));
  }

  private static JsonNode schema(String name) {
    return TREE.at("/components/schemas/" + name);
  }

  private static JsonNode load() {
    try (InputStream in = Spec.class.getClassLoader().getResourceAsStream(DOCUMENT)) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
