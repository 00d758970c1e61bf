package com.ofauth.access.internal.json;

/**
 * Makes text that did not come from this program fit for a message or a log: what a service sends
 * must neither forge a line, nor turn the direction of writing, nor flood.
 */
public final class PrintableText {
  /** More than any text of one sentence. */
  public static final int MAX_LENGTH = 500;

  private PrintableText() {}

  /** Returns one line of at most 500 printable characters. */
  public static String of(String text) {
    return of(text, MAX_LENGTH);
  }

  /**
   * Returns one line of printable characters.
   *
   * @param maxCharacters if there are more, the middle is left out
   */
  public static String of(String text, int maxCharacters) {
    String bounded = bounded(text.strip(), maxCharacters);
    int[] line = bounded.codePoints().map(PrintableText::printable).toArray();
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
