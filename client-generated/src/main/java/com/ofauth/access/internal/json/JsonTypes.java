package com.ofauth.access.internal.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The types of values that are no models.
 *
 * <p>Used by generated adapters.
 */
public final class JsonTypes {
  /** A text. */
  public static final JsonType<String> STRING =
      new JsonType<>() {
        @Override
        public @Nullable String read(JsonInput in) throws IOException {
          return in.readText(in.peek());
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
        public @Nullable Boolean read(JsonInput in) throws IOException {
          boolean value = in.readBoolean(in.peek());
          return in.isUnreadable() ? null : (Boolean) value;
        }

        @Override
        public void write(JsonWriter writer, Boolean value) throws IOException {
          writer.value(value);
        }
      };

  /** An integer of 32 bits. */
  public static final JsonType<Integer> INTEGER =
      new JsonType<>() {
        @Override
        public @Nullable Integer read(JsonInput in) throws IOException {
          int value = in.readInt(in.peek());
          return in.isUnreadable() ? null : (Integer) value;
        }

        @Override
        public void write(JsonWriter writer, Integer value) throws IOException {
          writer.value(value);
        }
      };

  /** An integer of 64 bits. */
  public static final JsonType<Long> LONG =
      new JsonType<>() {
        @Override
        public @Nullable Long read(JsonInput in) throws IOException {
          long value = in.readLong(in.peek());
          return in.isUnreadable() ? null : (Long) value;
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
        public @Nullable BigDecimal read(JsonInput in) throws IOException {
          return in.readDecimal(in.peek());
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
        public @Nullable Object read(JsonInput in) throws IOException {
          return in.readFreeForm();
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

  private JsonTypes() {}

  /** Returns the type of an array. */
  public static <T extends @Nullable Object> JsonType<List<T>> listOf(JsonType<T> items) {
    return new JsonType<>() {
      @Override
      public @Nullable List<T> read(JsonInput in) throws IOException {
        return in.readList(items);
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

  /** Returns the type of an object whose names are data. */
  public static <T extends @Nullable Object> JsonType<Map<String, T>> mapOf(JsonType<T> values) {
    return new JsonType<>() {
      @Override
      public @Nullable Map<String, T> read(JsonInput in) throws IOException {
        return in.readMap(values);
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

  /** Returns the type of an array that may hold nulls. */
  public static <T> JsonType<List<@Nullable T>> listOfNullable(JsonType<T> items) {
    return listOf(nullable(items));
  }

  /** Returns the type of an object whose names are data and whose values may be null. */
  public static <T> JsonType<Map<String, @Nullable T>> mapOfNullable(JsonType<T> values) {
    return mapOf(nullable(values));
  }

  private static <T> JsonType<@Nullable T> nullable(JsonType<T> type) {
    return new JsonType<@Nullable T>() {
      @Override
      public @Nullable T read(JsonInput in) throws IOException {
        if (in.peek() == Token.NULL) {
          in.skipNull();
          return null;
        }
        return type.read(in);
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

  /**
   * Returns the path of the value just read: within an array, the reader points past it already.
   */
  static String lastPath(JsonReader reader) {
    String path = reader.getPath();
    Matcher index = LAST_INDEX.matcher(path);
    return index.find()
        ? path.substring(0, index.start(1)) + (Integer.parseInt(index.group(1)) - 1) + "]"
        : path;
  }
}
