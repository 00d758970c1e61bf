package com.ofauth.access.internal.http;

import com.ofauth.access.internal.json.ModelAdapter;
import com.ofauth.access.internal.util.Deadline;
import com.ofauth.access.internal.util.DeadlinePassedException;
import com.ofauth.access.model.Deviation;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import java.io.IOException;
import java.util.function.Consumer;
import okio.Buffer;
import okio.BufferedSource;

/** Turns the body of a success response into a value. */
public interface BodyDecoder<R> {

  /**
   * Decodes a whole body.
   *
   * @param json the body; it is consumed
   * @throws DeadlinePassedException when the deadline passes meanwhile
   * @throws java.io.EOFException when the body ends too early
   * @throws IOException when the body is no JSON
   * @throws JsonDataException when the JSON breaks the API's contract; the message names path and
   *     rule
   */
  R decode(Buffer json, Deadline deadline) throws IOException;

  /**
   * Decodes one JSON document and refuses anything after it. Values that deviate from the spec do
   * not fail it.
   *
   * @param told is called for each value that does not come as declared
   */
  static <R> BodyDecoder<R> of(ModelAdapter<R> adapter, Consumer<? super Deviation> told) {
    return guarded(source -> adapter.read(source, told));
  }

  /** The same, but what does not come as declared fails it. */
  static <R> BodyDecoder<R> strict(ModelAdapter<R> adapter) {
    return guarded(adapter::readStrictly);
  }

  private static <R> BodyDecoder<R> guarded(Reading<R> reading) {
    return (json, deadline) -> {
      BufferedSource source = deadline.guard(json);
      try {
        return reading.read(source);
      } catch (JsonEncodingException e) {
        throw TruncatedJson.of(e, source);
      }
    };
  }

  /** Reads a document. */
  interface Reading<R> {
    R read(BufferedSource source) throws IOException;
  }
}
