package com.ofauth.access.internal.json;

import java.util.Objects;
import okio.Buffer;

/**
 * Looks for long numbers in a document before it is parsed: the parser computes with a number of
 * any length, in a time that grows with the square of it. Only every 500th byte is looked at, which
 * no long number can slip through.
 */
final class LongNumbers {
  private static final int MAX_LENGTH = 500;

  private LongNumbers() {}

  /** Whether there may be a number of more than 500 characters; it can be text that looks alike. */
  static boolean in(Buffer json) {
    long size = json.size();
    if (size <= MAX_LENGTH) {
      return false;
    }
    try (Buffer.UnsafeCursor cursor = json.readUnsafe(new Buffer.UnsafeCursor())) {
      for (long i = MAX_LENGTH; i < size; i += MAX_LENGTH) {
        if (isPartOfNumber(cursor, i) && lengthAround(cursor, i, size) > MAX_LENGTH) {
          return true;
        }
      }
    }
    return false;
  }

  private static long lengthAround(Buffer.UnsafeCursor cursor, long at, long size) {
    long start = at;
    while (start > 0 && at - start <= MAX_LENGTH && isPartOfNumber(cursor, start - 1)) {
      start--;
    }
    long end = at;
    while (end < size && end - start <= MAX_LENGTH && isPartOfNumber(cursor, end)) {
      end++;
    }
    return end - start;
  }

  private static boolean isPartOfNumber(Buffer.UnsafeCursor cursor, long at) {
    cursor.seek(at);
    byte b = Objects.requireNonNull(cursor.data)[cursor.start];
    return (b >= '0' && b <= '9') || b == '.' || b == '-' || b == '+' || b == 'e' || b == 'E';
  }
}
