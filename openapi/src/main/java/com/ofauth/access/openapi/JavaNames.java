package com.ofauth.access.openapi;

import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/** The Java names that the generated client gives to what the document names. */
final class JavaNames {

  private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9]+");

  private JavaNames() {}

  /**
   * {@code _view} and {@code view} are both {@code view}, {@code user-id} and {@code user_id} both
   * {@code userId}.
   */
  static String property(String name) {
    StringBuilder java = new StringBuilder();
    for (String word : words(name)) {
      java.append(
          java.length() == 0
              ? firstTo(Character::toLowerCase, word)
              : firstTo(Character::toUpperCase, word));
    }
    return java.toString();
  }

  /** {@code who_tipped} and {@code who-tipped} are both {@code WHO_TIPPED}. */
  static String constant(String value) {
    if (value.isEmpty()) {
      return "EMPTY";
    }
    String constant = NO_WORD.matcher(value).replaceAll("_").toUpperCase(Locale.ROOT);
    return Character.isDigit(constant.charAt(0)) ? "_" + constant : constant;
  }

  /**
   * Whether every Java file sees a class of this name without an import: a model of that name would
   * hide it.
   */
  static boolean isJavaLang(String name) {
    try {
      Class.forName("java.lang." + name, false, ClassLoader.getPlatformClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      // LinkageError: on a file system without case, string finds String.class, which then says it
      // is another class.
      return false;
    }
  }

  private static List<String> words(String name) {
    return NO_WORD.splitAsStream(name).filter(word -> !word.isEmpty()).toList();
  }

  private static String firstTo(IntUnaryOperator letterCase, String word) {
    return Character.toString(letterCase.applyAsInt(word.charAt(0))) + word.substring(1);
  }
}
