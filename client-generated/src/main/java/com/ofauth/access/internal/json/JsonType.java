package com.ofauth.access.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Objects;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the values of one type, with a type parameter that tells whether null is one of
 * them. Safe for use by several threads.
 *
 * <p>{@link JsonTypes} has all of them but those of the models, which are generated.
 *
 * @param <T> the Java type
 */
public abstract class JsonType<T extends @Nullable Object> {
  /** For the generated adapters and {@link JsonTypes}. */
  protected JsonType() {}

  /**
   * Reads the value that the reader stands before.
   *
   * @throws com.squareup.moshi.JsonDataException if it is of another type; the message names path,
   *     expected and found
   */
  public abstract T read(JsonReader reader) throws IOException;

  /** Writes a value. */
  public abstract void write(JsonWriter writer, T value) throws IOException;

  /**
   * Reads one JSON document. A byte order mark in front is skipped.
   *
   * @throws IllegalArgumentException if the text is no JSON, or does not fit the type
   */
  public final T fromText(String json) {
    JsonReader reader =
        JsonReader.of(
            new Buffer().writeUtf8(json, json.startsWith("\ufeff") ? 1 : 0, json.length()));
    try {
      T value = read(reader);
      // Past the end of the value, the reader refuses anything but the end of the document.
      var unused = reader.peek();
      return value;
    } catch (IOException | JsonDataException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Writes a value as a compact JSON document. */
  public final String toText(T value) {
    Buffer json = new Buffer();
    try (JsonWriter writer = JsonWriter.of(json)) {
      write(writer, value);
    } catch (IOException e) {
      throw new AssertionError("A buffer does not fail", e);
    }
    return json.readUtf8();
  }

  /** {@return this as an adapter for Moshi, which refuses null} */
  public final JsonAdapter<T> moshiAdapter() {
    return new JsonAdapter<>() {
      @Override
      public T fromJson(JsonReader reader) throws IOException {
        return JsonType.this.read(reader);
      }

      @Override
      public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
        JsonType.this.write(writer, Objects.requireNonNull(value));
      }
    };
  }
}
