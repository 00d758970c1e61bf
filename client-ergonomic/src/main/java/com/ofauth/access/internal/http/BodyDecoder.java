package com.ofauth.access.internal.http;

import com.ofauth.access.internal.json.DeviationPolicy;
import com.ofauth.access.internal.json.ModelAdapter;
import com.ofauth.access.internal.util.Deadline;
import com.ofauth.access.internal.util.DeadlinePassedException;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import java.io.IOException;
import okio.BufferedSource;
import okio.ByteString;

/** Turns the body of a success response into a value. */
public interface BodyDecoder<R> {

  /**
   * Decodes a whole body.
   *
   * @throws DeadlinePassedException when the deadline passes meanwhile
   * @throws java.io.EOFException when the body ends too early
   * @throws IOException when the body is no JSON
   * @throws JsonDataException when the JSON breaks the API's contract; the message names path and
   *     rule
   */
  R decode(ByteString raw, Deadline deadline) throws IOException;

  /**
   * Decodes one JSON document and refuses anything after it. Values that deviate from the spec do
   * not fail it.
   */
  static <R> BodyDecoder<R> of(ModelAdapter<R> adapter) {
    return (raw, deadline) -> {
      BufferedSource source = deadline.guard(raw);
      try {
        return adapter.read(raw, source, DeviationPolicy.TAKE_ALL);
      } catch (JsonEncodingException e) {
        throw TruncatedJson.of(e, source);
      }
    };
  }
}
