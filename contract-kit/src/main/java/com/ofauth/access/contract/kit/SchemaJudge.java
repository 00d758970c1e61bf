package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationContext;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds values against the schemas of the document, formats among them. */
final class SchemaJudge {
  private static final String DOCUMENT = "urn:ofauth-access";

  private final Spec spec;
  private final JsonSchemaFactory factory;
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

  SchemaJudge(Spec spec) {
    this.spec = spec;
    JsonMetaSchema dialect =
        JsonMetaSchema.builder(JsonMetaSchema.getV4())
            .format(new Range("int32", Integer.SIZE))
            .format(new Range("int64", Long.SIZE))
            .build();
    String document = nullAsType(spec.root().deepCopy()).toString();
    factory =
        JsonSchemaFactory.getInstance(
            VersionFlag.V4,
            builder ->
                builder
                    .metaSchema(dialect)
                    .defaultMetaSchemaIri(dialect.getIri())
                    .schemaLoaders(loaders -> loaders.schemas(Map.of(DOCUMENT, document))));
  }

  /**
   * What in a value breaks a schema. A word that an open enum does not have breaks nothing.
   *
   * @param schema the name of one under components
   */
  List<Fault> faults(String schema, JsonNode value) {
    Schema described = spec.schema(schema);
    List<Fault> faults = new ArrayList<>();
    for (ValidationMessage message : schema(schema).validate(value)) {
      List<String> path = path(message.getInstanceLocation());
      JsonNode found = at(value, path);
      if (message.getType().equals("required")) {
        path.add(message.getProperty());
        found = at(value, path);
      }
      Schema there = described.at(path);
      boolean newWord = there.isOpenEnum() && found.isTextual();
      if (!newWord) {
        faults.add(new Fault(Paths.of(value, path), there.expected(), Json.kind(found)));
      }
    }
    return faults;
  }

  private JsonSchema schema(String name) {
    return schemas.computeIfAbsent(
        name,
        key ->
            factory.getSchema(
                SchemaLocation.of(DOCUMENT + "#/components/schemas/" + key),
                SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .pathType(PathType.LEGACY)
                    .build()));
  }

  private static List<String> path(JsonNodePath location) {
    List<String> path = new ArrayList<>();
    for (int i = 0; i < location.getNameCount(); i++) {
      path.add(String.valueOf(location.getElement(i)));
    }
    return path;
  }

  private static JsonNode at(JsonNode value, List<String> path) {
    JsonNode at = value;
    for (String key : path) {
      at = at.isArray() ? at.path(Integer.parseInt(key)) : at.path(key);
    }
    return at;
  }

  /**
   * Writes {@code nullable} as the type "null". The validator's own support takes null for what is
   * in a nullable object or list too.
   */
  private static JsonNode nullAsType(JsonNode schema) {
    schema.forEach(SchemaJudge::nullAsType);
    if (schema instanceof ObjectNode object && object.path("nullable").asBoolean()) {
      String type = object.path("type").asText();
      object.putArray("type").add(type).add("null");
      if (object.path("enum") instanceof ArrayNode words) {
        words.addNull();
      }
    }
    return schema;
  }

  /** The range of an integer format. */
  private record Range(String name, int bits) implements Format {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean matches(
        ExecutionContext execution, ValidationContext validation, JsonNode value) {
      return !value.isIntegralNumber() || value.bigIntegerValue().bitLength() < bits;
    }
  }
}
