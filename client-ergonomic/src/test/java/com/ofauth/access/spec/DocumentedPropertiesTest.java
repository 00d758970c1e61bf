package com.ofauth.access.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.build.spec.Schema;
import com.ofauth.access.build.spec.SpecDocument;
import com.ofauth.access.model.OfAuthModel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A name that is misspelt in a model passes each round trip, as a property that nobody knows. */
final class DocumentedPropertiesTest {
  private static final SpecDocument SPEC = SpecDocument.onClassPath();
  private static final List<String> MODELS =
      List.of(
          "ChatListResponse",
          "Chat",
          "ChatUser",
          "Message",
          "MessageAuthor",
          "MassMessageListResponse",
          "MassMessage",
          "Media",
          "MediaFiles",
          "MediaFullFile",
          "MediaPreviewFile",
          "MediaThumbFile",
          "MediaSource",
          "MediaTypeCounts",
          "MediaVideoSources",
          "ReleaseForm",
          "ReleaseFormUser",
          "ErrorResponse");

  static Stream<String> models() {
    return MODELS.stream();
  }

  static Stream<Arguments> properties() {
    return MODELS.stream()
        .flatMap(
            model ->
                SPEC.schema(model).properties().entrySet().stream()
                    .map(property -> Arguments.of(model, property.getKey(), property.getValue())));
  }

  @ParameterizedTest
  @MethodSource("models")
  void noneIsUnknownToItsModel(String model) throws ReflectiveOperationException {
    String nulls =
        SPEC.schema(model).properties().keySet().stream()
            .map(name -> "\"" + name + "\":null")
            .collect(Collectors.joining(",", "{", "}"));

    assertThat(read(model, nulls).additionalProperties()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("properties")
  void eachIsReturnedByTheMethodOfItsName(String model, String name, Schema schema)
      throws ReflectiveOperationException {
    OfAuthModel read = read(model, "{\"" + name + "\":" + sample(schema) + "}");

    Object value = read.getClass().getMethod(method(name)).invoke(read);
    assertThat(isEmpty(value)).as("%s.%s() of %s", model, method(name), read.toJson()).isFalse();
  }

  private static OfAuthModel read(String model, String json) throws ReflectiveOperationException {
    return (OfAuthModel)
        Class.forName("com.ofauth.access.model." + model)
            .getMethod("fromJson", String.class)
            .invoke(null, json);
  }

  private static String method(String property) {
    String name = property.startsWith("_") ? property.substring(1) : property;
    return Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null
        || value.equals(false)
        || (value instanceof Collection<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }

  private static String sample(Schema schema) {
    if (schema.isArray()) {
      return "[" + sample(schema.items()) + "]";
    }
    if (schema.isObject()) {
      return "{\"x\":1}";
    }
    if (!schema.alternatives().isEmpty()) {
      return sample(schema.alternatives().get(0));
    }
    return switch (schema.isAnything() ? "any" : schema.type()) {
      case "boolean" -> "true";
      case "integer", "number" -> "7";
      default -> "\"text\"";
    };
  }
}
