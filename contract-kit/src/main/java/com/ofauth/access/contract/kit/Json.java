package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** JSON trees, read strictly, and the kinds of their values. */
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  static final String NOTHING = "nothing";

  private Json() {}

  /**
   * Reads one document.
   *
   * @throws JsonProcessingException if it is no strict JSON
   */
  static JsonNode parse(byte[] body) throws JsonProcessingException {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a resource beside this class. */
  static JsonNode resource(String name) {
    try (InputStream in = Json.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + name);
      }
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a value is, which is all that reports tell of it. */
  static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "list";
      case BOOLEAN -> "boolean";
      case MISSING -> NOTHING;
      case NULL -> "null";
      case NUMBER -> value.isIntegralNumber() ? integer(value) : "number with a fraction";
      case OBJECT -> "object";
      case STRING -> value.asText().isEmpty() ? "empty text" : "text";
      default -> "other";
    };
  }

  private static String integer(JsonNode value) {
    return value.bigIntegerValue().bitLength() < Long.SIZE
        ? "integer"
        : "integer of more than 64 bits";
  }
}
