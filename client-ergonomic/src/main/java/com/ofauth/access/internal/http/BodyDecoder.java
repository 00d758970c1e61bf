package com.ofauth.access.internal.http;

import com.ofauth.access.internal.util.Deadline;
import com.ofauth.access.internal.util.DeadlinePassedException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
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

  /** Decodes one JSON document and refuses anything behind it. */
  static <R> BodyDecoder<R> of(JsonAdapter<R> adapter) {
    return (raw, deadline) -> {
      BufferedSource source = deadline.guard(raw);
      JsonReader reader = JsonReader.of(source);
      try {
        R body = adapter.fromJson(reader);
        if (body == null) {
          throw new JsonDataException("Expected an object but was null at path $");
        }
        if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
          throw new JsonDataException("Expected the end of the document after path $");
        }
        return body;
      } catch (JsonEncodingException e) {
        throw TruncatedJson.of(e, source);
      }
    };
  }
}
