package com.ofauth.access.internal.util;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Wording for messages. */
public final class Messages {
  /** More than any text of one sentence. */
  public static final int MAX_FOREIGN = 500;

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

  /** Messages that did not come from this program, of at most 500 characters. */
  public static String foreign(String text) {
    return foreign(text, MAX_FOREIGN);
  }

  /**
   * Makes text that did not come from this program fit for a message or a log: what a service sends
   * must neither forge a line, nor turn the direction of writing, nor flood.
   *
   * @param maxCharacters if there are more, the middle is left out
   * @return one line of printable characters
   */
  public static String foreign(String text, int maxCharacters) {
    String bounded = bounded(text.strip(), maxCharacters);
    int[] line = bounded.codePoints().map(Messages::printable).toArray();
    return new String(line, 0, line.length).strip();
  }

  private static String bounded(String text, int maxCharacters) {
    if (text.length() <= maxCharacters) {
      return text;
    }
    int half = maxCharacters / 2;
    return text.substring(0, half) + '…' + text.substring(text.length() - half + 1);
  }

  private static int printable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          ' ';
      case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
          '\uFFFD';
      default -> c;
    };
  }
}
