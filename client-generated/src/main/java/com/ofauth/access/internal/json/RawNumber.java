package com.ofauth.access.internal.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number that is too long to be computed with: only its text is kept, and written back. The time
 * to parse a number grows with the square of its length, and so does that to write out an exponent.
 */
final class RawNumber extends Number {
  private static final long serialVersionUID = 1;
  static final int MAX_DIGITS = 1000;

  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  private final String literal;

  private RawNumber(String literal) {
    this.literal = literal;
  }

  /** A JSON number: a BigDecimal if it has at most 1000 digits when written out. */
  static Number of(String literal) {
    BigDecimal number = bounded(literal);
    return number == null ? new RawNumber(literal) : number;
  }

  /** Parses a number of at most 1000 characters and digits; null if it is none. */
  static @Nullable BigDecimal bounded(String literal) {
    if (literal.length() > MAX_DIGITS) {
      return null;
    }
    if (isShortInteger(literal)) {
      return BigDecimal.valueOf(Long.parseLong(literal));
    }
    try {
      BigDecimal number = new BigDecimal(literal);
      return Math.abs((long) number.scale()) > MAX_DIGITS ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The number that a text is, if it is one of JSON and of at most 1000 digits; else null. */
  static @Nullable BigDecimal inText(String text) {
    boolean isNumber =
        isShortInteger(text)
            ? text.length() == 1 || text.charAt(0) != '0'
            : text.length() <= MAX_DIGITS && JSON_NUMBER.matcher(text).matches();
    return isNumber ? bounded(text) : null;
  }

  /** Most numbers are digits that fit into a long, which costs less to see than to parse. */
  private static boolean isShortInteger(String text) {
    int length = text.length();
    if (length == 0 || length > 18) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  @Override
  public int intValue() {
    return (int) doubleValue();
  }

  @Override
  public long longValue() {
    return (long) doubleValue();
  }

  @Override
  public float floatValue() {
    return (float) doubleValue();
  }

  /** The nearest double, which can be infinite. */
  @Override
  public double doubleValue() {
    return Double.parseDouble(literal);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RawNumber that && literal.equals(that.literal);
  }

  @Override
  public int hashCode() {
    return literal.hashCode();
  }

  /** {@return the number as it came} */
  @Override
  public String toString() {
    return literal;
  }
}
