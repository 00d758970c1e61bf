package com.ofauth.access.internal.json;

import com.ofauth.access.model.OfAuthModel;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * JSON without a schema: null, Boolean, String, Long, BigInteger (past the range of Long),
 * BigDecimal (with a fraction or an exponent), another Number (of more than 1000 digits, which only
 * has a text), List and Map. Each number has one type that stands for it, so that equal JSON is
 * equal in Java.
 */
final class FreeForm {
  /** Of one value; more would tell nothing new. */
  private static final int MAX_NOTES = 100;

  private FreeForm() {}

  /**
   * Reads any value. The reader itself refuses to go too deep.
   *
   * @param notes what is told of keys that come twice, with paths from the value on
   */
  static @Nullable Object read(JsonReader reader, List<Note> notes) throws IOException {
    return switch (reader.peek()) {
      case NULL -> reader.nextNull();
      case BOOLEAN -> reader.nextBoolean();
      case STRING -> reader.nextString();
      case NUMBER -> number(reader.nextString());
      case BEGIN_ARRAY -> readList(reader, notes);
      default -> readMap(reader, notes);
    };
  }

  private static List<@Nullable Object> readList(JsonReader reader, List<Note> notes)
      throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      int before = notes.size();
      list.add(read(reader, notes));
      if (notes.size() > before) {
        place(notes, before, "[" + (list.size() - 1) + "]");
      }
    }
    reader.endArray();
    return Collections.unmodifiableList(list);
  }

  private static Map<String, @Nullable Object> readMap(JsonReader reader, List<Note> notes)
      throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      int before = notes.size();
      boolean isKnown = map.containsKey(name);
      map.put(name, read(reader, notes));
      if (isKnown && notes.size() < MAX_NOTES) {
        notes.add(Note.twice(null));
      }
      if (notes.size() > before) {
        place(notes, before, "." + name);
      }
    }
    reader.endObject();
    return Collections.unmodifiableMap(map);
  }

  /** Paths are built from their ends on, and only where there is something to tell. */
  private static void place(List<Note> notes, int from, String step) {
    for (int i = from; i < notes.size(); i++) {
      notes.set(i, notes.get(i).within(step));
    }
  }

  /** Reads a document of any content; of a key that comes twice the last value. */
  static @Nullable Object parse(String json) {
    try {
      return read(JsonReader.of(new Buffer().writeUtf8(json)), new ArrayList<>());
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Writes what {@link #read} gives, and models. */
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
    } else if (value instanceof OfAuthModel model) {
      writer.value(new Buffer().writeUtf8(model.toJson()));
    } else {
      throw notJson(value);
    }
  }

  /** Writes a document of what {@link #read} gives, and models. */
  static String text(@Nullable Object value) {
    Buffer json = new Buffer();
    try (JsonWriter writer = JsonWriter.of(json)) {
      writer.setSerializeNulls(true);
      write(writer, value);
    } catch (IOException e) {
      throw new AssertionError("A buffer does not fail", e);
    }
    return json.readUtf8();
  }

  /** Returns the value that reading the JSON of a leaf would return. */
  static Object leaf(Object value) {
    if (value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number number) {
      String literal = number.toString();
      try {
        return number(literal);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("Not a JSON number: " + number, e);
      }
    }
    throw notJson(value);
  }

  /** The number of a JSON literal. */
  static Number number(String literal) {
    boolean isInteger =
        literal.indexOf('.') < 0 && literal.indexOf('e') < 0 && literal.indexOf('E') < 0;
    if (!isInteger || literal.length() > RawNumber.MAX_DIGITS) {
      return RawNumber.of(literal);
    }
    if (literal.length() < 19) {
      return Long.parseLong(literal);
    }
    BigInteger integer = new BigInteger(literal);
    if (integer.bitLength() < Long.SIZE) {
      return integer.longValue();
    }
    return integer;
  }

  /** What kind of value it is, in words; never the value itself. */
  static String kind(@Nullable Object value) {
    if (value == null) {
      return "null";
    } else if (value instanceof String) {
      return "a text";
    } else if (value instanceof Boolean) {
      return "a boolean";
    } else if (value instanceof Number) {
      return "a number";
    } else if (value instanceof List<?>) {
      return "an array";
    }
    return "an object";
  }

  private static IllegalArgumentException notJson(Object value) {
    return new IllegalArgumentException("Not a JSON value: " + value.getClass().getName());
  }
}
