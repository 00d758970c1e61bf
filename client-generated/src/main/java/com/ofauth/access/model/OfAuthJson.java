package com.ofauth.access.model;

import com.ofauth.access.internal.json.JsonType;
import com.squareup.moshi.Moshi;

/**
 * The models in the JSON work of a program of its own. A single model is read by its {@code
 * fromJson} and written by its {@code toJson}; this is for code that takes models of any class, and
 * for Moshi.
 *
 * <p>Safe for use by several threads.
 */
public final class OfAuthJson {
  private static final ModelAdapters ADAPTERS = new ModelAdapters();
  private static final Moshi MOSHI = new Moshi.Builder().add(ADAPTERS).build();

  private OfAuthJson() {}

  /**
   * {@return a Moshi that reads and writes every model; {@link Moshi#newBuilder()} adds types of
   * your own that hold models}
   */
  public static Moshi moshi() {
    return MOSHI;
  }

  /**
   * Reads a model from JSON.
   *
   * @param <T> the model
   * @param type the class of a model
   * @param json one JSON document
   * @return what was read
   * @throws IllegalArgumentException if the text is no JSON, or does not fit the model (the message
   *     names path and rule), or if the class is no model
   */
  public static <T> T read(Class<T> type, String json) {
    return typeOf(type).fromText(json);
  }

  /**
   * Writes a model as compact JSON.
   *
   * @param <T> the model
   * @param type the class of a model
   * @param value the model to write
   * @return the JSON document
   * @throws IllegalArgumentException if the class is no model
   */
  public static <T> String write(Class<T> type, T value) {
    return typeOf(type).toText(value);
  }

  private static <T> JsonType<T> typeOf(Class<T> type) {
    JsonType<T> found = ADAPTERS.of(type);
    if (found == null) {
      throw new IllegalArgumentException("Not a model of the API: " + type.getName());
    }
    return found;
  }
}
