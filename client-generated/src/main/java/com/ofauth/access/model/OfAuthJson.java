package com.ofauth.access.model;

import com.ofauth.access.internal.json.JsonTypes;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;

/**
 * Reads and writes the wire models.
 *
 * <p>Safe for use by several threads.
 */
public final class OfAuthJson {
  private static final Moshi MOSHI = new Moshi.Builder().build();
  private static final ByteString UTF8_BOM = ByteString.decodeHex("EFBBBF");

  private OfAuthJson() {}

  /** Gives the shared Moshi instance, which finds the generated adapter of every wire model. */
  public static Moshi moshi() {
    return MOSHI;
  }

  /**
   * Reads one JSON document, from the first byte to the last. A byte order mark in front is
   * skipped.
   *
   * @param type a wire model
   * @param source the document in UTF-8; read to its end, not closed
   * @return the model, never null
   * @throws com.squareup.moshi.JsonDataException if the JSON is well-formed and does not fit the
   *     model; the message names path and rule
   * @throws com.squareup.moshi.JsonEncodingException if the text is not well-formed JSON, or goes
   *     on after its end
   * @throws java.io.EOFException if the document is empty or cut short (within a string, that is a
   *     JsonEncodingException)
   * @throws IOException if reading fails
   */
  public static <T> T read(Class<T> type, BufferedSource source) throws IOException {
    if (source.rangeEquals(0, UTF8_BOM)) {
      source.skip(UTF8_BOM.size());
    }
    JsonReader reader = JsonReader.of(source);
    T value = JsonTypes.model(MOSHI, type).read(reader);
    // Past the end of the value, the reader refuses anything but the end of the document.
    var unused = reader.peek();
    return value;
  }

  /**
   * Reads one JSON document from a text.
   *
   * @param type a wire model
   * @param json the document
   * @return the model, never null
   * @throws com.squareup.moshi.JsonDataException if the JSON is well-formed and does not fit the
   *     model; the message names path and rule
   * @throws IOException if the text is not one well-formed JSON document
   */
  public static <T> T read(Class<T> type, String json) throws IOException {
    return read(type, new Buffer().writeUtf8(json));
  }

  /**
   * Writes a model as compact JSON.
   *
   * @param type a wire model
   * @param value the model to write
   * @return the JSON document
   */
  public static <T> String write(Class<T> type, T value) {
    return MOSHI.adapter(type).toJson(value);
  }
}
