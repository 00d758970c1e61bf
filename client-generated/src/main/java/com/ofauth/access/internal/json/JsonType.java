package com.ofauth.access.internal.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the values of one type, with a type parameter that tells whether null is one of
 * them. Safe for use by several threads.
 *
 * <p>Used by generated adapters; {@link JsonTypes} has all there are.
 *
 * @param <T> the Java type
 */
public abstract class JsonType<T extends @Nullable Object> {
  JsonType() {}

  /**
   * Reads the value that the reader stands before.
   *
   * @throws com.squareup.moshi.JsonDataException if it is of another type; the message names path,
   *     expected and found
   */
  public abstract T read(JsonReader reader) throws IOException;

  /** Writes a value. */
  public abstract void write(JsonWriter writer, T value) throws IOException;
}
