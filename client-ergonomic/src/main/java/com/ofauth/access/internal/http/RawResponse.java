package com.ofauth.access.internal.http;

import java.io.IOException;
import java.util.Objects;
import okhttp3.Headers;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;

/**
 * An answer, read as far as it is needed and closed.
 *
 * @param truncated whether the body goes on behind what was read
 */
record RawResponse(int status, Headers headers, ByteString body, boolean truncated) {
  /** No page comes near this: 20 items of a few dozen kilobytes each. */
  private static final long MAX_BODY = 32L * 1024 * 1024;

  static final long MAX_ERROR_BODY = 8L * 1024;

  static RawResponse read(Response response) throws IOException {
    return response.isSuccessful() ? readBody(response) : readHead(response);
  }

  private static RawResponse readBody(Response response) throws IOException {
    BufferedSource source = source(response);
    boolean tooLarge = source.request(MAX_BODY + 1);
    return new RawResponse(
        response.code(), response.headers(), tooLarge ? head(source) : all(source), tooLarge);
  }

  /** Of an error the status counts most: a body that breaks off or stalls must not hide it. */
  private static RawResponse readHead(Response response) {
    BufferedSource source = source(response);
    boolean truncated;
    try {
      truncated = source.request(MAX_ERROR_BODY + 1);
    } catch (IOException e) {
      truncated = true;
    }
    return new RawResponse(response.code(), response.headers(), head(source), truncated);
  }

  private static BufferedSource source(Response response) {
    return Objects.requireNonNull(response.body(), "an executed call has a body").source();
  }

  private static ByteString all(BufferedSource source) throws IOException {
    return source.readByteString();
  }

  private static ByteString head(BufferedSource source) {
    return source.getBuffer().snapshot((int) Math.min(source.getBuffer().size(), MAX_ERROR_BODY));
  }

  /** Whether {@link #bodyExcerpt()} is the whole body. */
  boolean isExcerptComplete() {
    return !truncated && body.size() <= MAX_ERROR_BODY;
  }

  /** The first 8 KiB as text; a character that the cut has split is left out. */
  String bodyExcerpt() {
    ByteString head = body.size() > MAX_ERROR_BODY ? body.substring(0, (int) MAX_ERROR_BODY) : body;
    String text = head.utf8();
    int end = text.length();
    while (!isExcerptComplete()
        && end > 0
        && text.length() - end < 3
        && text.charAt(end - 1) == '\uFFFD') {
      end--;
    }
    return text.substring(0, end);
  }
}
