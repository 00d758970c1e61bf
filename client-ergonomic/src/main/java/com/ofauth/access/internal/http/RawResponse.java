package com.ofauth.access.internal.http;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A response that was read as far as needed and closed. */
final class RawResponse {
  /** Unpacked. A page of 20 items has about 100 KB. */
  static final long MAX_BODY = 8L * 1024 * 1024;

  static final int MAX_ERROR_BODY = 8 * 1024;

  private static final String BLANKS = " \t\r\n";

  /** A mark of a byte order. */
  private record Mark(ByteString bytes, String charset) {
    static Mark of(String hex, String charset) {
      return new Mark(ByteString.decodeHex(hex), charset);
    }
  }

  /** The longer ones first, since they begin like a shorter one. */
  private static final List<Mark> BYTE_ORDER_MARKS =
      List.of(
          Mark.of("0000feff", "UTF-32BE"),
          Mark.of("fffe0000", "UTF-32LE"),
          Mark.of("efbbbf", "UTF-8"),
          Mark.of("feff", "UTF-16BE"),
          Mark.of("fffe", "UTF-16LE"));

  private final int status;
  private final Headers headers;
  private final byte[] head;
  private final boolean isTruncated;

  /** The whole body of a success, to be read once. */
  private final Buffer body;

  private final boolean isExcerptComplete;
  private final boolean declaresEnd;

  private RawResponse(
      int status,
      Headers headers,
      byte[] head,
      Buffer body,
      boolean isTruncated,
      boolean declaresEnd) {
    this.status = status;
    this.headers = headers;
    this.head = head;
    this.body = body;
    this.isTruncated = isTruncated;
    this.declaresEnd = declaresEnd;
    this.isExcerptComplete = !isTruncated && body.size() <= MAX_ERROR_BODY;
  }

  /** A response without headers and body. */
  static RawResponse noContent(int status) {
    return new RawResponse(
        status, Headers.of(), new byte[0], new Buffer(), /* isTruncated= */ false, true);
  }

  /**
   * Reads an answer.
   *
   * @param soFar receives what was read, each time it grows
   */
  static RawResponse read(Response response, Consumer<RawResponse> soFar) throws IOException {
    soFar.accept(cut(response, new byte[0], /* isTruncated= */ true));
    return response.isSuccessful() ? readBody(response) : readHead(response, soFar);
  }

  private static RawResponse cut(Response response, byte[] head, boolean isTruncated) {
    return of(response, head, new Buffer(), isTruncated);
  }

  private static RawResponse of(Response response, byte[] head, Buffer body, boolean isTruncated) {
    return new RawResponse(
        response.code(),
        response.headers(),
        head,
        body,
        isTruncated,
        sent(response, "Content-Length") != null || sent(response, "Transfer-Encoding") != null);
  }

  /** OkHttp removes the length of what it has unpacked. */
  private static @Nullable String sent(Response response, String header) {
    Response network = response.networkResponse();
    return network == null ? response.header(header) : network.header(header);
  }

  private static RawResponse readBody(Response response) throws IOException {
    if ("0".equals(sent(response, "Content-Length"))) {
      // Packed or not: OkHttp would miss the head of the packed form.
      return of(response, new byte[0], new Buffer(), /* isTruncated= */ false);
    }
    BufferedSource source = source(response);
    boolean tooLarge = source.request(MAX_BODY + 1);
    byte[] head = head(source.getBuffer());
    if (tooLarge) {
      return cut(response, head, /* isTruncated= */ true);
    }
    Buffer body = new Buffer();
    // Moves the segments of the buffer, and copies none.
    source.readAll(body);
    return of(response, head, body, /* isTruncated= */ false);
  }

  /** A body that breaks off or stalls must not hide the status of an error. */
  private static RawResponse readHead(Response response, Consumer<RawResponse> soFar) {
    BufferedSource source = source(response);
    boolean more = true;
    try {
      while (more && source.getBuffer().size() <= MAX_ERROR_BODY) {
        more = source.request(source.getBuffer().size() + 1);
        soFar.accept(cut(response, head(source.getBuffer()), /* isTruncated= */ true));
      }
    } catch (IOException e) {
      more = true;
    }
    return cut(response, head(source.getBuffer()), more);
  }

  static BufferedSource source(Response response) {
    return Objects.requireNonNull(response.body(), "an executed call has a body").source();
  }

  /** Copies, since a segment that is shared would be lost to OkHttp's pool of them. */
  private static byte[] head(Buffer buffer) {
    byte[] head = new byte[(int) Math.min(buffer.size(), MAX_ERROR_BODY)];
    try (Buffer.UnsafeCursor cursor = buffer.readUnsafe(new Buffer.UnsafeCursor())) {
      int at = 0;
      while (at < head.length) {
        int length = Math.min(cursor.seek(at), head.length - at);
        System.arraycopy(Objects.requireNonNull(cursor.data), cursor.start, head, at, length);
        at += length;
      }
    }
    return head;
  }

  int status() {
    return status;
  }

  Headers headers() {
    return headers;
  }

  /** Whether the body is longer than what was read. */
  boolean truncated() {
    return isTruncated;
  }

  boolean isSuccessful() {
    return status / 100 == 2;
  }

  /** The body of a success as it came. Must be called before it is read. */
  ByteString snapshot() {
    return body.snapshot();
  }

  /** Whether the service said where the body ends. */
  boolean declaresEnd() {
    return declaresEnd;
  }

  /**
   * The body of a success as JSON is read: in UTF-8, without a mark of the byte order, and without
   * blanks before it.
   */
  Buffer json() {
    try {
      Buffer text = decoded();
      while (!text.exhausted() && BLANKS.indexOf(text.getByte(0)) >= 0) {
        text.skip(1);
      }
      return text;
    } catch (IOException e) {
      throw new AssertionError("A buffer does not fail", e);
    }
  }

  private Buffer decoded() throws IOException {
    for (Mark mark : BYTE_ORDER_MARKS) {
      if (body.rangeEquals(0, mark.bytes())) {
        body.skip(mark.bytes().size());
        return mark.charset().equals("UTF-8")
            ? body
            : new Buffer().writeUtf8(body.readString(Charset.forName(mark.charset())));
      }
    }
    return body;
  }

  /** Whether {@link #bodyExcerpt()} is the whole body. */
  boolean isExcerptComplete() {
    return isExcerptComplete;
  }

  /** The first 8 KiB as text; a character that the cut has split is left out. */
  String bodyExcerpt() {
    String text = text();
    int end = text.length();
    while (!isExcerptComplete
        && end > 0
        && text.length() - end < 3
        && text.charAt(end - 1) == '\uFFFD') {
      end--;
    }
    return text.substring(0, end);
  }

  /** The first bytes as text, by the mark of the byte order, or else as the content type says. */
  private String text() {
    ByteString begin = ByteString.of(head);
    for (Mark mark : BYTE_ORDER_MARKS) {
      if (begin.startsWith(mark.bytes())) {
        return begin.substring(mark.bytes().size()).string(Charset.forName(mark.charset()));
      }
    }
    String contentType = headers.get("Content-Type");
    MediaType type = contentType == null ? null : MediaType.parse(contentType);
    Charset charset = type == null ? null : type.charset();
    return charset == null ? begin.utf8() : begin.string(charset);
  }
}
