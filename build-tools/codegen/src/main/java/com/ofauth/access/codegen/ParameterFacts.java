package com.ofauth.access.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.DefaultCodegen;

/** What the templates need to know of a parameter that users set: names, types, checks. */
final class ParameterFacts {
  /** The mark in the document on a parameter that has another name in Java. */
  private static final String NAME = "x-ofauth-name";

  /** The mark in the document that describes each value of an enum. */
  private static final String VALUES = "x-ofauth-values";

  private static final Map<String, String> PRIMITIVES =
      Map.of("Long", "long", "Integer", "int", "Boolean", "boolean");

  private final DefaultCodegen config;
  private final CodegenParameter parameter;
  private final Schema<?> schema;
  private final String name;
  private final String type;
  private final LimitFacts limits;

  /**
   * Facts of one parameter.
   *
   * @param owner begins the name of its enum
   */
  ParameterFacts(
      DefaultCodegen config, CodegenParameter parameter, Schema<?> schema, String owner) {
    this.config = config;
    this.parameter = parameter;
    this.schema = schema;
    this.name =
        config.toParamName(
            (String) parameter.vendorExtensions.getOrDefault(NAME, parameter.baseName));
    this.type =
        isEnum()
            ? owner + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
            : parameter.dataType;
    this.limits = new LimitFacts(name, type, schema, parameter.isPathParam);
  }

  private boolean isEnum() {
    return schema.getEnum() != null;
  }

  String type() {
    return type;
  }

  boolean isInPath() {
    return parameter.isPathParam;
  }

  boolean isRequired() {
    return parameter.required;
  }

  Map<String, Object> ofParameter() {
    Map<String, Object> facts = new HashMap<>();
    String primitive = PRIMITIVES.get(type);
    boolean isNullable = !isRequired() && primitive == null;
    facts.put("name", name);
    facts.put("wire", parameter.baseName);
    facts.put("description", JavadocText.escape(parameter.unescapedDescription));
    facts.put("required", isRequired());
    facts.put("nullable", isNullable);
    facts.put("deprecated", parameter.isDeprecated);
    facts.put("limits", limits.words());
    facts.put("checks", limits.areChecked());
    String strict = primitive == null ? type : primitive;
    facts.put("field", isRequired() ? strict : "@Nullable " + type);
    facts.put("argument", isNullable ? "@Nullable " + type : strict);
    facts.put("result", isRequired() ? strict : optional());
    facts.put(
        "same",
        (isRequired() && primitive != null
                ? "%1$s == that.%1$s"
                : "Objects.equals(%1$s, that.%1$s)")
            .formatted(name));
    facts.put("get", isRequired() || primitive == null ? name : wrapped());
    String checked = limits.check(isRequired() && primitive == null);
    facts.put(
        "checked",
        isNullable && !checked.equals(name) ? name + " == null ? null : " + checked : checked);
    if (isEnum() && schema.getDefault() != null) {
      facts.put("default", type + "#" + constant(schema.getDefault()));
    }
    return facts;
  }

  private String optional() {
    return switch (type) {
      case "Long" -> "OptionalLong";
      case "Integer" -> "OptionalInt";
      case "Boolean" -> "Optional<Boolean>";
      default -> "@Nullable " + type;
    };
  }

  private String wrapped() {
    return switch (type) {
      case "Long" -> "%1$s == null ? OptionalLong.empty() : OptionalLong.of(%1$s)".formatted(name);
      case "Integer" -> "%1$s == null ? OptionalInt.empty() : OptionalInt.of(%1$s)".formatted(name);
      default -> "Optional.ofNullable(" + name + ")";
    };
  }

  /** What the Retrofit interface takes, given the query. */
  String sentOf(String query) {
    String get = query + "." + name + "()";
    if (isEnum()) {
      return isRequired() ? get + ".value()" : "%1$s == null ? null : %1$s.value()".formatted(get);
    } else if (isRequired()) {
      return get;
    }
    return switch (type) {
      case "Long" -> "%1$s.isPresent() ? %1$s.getAsLong() : null".formatted(get);
      case "Integer" -> "%1$s.isPresent() ? %1$s.getAsInt() : null".formatted(get);
      case "Boolean" -> get + ".orElse(null)";
      default -> get;
    };
  }

  /** What the Retrofit interface takes, given the parameter itself. */
  String sentDirectly() {
    String checked = limits.check(!PRIMITIVES.containsKey(type));
    return isEnum() ? checked + ".value()" : checked;
  }

  /** The call that sets the default of the API, which means the same as to leave it out. */
  @Nullable String settingOfDefault() {
    Object value = schema.getDefault();
    if (isRequired() || value == null) {
      return null;
    }
    return "." + name + "(" + (isEnum() ? type + "." + constant(value) : literal(value)) + ")";
  }

  private String literal(Object value) {
    return switch (type) {
      case "Long" -> value + "L";
      case "BigDecimal" -> "new BigDecimal(\"" + new BigDecimal(value.toString()) + "\")";
      case "String" -> "\"" + config.escapeText(value.toString()) + "\"";
      default -> value.toString();
    };
  }

  /** The test whether a query sets an enum to a value, for an {@code if}. */
  String equals(String query, String value) {
    return query + "." + name + "() == " + type + "." + constant(value);
  }

  String wireName() {
    return parameter.baseName;
  }

  private String constant(Object value) {
    return config.toEnumVarName(value.toString(), "String");
  }

  /** The enum of the parameter, or null if it has none. */
  @Nullable Map<String, Object> ofEnum() {
    if (!isEnum()) {
      return null;
    }
    Object described = parameter.vendorExtensions.getOrDefault(VALUES, Map.of());
    List<Map<String, Object>> constants = new ArrayList<>();
    for (Object value : schema.getEnum()) {
      Object words = ((Map<?, ?>) described).get(value);
      Map<String, Object> constant = new HashMap<>();
      constant.put("name", constant(value));
      constant.put("value", value);
      constant.put(
          "description",
          words == null ? "{@code " + value + "}." : JavadocText.escape(words.toString()));
      constant.put("default", value.equals(schema.getDefault()));
      constants.add(constant);
    }
    return new HashMap<>(
        Map.of(
            "name",
            type,
            "wire",
            parameter.baseName,
            "description",
            JavadocText.escape(parameter.unescapedDescription),
            "example",
            schema.getEnum().get(0),
            "constants",
            constants));
  }
}
