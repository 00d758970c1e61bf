package com.ofauth.access.testing;

/** How the end of a body is marked. */
public enum Framing {
  /** By a {@code Content-Length} header: a client can see that bytes are missing. */
  CONTENT_LENGTH,
  /**
   * By chunks (HTTP/1.1) or by stream frames alone (HTTP/2), without {@code Content-Length}: a
   * client can see that the last chunk or frame is missing.
   */
  CHUNKED,
  /**
   * By the end of the connection, without {@code Content-Length}: on HTTP/1.1 a body cut short
   * looks complete. On HTTP/2 the stream ends in order, which looks the same.
   */
  UNTIL_CLOSE
}
