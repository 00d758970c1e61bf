package com.ofauth.access.build.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.util.ArrayList;
import java.util.List;

/** Validates values against the schemas of a document, as OpenAPI 3.0 reads them. */
public final class SchemaValidator {

  private static final String DOCUMENT = "https://spec.invalid/openapi.json";
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .formatAssertionsEnabled(true)
          .pathType(PathType.LEGACY)
          .build();

  private final JsonSchema document;

  public SchemaValidator(SpecDocument spec) {
    JsonMetaSchema dialect =
        JsonMetaSchema.builder(OpenApi30.getInstance())
            .format(new IntegerFormat("int32", Integer.SIZE))
            .format(new IntegerFormat("int64", Long.SIZE))
            .build();
    JsonSchemaFactory schemas =
        JsonSchemaFactory.getInstance(
            VersionFlag.V4,
            builder -> builder.metaSchema(dialect).defaultMetaSchemaIri(dialect.getIri()));
    // Read once: by its location the factory would read the whole document for each schema.
    document = schemas.getSchema(SchemaLocation.of(DOCUMENT), spec.json(), CONFIG);
  }

  /**
   * Why a value does not satisfy a schema.
   *
   * @param path keys and indexes that lead to the part of the value that is wrong
   * @param message what is wrong there
   */
  public record Problem(List<String> path, String message) {

    private static Problem of(ValidationMessage message) {
      JsonNodePath location = message.getInstanceLocation();
      List<String> path = new ArrayList<>();
      for (int i = 0; i < location.getNameCount(); i++) {
        path.add(String.valueOf(location.getElement(i)));
      }
      // The validator leaves a space where a format has nothing more to say.
      return new Problem(List.copyOf(path), message.getMessage().strip());
    }
  }

  /**
   * Validates a value.
   *
   * @param schemaPointer JSON pointer of the schema in the document
   * @throws JsonSchemaException when the schema can not be read
   */
  public List<Problem> validate(String schemaPointer, JsonNode value) {
    return document.getSubSchema(SchemaLocation.Fragment.of(schemaPointer)).validate(value).stream()
        .map(Problem::of)
        .toList();
  }
}
