package com.ofauth.access.internal.util;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Wording for messages. */
public final class Messages {
  private static final String QUOTES = "\"'`\u00ab\u00bb\u2018\u2019\u201a\u201c\u201d\u201e";

  /** What shells, templates and documents have in the place of a value. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$.*|%.*%|\\{.*}|<.*>|\\[.*]|@.*@|null|undefined|(?i:your[-_ ].*)");

  private Messages() {}

  /** A time span as "2.5 s", in milliseconds precision. */
  public static String seconds(long nanos) {
    BigDecimal seconds =
        BigDecimal.valueOf(nanos, 9).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    return seconds.toPlainString() + " s";
  }

  /**
   * What is wrong with a copied value, such as quotes around it, as the end of a sentence "it must
   * …"; null for nothing.
   */
  public static @Nullable String surplus(String value) {
    if (value.isEmpty()) {
      return null;
    }
    char first = value.charAt(0);
    char last = value.charAt(value.length() - 1);
    if (last == '\n' || last == '\r') {
      return "not end with a line break";
    }
    if (Character.isWhitespace(first) || Character.isWhitespace(last)) {
      return "not begin or end with a space";
    }
    if (QUOTES.indexOf(first) >= 0 || QUOTES.indexOf(last) >= 0) {
      return "not stand in quotes";
    }
    return PLACEHOLDER.matcher(value).matches()
        ? "be the value itself, not a placeholder for it that nothing has replaced"
        : null;
  }
}
