package com.ofauth.access.internal.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All types of values. They are stricter than Moshi's own: a number is no string, and a string no
 * number.
 *
 * <p>Used by generated adapters.
 */
public final class JsonTypes {
  /** A string. */
  public static final JsonType<String> STRING =
      new JsonType<>() {
        @Override
        public String read(JsonReader reader) throws IOException {
          expect(reader, Token.STRING, "a string");
          return reader.nextString();
        }

        @Override
        public void write(JsonWriter writer, String value) throws IOException {
          writer.value(value);
        }
      };

  /** A boolean. */
  public static final JsonType<Boolean> BOOLEAN =
      new JsonType<>() {
        @Override
        public Boolean read(JsonReader reader) throws IOException {
          return reader.nextBoolean();
        }

        @Override
        public void write(JsonWriter writer, Boolean value) throws IOException {
          writer.value(value);
        }
      };

  /** An integer of 32 bits. */
  public static final JsonType<Integer> INTEGER =
      new IntegerType<>("an int") {
        @Override
        Integer convert(long value, JsonReader reader) {
          if ((int) value != value) {
            throw new JsonDataException(
                "Expected an int but was " + value + " at path " + lastPath(reader));
          }
          return (int) value;
        }

        @Override
        public void write(JsonWriter writer, Integer value) throws IOException {
          writer.value(value);
        }
      };

  /** An integer of 64 bits. */
  public static final JsonType<Long> LONG =
      new IntegerType<>("a long") {
        @Override
        Long convert(long value, JsonReader reader) {
          return value;
        }

        @Override
        public void write(JsonWriter writer, Long value) throws IOException {
          writer.value(value);
        }
      };

  /** A number, with every digit that was sent. */
  public static final JsonType<BigDecimal> BIGDECIMAL =
      new JsonType<>() {
        @Override
        public BigDecimal read(JsonReader reader) throws IOException {
          expect(reader, Token.NUMBER, "a number");
          return FreeForm.readDecimal(reader);
        }

        @Override
        public void write(JsonWriter writer, BigDecimal value) throws IOException {
          writer.value(value);
        }
      };

  /** Any value, null included. */
  public static final JsonType<@Nullable Object> OBJECT =
      new JsonType<@Nullable Object>() {
        @Override
        public @Nullable Object read(JsonReader reader) throws IOException {
          return FreeForm.read(reader);
        }

        @Override
        public void write(JsonWriter writer, @Nullable Object value) throws IOException {
          FreeForm.write(writer, value);
        }
      };

  /** An array of anything. */
  public static final JsonType<List<@Nullable Object>> LIST = listOf(OBJECT);

  /** An object of any content. */
  public static final JsonType<Map<String, @Nullable Object>> MAP = mapOf(OBJECT);

  private static final Pattern LAST_INDEX = Pattern.compile("\\[([0-9]{1,9})]$");
  private static final Pattern PLAIN_INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,18}");

  private JsonTypes() {}

  /** Gives the type of an array. */
  public static <T extends @Nullable Object> JsonType<List<T>> listOf(JsonType<T> items) {
    return new JsonType<>() {
      @Override
      public List<T> read(JsonReader reader) throws IOException {
        List<T> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
          list.add(items.read(reader));
        }
        reader.endArray();
        return Collections.unmodifiableList(list);
      }

      @Override
      public void write(JsonWriter writer, List<T> list) throws IOException {
        writer.beginArray();
        for (T item : list) {
          items.write(writer, item);
        }
        writer.endArray();
      }
    };
  }

  /** Gives the type of an object whose names are data. */
  public static <T extends @Nullable Object> JsonType<Map<String, T>> mapOf(JsonType<T> values) {
    return new JsonType<>() {
      @Override
      public Map<String, T> read(JsonReader reader) throws IOException {
        Map<String, T> map = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
          String name = reader.nextName();
          if (map.containsKey(name)) {
            throw duplicate(reader);
          }
          map.put(name, values.read(reader));
        }
        reader.endObject();
        return Collections.unmodifiableMap(map);
      }

      @Override
      public void write(JsonWriter writer, Map<String, T> map) throws IOException {
        writer.beginObject();
        for (Map.Entry<String, T> entry : map.entrySet()) {
          writer.name(entry.getKey());
          values.write(writer, entry.getValue());
        }
        writer.endObject();
      }
    };
  }

  /** Gives the type of an array that may hold nulls. */
  public static <T> JsonType<List<@Nullable T>> listOfNullable(JsonType<T> items) {
    return listOf(nullable(items));
  }

  /** Gives the type of an object whose names are data and whose values may be null. */
  public static <T> JsonType<Map<String, @Nullable T>> mapOfNullable(JsonType<T> values) {
    return mapOf(nullable(values));
  }

  private static <T> JsonType<@Nullable T> nullable(JsonType<T> type) {
    return new JsonType<@Nullable T>() {
      @Override
      public @Nullable T read(JsonReader reader) throws IOException {
        return reader.peek() == Token.NULL ? reader.nextNull() : type.read(reader);
      }

      @Override
      public void write(JsonWriter writer, @Nullable T value) throws IOException {
        if (value == null) {
          writer.nullValue();
        } else {
          type.write(writer, value);
        }
      }
    };
  }

  /** Gives the error for a value of a wrong type, before it is read. */
  public static JsonDataException unexpected(JsonReader reader, String expected)
      throws IOException {
    return new JsonDataException(
        "Expected " + expected + " but was " + reader.peek() + " at path " + reader.getPath());
  }

  static JsonDataException duplicate(JsonReader reader) {
    return new JsonDataException("Duplicate property at path " + reader.getPath());
  }

  /** Gives the path of the value just read: within an array, the reader points past it already. */
  static String lastPath(JsonReader reader) {
    String path = reader.getPath();
    Matcher index = LAST_INDEX.matcher(path);
    return index.find()
        ? path.substring(0, index.start(1)) + (Integer.parseInt(index.group(1)) - 1) + "]"
        : path;
  }

  private static void expect(JsonReader reader, Token token, String expected) throws IOException {
    if (reader.peek() != token) {
      throw unexpected(reader, expected);
    }
  }

  /** Reads integers without loss, as numbers or (see {@link ObjectReader#read}) in quotes. */
  abstract static class IntegerType<T> extends JsonType<T> {
    private final String name;

    IntegerType(String name) {
      this.name = name;
    }

    /** Narrows an integer that was just read. */
    abstract T convert(long value, JsonReader reader);

    @Override
    public T read(JsonReader reader) throws IOException {
      expect(reader, Token.NUMBER, name);
      // Not nextInt(), which goes by way of a double for some numbers.
      return convert(reader.nextLong(), reader);
    }

    T readQuoted(JsonReader reader) throws IOException {
      String path = reader.getPath();
      String text = reader.nextString();
      // Only the plain form, which is the one that can be written back unchanged.
      if (!PLAIN_INTEGER.matcher(text).matches()) {
        throw new JsonDataException("Expected " + name + " but was STRING at path " + path);
      }
      long value;
      try {
        value = Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw new JsonDataException(
            "Expected " + name + " but was " + text + " at path " + path, e);
      }
      return convert(value, reader);
    }
  }
}
