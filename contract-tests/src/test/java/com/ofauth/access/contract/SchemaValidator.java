package com.ofauth.access.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Map;

/** Says whether a value is legal by the spec; shares nothing with Pact, nor with the SDK. */
public final class SchemaValidator {
  private static final String SPEC = "urn:ofauth-access";

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          VersionFlag.V4,
          builder ->
              builder.schemaLoaders(
                  loaders ->
                      loaders.schemas(
                          Map.of(SPEC, nullAsType(Spec.ACCESS.json().deepCopy()).toString()))));

  private final JsonSchema schema;

  private SchemaValidator(String pointer) {
    this.schema =
        SCHEMAS.getSchema(
            SchemaLocation.of(SPEC + "#" + pointer),
            SchemaValidatorsConfig.builder().pathType(PathType.JSON_PATH).build());
  }

  public static SchemaValidator ofSchema(String name) {
    return new SchemaValidator("/components/schemas/" + name);
  }

  /** The validator of what a JSON pointer into the spec leads to. */
  public static SchemaValidator of(String pointer) {
    return new SchemaValidator(pointer);
  }

  public boolean isLegal(JsonNode value) {
    return schema.validate(value).isEmpty();
  }

  /**
   * Writes {@code nullable} as the type "null". The validator's own support takes null for what is
   * in a nullable object or list too.
   */
  private static JsonNode nullAsType(JsonNode schema) {
    schema.forEach(SchemaValidator::nullAsType);
    if (schema instanceof ObjectNode object && object.path("nullable").asBoolean()) {
      if (!object.path("type").isTextual()) {
        throw new IllegalArgumentException("nullable, but without a type: " + object);
      }
      object.set("type", Json.array().add(object.path("type").asText()).add("null"));
      if (object.path("enum") instanceof ArrayNode words) {
        words.addNull();
      }
    }
    return schema;
  }
}
