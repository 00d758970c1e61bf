package com.ofauth.access.codegen;

import java.util.Locale;

/** Descriptions of the OpenAPI document as Javadoc. */
final class JavadocText {
  private JavadocText() {}

  /** Any text in one line, safe within a comment and within an inline tag. */
  static String escape(String text) {
    return text.strip()
        .replaceAll("\\s+", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("{", "&#123;")
        .replace("}", "&#125;")
        .replace("\\", "&#92;")
        .replace("*/", "*&#47;");
  }

  /** The first sentence as the object of "Returns", without its full stop. */
  static String returned(String text) {
    String sentence = text.substring(0, firstSentence(text)).strip();
    if (sentence.endsWith(".")) {
      sentence = sentence.substring(0, sentence.length() - 1);
    }
    boolean isAcronym = sentence.length() > 1 && !Character.isLowerCase(sentence.charAt(1));
    boolean isArticle = sentence.startsWith("A ");
    return sentence.isEmpty() || (isAcronym && !isArticle)
        ? sentence
        : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  /** What follows the first sentence. */
  static String rest(String text) {
    return text.substring(firstSentence(text)).strip();
  }

  private static int firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text.length() : end + 1;
  }
}
