package com.ofauth.access.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * What the templates need to know of a property, and can't find out. Each fact is a vendor
 * extension of the property.
 */
final class PropertyFacts {
  /** The mark in the document on a text that tells a time or an amount. */
  private static final String VALUE = "x-ofauth-value";

  /** The mark in the document on a union that becomes a text. */
  private static final String TEXT = "x-ofauth-text";

  private static final Map<String, String> ZEROS =
      Map.of("long", "0", "int", "0", "boolean", "false");

  private static final Map<String, Map<String, String>> TYPED =
      Map.of(
          "timestamp",
          Map.of("suffix", "Instant", "method", "instant", "type", "Instant", "words", "a time"),
          "amount",
          Map.of(
              "suffix", "Amount", "method", "amount", "type", "BigDecimal", "words", "a number"));

  private final CodegenProperty property;
  private final OpenAPI document;

  PropertyFacts(CodegenProperty property, OpenAPI document) {
    this.property = property;
    this.document = document;
  }

  /** Adds the facts of the property at a place of its model. */
  void extend(int index) {
    put("x-index", String.valueOf(index));
    put("x-kind", kind());
    document();
    Schema<?> target = target();
    boolean isTextOrNumber = false;
    if (target != null && isReadAsText(target)) {
      isTextOrNumber = true;
      property.dataType = "String";
      property.datatypeWithEnum = "String";
      property.isModel = false;
      property.isPrimitiveType = true;
      put(VALUE, target.getExtensions().get(VALUE));
    }
    String primitive = primitive();
    if (primitive != null) {
      put("x-local", primitive);
      put("x-zero", ZEROS.get(primitive));
    }
    boolean isRequired = property.required && !property.isNullable;
    if (isRequired && primitive != null) {
      put("x-primitive", primitive);
    }
    boolean isMap = property.isMap || property.isFreeFormObject;
    if (isMap || property.isArray) {
      put("x-collection", true);
      String type = isMap ? "Map" : "List";
      put(property.required ? "x-required-collection" : "x-optional-collection", type);
    } else {
      put(isRequired && !property.isAnyType ? "x-required-object" : "x-optional-object", true);
    }
    String value = (String) property.vendorExtensions.get(VALUE);
    if (value != null) {
      put("x-typed", TYPED.get(value));
    }
    String orNumber = value == null ? "readTextOrNumber" : "readAmountOrNumber";
    put("x-read", isTextOrNumber ? orNumber : read(primitive, value));
  }

  /** Whether a schema is a union of text and number, which becomes a text in Java. */
  static boolean isReadAsText(Schema<?> schema) {
    return schema.getExtensions() != null && schema.getExtensions().containsKey(TEXT);
  }

  private void document() {
    String description = description();
    if (description == null) {
      return;
    }
    String text = JavadocText.escape(description);
    put("x-returns", JavadocText.returned(text));
    String rest = JavadocText.rest(text);
    put("x-more", rest.isEmpty() ? null : rest);
  }

  /** The description, or that of the schema that is referred to. */
  private @Nullable String description() {
    Schema<?> target = target();
    return property.unescapedDescription == null && target != null
        ? target.getDescription()
        : property.unescapedDescription;
  }

  private @Nullable Schema<?> target() {
    String reference = property.getRef();
    return reference == null
        ? null
        : ModelUtils.getSchema(document, ModelUtils.getSimpleRef(reference));
  }

  private String kind() {
    if (property.isArray) {
      return "an array";
    } else if (property.isMap || property.isFreeFormObject) {
      return "an object";
    } else if (property.isEnumRef) {
      return "a text";
    } else if (property.isAnyType) {
      return "a value";
    }
    return switch (property.dataType) {
      case "String" -> "a text";
      case "Long", "Integer" -> "an integer";
      case "Boolean" -> "a boolean";
      case "BigDecimal" -> "a number";
      default -> kindOfModel();
    };
  }

  private String kindOfModel() {
    Schema<?> target = target();
    return target == null || target.getOneOf() == null ? "an object" : kindOfUnion(target);
  }

  static String kindOfUnion(OpenAPI document, String name) {
    return kindOfUnion(ModelUtils.getSchema(document, name));
  }

  private static String kindOfUnion(Schema<?> union) {
    return union.getOneOf().stream()
        .map(member -> kindOfType(((Schema<?>) member).getType()))
        .collect(Collectors.joining(" or "));
  }

  private static String kindOfType(@Nullable String type) {
    if (type == null) {
      return "an object";
    }
    return switch (type) {
      case "string" -> "a text";
      case "boolean" -> "a boolean";
      case "integer" -> "an integer";
      default -> "a number";
    };
  }

  private @Nullable String primitive() {
    if (property.isContainer) {
      return null;
    }
    if (property.isLong) {
      return "long";
    } else if (property.isInteger) {
      return "int";
    }
    return property.isBoolean ? "boolean" : null;
  }

  private @Nullable String read(@Nullable String primitive, @Nullable String value) {
    if (primitive != null) {
      return "read" + primitive.substring(0, 1).toUpperCase(Locale.ROOT) + primitive.substring(1);
    } else if (value != null) {
      return value.equals("timestamp") ? "readTimestamp" : "readAmount";
    } else if (property.isEnumRef
        || (!property.isContainer && property.dataType.equals("String"))) {
      return "readText";
    }
    return !property.isContainer && property.dataType.equals("BigDecimal") ? "readDecimal" : null;
  }

  private void put(String fact, @Nullable Object value) {
    if (value != null) {
      property.vendorExtensions.put(fact, value);
    }
  }
}
