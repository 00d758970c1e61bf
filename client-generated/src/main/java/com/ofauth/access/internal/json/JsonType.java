package com.ofauth.access.internal.json;

import com.ofauth.access.model.Deviation;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;
import okio.Buffer;
import okio.BufferedSource;
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
  /** Only those who call Moshi can follow it. */
  private static final String MOSHIS_ADVICE = "Use JsonReader.setLenient(true) to accept malformed";

  /** For the generated adapters and {@link JsonTypes}. */
  protected JsonType() {}

  /**
   * Reads the value that the input stands before. What does not come as declared is left with the
   * input as an odd value. Null stands for a null that is allowed, and for a value that can't be
   * read as this type.
   */
  public abstract @Nullable T read(JsonInput in) throws IOException;

  /** Writes a value. */
  public abstract void write(JsonWriter writer, T value) throws IOException;

  /**
   * Reads one JSON document. A byte order mark in front is skipped.
   *
   * @throws IllegalArgumentException if the text is no JSON, or of another kind than the type
   */
  public final T fromText(String json) {
    Objects.requireNonNull(json, "json must not be null");
    Buffer document = new Buffer().writeUtf8(json.startsWith("\ufeff") ? json.substring(1) : json);
    try {
      return readDocument(document, DeviationPolicy.TAKE_ALL, false);
    } catch (EOFException e) {
      throw new IllegalArgumentException("The JSON ends too early, or is empty", e);
    } catch (IOException | JsonDataException e) {
      String words = String.valueOf(e.getMessage()).replace(MOSHIS_ADVICE, "Malformed");
      throw new IllegalArgumentException(words, e);
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

  /** Reads a value from JSON as a Boolean, String, number, list or map. */
  public final T fromTree(@Nullable Object json) {
    return fromText(FreeForm.text(json));
  }

  /** Returns the JSON of a value that is not null as a Boolean, String, number, list or map. */
  public final Object toTree(T value) {
    return Objects.requireNonNull(FreeForm.parse(toText(value)));
  }

  final T readDocument(BufferedSource source, Consumer<? super Deviation> told, boolean readsTexts)
      throws IOException {
    JsonInput in = JsonInput.of(source, told, readsTexts);
    T value = readWhole(in);
    // Past the end of the value, the reader refuses anything but the end of the document.
    var unused = in.peek();
    return value;
  }

  final T readAt(JsonReader reader) throws IOException {
    return readWhole(JsonInput.of(reader));
  }

  private T readWhole(JsonInput in) throws IOException {
    T value = read(in);
    if (value != null) {
      return value;
    }
    Note note = in.takeOdd().notes().get(0);
    throw new JsonDataException(
        "Expected %s but was %s at path %s"
            .formatted(note.expected(), note.found(), in.lastPath()));
  }
}
