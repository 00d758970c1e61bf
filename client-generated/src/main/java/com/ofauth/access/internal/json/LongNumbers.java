package com.ofauth.access.internal.json;

import okio.ByteString;

/**
 * Looks for long numbers in a document before it is parsed: the parser computes with a number of
 * any length, in a time that grows with the square of it. Only every 500th byte is looked at, which
 * no long number can slip through.
 */
final class LongNumbers {
  private static final int MAX_LENGTH = 500;

  private LongNumbers() {}

  /** Whether there may be a number of more than 500 characters; it can be text that looks alike. */
  static boolean in(ByteString json) {
    int size = json.size();
    for (int i = MAX_LENGTH; i < size; i += MAX_LENGTH) {
      if (isPartOfNumber(json.getByte(i)) && lengthAround(json, i) > MAX_LENGTH) {
        return true;
      }
    }
    return false;
  }

  private static int lengthAround(ByteString json, int at) {
    int start = at;
    while (start > 0 && at - start <= MAX_LENGTH && isPartOfNumber(json.getByte(start - 1))) {
      start--;
    }
    int end = at;
    while (end < json.size() && end - start <= MAX_LENGTH && isPartOfNumber(json.getByte(end))) {
      end++;
    }
    return end - start;
  }

  private static boolean isPartOfNumber(byte b) {
    return (b >= '0' && b <= '9') || b == '.' || b == '-' || b == '+' || b == 'e' || b == 'E';
  }
}
