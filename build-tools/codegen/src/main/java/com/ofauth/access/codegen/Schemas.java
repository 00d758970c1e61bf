package com.ofauth.access.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Finds properties of schemas, behind references and in the parts of an {@code allOf}. */
final class Schemas {
  private final OpenAPI document;

  Schemas(OpenAPI document) {
    this.document = document;
  }

  /** The schema that a property has, unresolved. */
  Schema<?> property(Schema<?> schema, String name) {
    Schema<?> found = find(schema, name);
    if (found == null) {
      throw new IllegalArgumentException("There is no property " + name);
    }
    return found;
  }

  @SuppressWarnings("rawtypes") // as the generator has them
  private @Nullable Schema<?> find(Schema<?> schema, String name) {
    Schema<?> at = ModelUtils.getReferencedSchema(document, schema);
    if (at.getProperties() != null && at.getProperties().containsKey(name)) {
      return at.getProperties().get(name);
    }
    if (at.getAllOf() != null) {
      for (Schema part : at.getAllOf()) {
        Schema<?> found = find(part, name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  boolean isText(Schema<?> schema) {
    return ModelUtils.isStringSchema(ModelUtils.getReferencedSchema(document, schema));
  }
}
