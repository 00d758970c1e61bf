package com.ofauth.access.internal.http;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;

/**
 * A response that was read as far as needed and closed.
 *
 * @param truncated whether the body is longer than what was read
 */
record RawResponse(int status, Headers headers, ByteString body, boolean truncated) {
  /** Unpacked. A page of 20 items has about 100 KB. */
  static final long MAX_BODY = 8L * 1024 * 1024;

  static final long MAX_ERROR_BODY = 8L * 1024;

  /** Marks of a byte order; the longer ones first, since they begin like a shorter one. */
  private static final Map<ByteString, Charset> BYTE_ORDER_MARKS = new LinkedHashMap<>();

  static {
    BYTE_ORDER_MARKS.put(ByteString.decodeHex("0000feff"), Charset.forName("UTF-32BE"));
    BYTE_ORDER_MARKS.put(ByteString.decodeHex("fffe0000"), Charset.forName("UTF-32LE"));
    BYTE_ORDER_MARKS.put(ByteString.decodeHex("efbbbf"), StandardCharsets.UTF_8);
    BYTE_ORDER_MARKS.put(ByteString.decodeHex("feff"), StandardCharsets.UTF_16BE);
    BYTE_ORDER_MARKS.put(ByteString.decodeHex("fffe"), StandardCharsets.UTF_16LE);
  }

  /**
   * Reads an answer.
   *
   * @param soFar receives what was read, each time it grows
   */
  static RawResponse read(Response response, Consumer<RawResponse> soFar) throws IOException {
    soFar.accept(new RawResponse(response.code(), response.headers(), ByteString.EMPTY, true));
    return response.isSuccessful() ? readBody(response) : readHead(response, soFar);
  }

  private static RawResponse readBody(Response response) throws IOException {
    BufferedSource source = source(response);
    boolean tooLarge = source.request(MAX_BODY + 1);
    return new RawResponse(
        response.code(),
        response.headers(),
        tooLarge ? head(source) : source.readByteString(),
        tooLarge);
  }

  /** A body that breaks off or stalls must not hide the status of an error. */
  private static RawResponse readHead(Response response, Consumer<RawResponse> soFar) {
    BufferedSource source = source(response);
    boolean more = true;
    try {
      while (more && source.getBuffer().size() <= MAX_ERROR_BODY) {
        more = source.request(source.getBuffer().size() + 1);
        soFar.accept(new RawResponse(response.code(), response.headers(), head(source), true));
      }
    } catch (IOException e) {
      more = true;
    }
    return new RawResponse(response.code(), response.headers(), head(source), more);
  }

  private static BufferedSource source(Response response) {
    return Objects.requireNonNull(response.body(), "an executed call has a body").source();
  }

  private static ByteString head(BufferedSource source) {
    return source.getBuffer().snapshot((int) Math.min(source.getBuffer().size(), MAX_ERROR_BODY));
  }

  boolean isSuccessful() {
    return status / 100 == 2;
  }

  /** The body as JSON is read: in UTF-8, without a mark of the byte order. */
  ByteString json() {
    for (Map.Entry<ByteString, Charset> mark : BYTE_ORDER_MARKS.entrySet()) {
      if (body.startsWith(mark.getKey())) {
        ByteString text = body.substring(mark.getKey().size());
        return mark.getValue().equals(StandardCharsets.UTF_8)
            ? text
            : ByteString.encodeUtf8(text.string(mark.getValue()));
      }
    }
    return body;
  }

  /** Whether {@link #bodyExcerpt()} is the whole body. */
  boolean isExcerptComplete() {
    return !truncated && body.size() <= MAX_ERROR_BODY;
  }

  /** The first 8 KiB as text; a character that the cut has split is left out. */
  String bodyExcerpt() {
    ByteString head = body.size() > MAX_ERROR_BODY ? body.substring(0, (int) MAX_ERROR_BODY) : body;
    String text = text(head);
    int end = text.length();
    while (!isExcerptComplete()
        && end > 0
        && text.length() - end < 3
        && text.charAt(end - 1) == '\uFFFD') {
      end--;
    }
    return text.substring(0, end);
  }

  private String text(ByteString head) {
    ByteString json = new RawResponse(status, headers, head, truncated).json();
    String contentType = headers.get("Content-Type");
    MediaType type = contentType == null ? null : MediaType.parse(contentType);
    Charset charset = type == null ? null : type.charset();
    return charset == null || !json.equals(head) ? json.utf8() : json.string(charset);
  }
}
