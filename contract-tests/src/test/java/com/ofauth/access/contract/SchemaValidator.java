package com.ofauth.access.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi30;

/** Says whether a value is legal by the spec; shares nothing with Pact, nor with the SDK. */
final class Judge {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          VersionFlag.V4,
          builder ->
              builder
                  .metaSchema(OpenApi30.getInstance())
                  .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));

  private final JsonSchema schema;

  private Judge(String pointer) {
    this.schema =
        SCHEMAS.getSchema(
            SchemaLocation.of("classpath:" + Spec.RESOURCE + "#" + pointer),
            SchemaValidatorsConfig.builder().build());
  }

  static Judge ofSchema(String name) {
    return new Judge("/components/schemas/" + name);
  }

  /** The judge of what a JSON pointer into the spec leads to. */
  static Judge of(String pointer) {
    return new Judge(pointer);
  }

  boolean isLegal(JsonNode value) {
    return schema.validate(value).isEmpty();
  }
}
