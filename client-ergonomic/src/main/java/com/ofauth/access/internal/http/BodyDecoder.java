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
import org.jspecify.annotations.Nullable;

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
   * Reads one JSON document and refuses anything after it.
   *
   * @param told is called for each value that does not come as declared; with null, such a value
   *     fails the document
   */
  static <R> R read(
      ModelAdapter<R> adapter,
      @Nullable Consumer<? super Deviation> told,
      Buffer json,
      Deadline deadline)
      throws IOException {
    BufferedSource source = deadline.guard(json);
    try {
      return told == null ? adapter.readStrictly(source) : adapter.read(source, told);
    } catch (JsonEncodingException e) {
      throw TruncatedJson.of(e, source);
    }
  }
}
