package com.ofauth.access.internal.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Decimals that are small integers, made once: sizes in pixels are, and a page has hundreds. */
final class SmallDecimals {
  private static final int END = 4096;

  /** A race makes an equal one at most. */
  private static final @Nullable BigDecimal[] MADE = new @Nullable BigDecimal[END];

  private SmallDecimals() {}

  static BigDecimal valueOf(long value) {
    if (value < 0 || value >= END) {
      return BigDecimal.valueOf(value);
    }
    BigDecimal known = MADE[(int) value];
    if (known == null) {
      known = BigDecimal.valueOf(value);
      MADE[(int) value] = known;
    }
    return known;
  }
}
