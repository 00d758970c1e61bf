package com.ofauth.access.internal.util;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Wording for messages. */
public final class Messages {
  private Messages() {}

  /** A time span as "2.5 s", in milliseconds precision. */
  public static String seconds(long nanos) {
    BigDecimal seconds =
        BigDecimal.valueOf(nanos, 9).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    return seconds.toPlainString() + " s";
  }

  /**
   * One line of about so many characters, the middle left out if there are more: what a service
   * sends must not forge log lines.
   */
  public static String oneLine(String text, int maxCharacters) {
    int[] line = text.strip().codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).toArray();
    if (line.length <= maxCharacters) {
      return new String(line, 0, line.length);
    }
    int half = maxCharacters / 2;
    return new String(line, 0, half) + '…' + new String(line, line.length - half, half);
  }
}
