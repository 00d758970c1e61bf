package com.ofauth.access.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * The interface that a schema marks with {@code x-ofauth-interface}: its model has it, and the
 * models of all schemas that are made of it. A document has one at most.
 */
final class SharedInterface {
  private static final String MARK = "x-ofauth-interface";

  private final OpenAPI document;
  private final String schema;
  private final String name;
  private final Set<String> properties;

  private SharedInterface(OpenAPI document, String schema, String name, Set<String> properties) {
    this.document = document;
    this.schema = schema;
    this.name = name;
    this.properties = properties;
  }

  @SuppressWarnings({"rawtypes", "unchecked"}) // as the generator has them
  static @Nullable SharedInterface find(OpenAPI document) {
    SharedInterface found = null;
    for (Map.Entry<String, Schema> entry : ModelUtils.getSchemas(document).entrySet()) {
      Map<String, Object> marks = entry.getValue().getExtensions();
      if (marks != null && marks.get(MARK) instanceof String name) {
        if (found != null) {
          throw new IllegalArgumentException("Only one schema can have " + MARK);
        }
        Map<String, Schema> properties = entry.getValue().getProperties();
        found = new SharedInterface(document, entry.getKey(), name, properties.keySet());
      }
    }
    return found;
  }

  String name() {
    return name;
  }

  /** The interface's name, if a model has it. */
  @SuppressWarnings({"rawtypes", "unchecked"}) // as the generator has them
  @Nullable String of(CodegenModel model) {
    if (model.name.equals(schema)) {
      model.vendorExtensions.put("x-shared-source", name);
      return name;
    }
    List<Schema> parts = ModelUtils.getSchema(document, model.name).getAllOf();
    boolean isMadeOfIt =
        parts != null
            && parts.stream()
                .anyMatch(part -> schema.equals(ModelUtils.getSimpleRef(part.get$ref())));
    return isMadeOfIt ? name : null;
  }

  boolean has(CodegenProperty property) {
    return properties.contains(property.baseName);
  }
}
