package com.ofauth.access.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi30;
import com.ofauth.access.build.spec.SpecDocument;

/** Says whether a value is legal by the spec; shares nothing with Pact, nor with the SDK. */
final class SchemaValidator {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          VersionFlag.V4,
          builder ->
              builder
                  .metaSchema(OpenApi30.getInstance())
                  .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));

  private final JsonSchema schema;

  private SchemaValidator(String pointer) {
    this.schema =
        SCHEMAS.getSchema(
            SchemaLocation.of("classpath:" + SpecDocument.RESOURCE + "#" + pointer),
            SchemaValidatorsConfig.builder().build());
  }

  static SchemaValidator ofSchema(String name) {
    return new SchemaValidator("/components/schemas/" + name);
  }

  /** The validator of what a JSON pointer into the spec leads to. */
  static SchemaValidator of(String pointer) {
    return new SchemaValidator(pointer);
  }

  boolean isLegal(JsonNode value) {
    return schema.validate(value).isEmpty();
  }
}
