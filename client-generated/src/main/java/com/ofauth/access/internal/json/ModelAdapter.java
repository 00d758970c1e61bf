package com.ofauth.access.internal.json;

import com.ofauth.access.model.Deviation;
import com.ofauth.access.model.OfAuthJson;
import com.ofauth.access.model.OfAuthModel;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The adapter of a model, for Moshi and for the SDK. Refuses null. Safe for use by several threads.
 *
 * @param <T> the model
 */
public final class ModelAdapter<T> extends JsonAdapter<T> {
  private final JsonType<T> type;

  /** Makes the adapter of a type. */
  public ModelAdapter(JsonType<T> type) {
    this.type = type;
  }

  /** Finds the adapter of a model. */
  public static <T> ModelAdapter<T> of(Class<T> model) {
    return (ModelAdapter<T>) OfAuthJson.moshi().adapter(model);
  }

  /**
   * Reads one whole document. Values that do not come as declared do not fail it.
   *
   * @param told is called for each of the first 1,000 deviations when it is met, with the path in
   *     the document; what it throws ends the reading
   * @throws java.io.EOFException if the document ends too early
   * @throws com.squareup.moshi.JsonEncodingException if it is no JSON, or goes on after its end
   * @throws JsonDataException if it is no object, or nested too deep
   */
  public T read(ByteString json, Consumer<? super Deviation> told) throws IOException {
    return read(new Buffer().write(json), told);
  }

  /**
   * Reads one whole document, see {@link #read(ByteString, Consumer)}.
   *
   * @param source gives the document, and is consumed; it holds what was not read if the document
   *     is no JSON
   */
  public T read(BufferedSource source, Consumer<? super Deviation> told) throws IOException {
    return type.readDocument(source, told, false);
  }

  /**
   * Reads one whole document, and refuses any deviation. Texts that tell times and amounts have to
   * be such.
   *
   * @throws JsonDataException also if a value does not come as declared; the message names path,
   *     expected and found
   */
  public T readStrictly(ByteString json) throws IOException {
    return readStrictly(new Buffer().write(json));
  }

  /**
   * Reads one whole document, see {@link #readStrictly(ByteString)}.
   *
   * @param source gives the document, and is consumed; it holds what was not read if the document
   *     is no JSON
   */
  public T readStrictly(BufferedSource source) throws IOException {
    return type.readDocument(source, DeviationPolicy.REFUSE_ALL, true);
  }

  /**
   * Reads one whole document, and tells what {@link #readStrictly(ByteString)} refuses instead of
   * ending at the first of it.
   *
   * @param told is called for each of the first 1,000 deviations when it is met
   * @throws java.io.EOFException if the document ends too early
   * @throws com.squareup.moshi.JsonEncodingException if it is no JSON, or goes on after its end
   * @throws JsonDataException if it is no object, or nested too deep
   */
  public T readStrictly(ByteString json, Consumer<? super Deviation> told) throws IOException {
    return type.readDocument(new Buffer().write(json), told, true);
  }

  @Override
  public T fromJson(JsonReader reader) throws IOException {
    return type.readAt(reader);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    type.write(writer, Objects.requireNonNull(value));
  }

  /** Returns the properties of a model by name. */
  public static ModelView viewOf(OfAuthModel model) {
    return of(model.getClass()).view(model);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the adapter was found by the model's class
  private ModelView view(OfAuthModel model) {
    return ModelView.of((ModelType) type, model);
  }
}
