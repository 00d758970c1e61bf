package com.ofauth.access.testing.internal.exchange;

import java.nio.charset.StandardCharsets;

/** What an answer carries: bytes, or a page that faults can still take apart. */
public sealed interface Body permits Body.Raw, PageBody {

  byte[] bytes();

  static Body empty() {
    return new Raw(new byte[0]);
  }

  static Body of(byte[] bytes) {
    return new Raw(bytes);
  }

  static Body text(String text) {
    return new Raw(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Bytes as they are. A final class, not a record: an array would make a misleading {@code
   * equals}.
   */
  final class Raw implements Body {
    private final byte[] bytes;

    Raw(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }
  }
}
