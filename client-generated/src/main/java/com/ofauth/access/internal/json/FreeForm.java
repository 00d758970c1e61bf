package com.ofauth.access.internal.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * JSON without a schema: null, Boolean, String, Long, BigInteger (past the range of Long),
 * BigDecimal (with a fraction or an exponent), List and Map. Each number has one type that stands
 * for it, so that equal JSON is equal in Java.
 */
final class FreeForm {
  /** Longer numbers are refused: the time to parse one grows with the square of its length. */
  private static final int MAX_NUMBER_LENGTH = 1000;

  private FreeForm() {}

  /** Reads any value. The reader itself refuses to go too deep. */
  static @Nullable Object read(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case NULL -> reader.nextNull();
      case BOOLEAN -> reader.nextBoolean();
      case STRING -> reader.nextString();
      case NUMBER -> readNumber(reader);
      case BEGIN_ARRAY -> JsonTypes.LIST.read(reader);
      default -> JsonTypes.MAP.read(reader);
    };
  }

  /** Writes what {@link #read} gives. */
  static void write(JsonWriter writer, @Nullable Object value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof String text) {
      writer.value(text);
    } else if (value instanceof Boolean bool) {
      writer.value(bool);
    } else if (value instanceof Number number) {
      writer.value(number);
    } else if (value instanceof List<?> list) {
      writer.beginArray();
      for (Object item : list) {
        write(writer, item);
      }
      writer.endArray();
    } else if (value instanceof Map<?, ?> map) {
      writer.beginObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        writer.name((String) entry.getKey());
        write(writer, entry.getValue());
      }
      writer.endObject();
    } else {
      throw notJson(value);
    }
  }

  /** Gives the value that reading the JSON of a leaf would give. */
  static Object leaf(Object value) {
    if (value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number number) {
      try {
        return number(number.toString());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("Not a JSON number: " + number, e);
      }
    }
    throw notJson(value);
  }

  static Number readNumber(JsonReader reader) throws IOException {
    return parse(reader, FreeForm::number);
  }

  static BigDecimal readDecimal(JsonReader reader) throws IOException {
    return parse(reader, BigDecimal::new);
  }

  private static Number number(String literal) {
    if (literal.indexOf('.') >= 0 || literal.indexOf('e') >= 0 || literal.indexOf('E') >= 0) {
      return new BigDecimal(literal);
    }
    BigInteger integer = new BigInteger(literal);
    if (integer.bitLength() < Long.SIZE) {
      return integer.longValue();
    }
    return integer;
  }

  private static <T> T parse(JsonReader reader, Function<String, T> parser) throws IOException {
    String literal = reader.nextString();
    if (literal.length() > MAX_NUMBER_LENGTH) {
      throw new JsonDataException(
          "Expected a number of at most %d characters but was one of %d at path %s"
              .formatted(MAX_NUMBER_LENGTH, literal.length(), JsonTypes.lastPath(reader)));
    }
    try {
      return parser.apply(literal);
    } catch (NumberFormatException e) {
      throw new JsonDataException(
          "Expected a number with an exponent of 32 bits but was %s at path %s"
              .formatted(literal, JsonTypes.lastPath(reader)),
          e);
    }
  }

  private static IllegalArgumentException notJson(Object value) {
    return new IllegalArgumentException("Not a JSON value: " + value.getClass().getName());
  }
}
