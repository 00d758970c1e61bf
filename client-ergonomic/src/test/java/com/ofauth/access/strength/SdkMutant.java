package com.ofauth.access.strength;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault that somebody could make.
 *
 * @param what what the SDK then does
 * @param file the end of the path of the source that has it
 * @param before the code without it; any white space of it stands for any other
 * @param after the code with it
 * @param test the test that has to fail, as {@code package.Class#method} below {@code
 *     com.ofauth.access}; all of the class without a method
 */
record SdkMutant(String what, String file, String before, String after, String test) {
  /** The source with the fault. */
  String applyTo(String source) {
    String code = Pattern.quote(before).replaceAll("\\s+", "\\\\E\\\\s+\\\\Q");
    Matcher matcher = Pattern.compile(code).matcher(source);
    if (matcher.results().count() != 1) {
      throw new AssertionError(
          "The code of the mutant \""
              + what
              + "\" has to be once in "
              + file
              + ", and is there "
              + matcher.results().count()
              + " times; change the mutant with the code: "
              + before);
    }
    return matcher.replaceAll(Matcher.quoteReplacement(after));
  }

  @Override
  public String toString() {
    return what;
  }
}
