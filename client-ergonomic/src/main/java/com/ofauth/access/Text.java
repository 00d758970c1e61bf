package com.ofauth.access;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;

/** Wording for messages. */
final class Text {
  private Text() {}

  /** A time span as "2.5 s", in milliseconds precision. */
  static String seconds(long nanos) {
    BigDecimal seconds =
        BigDecimal.valueOf(nanos, 9).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    return seconds.toPlainString() + " s";
  }

  static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }

  /** One line of at most so many characters: what a service sends must not forge log lines. */
  static String oneLine(String text, int maxCharacters) {
    StringBuilder line = new StringBuilder();
    text.strip()
        .codePoints()
        .limit(maxCharacters)
        .forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return text.strip().codePointCount(0, text.strip().length()) > maxCharacters
        ? line.append('…').toString()
        : line.toString();
  }
}
