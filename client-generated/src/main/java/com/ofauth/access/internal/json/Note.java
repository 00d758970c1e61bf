package com.ofauth.access.internal.json;

import com.ofauth.access.model.Deviation;
import org.jspecify.annotations.Nullable;

/**
 * One deviation within an object or array.
 *
 * @param index the declared property that it is in, or {@link #NO_INDEX}
 * @param path where, from there on
 * @param taken whether the value was read nonetheless
 * @param dropped the first value of a declared property that came twice, typed or as it came
 */
record Note(
    int index,
    String path,
    String expected,
    String found,
    boolean taken,
    @Nullable Object dropped) {
  static final int NO_INDEX = -1;
  private static final int MAX_STEP = 200;

  static final String ONE = "one value";
  static final String TWO = "two values";

  static Note of(String expected, String found, boolean taken) {
    return new Note(NO_INDEX, "", expected, found, taken, null);
  }

  static Note twice(@Nullable Object dropped) {
    return new Note(NO_INDEX, "", ONE, TWO, true, dropped);
  }

  boolean isTwice() {
    return expected.equals(ONE);
  }

  Deviation at(String prefix) {
    return new Deviation(prefix + path, expected, found, taken);
  }

  /** A name that the service has chosen can be as long as the document. */
  Note within(String step) {
    String begin = step.length() <= MAX_STEP ? step : step.substring(0, MAX_STEP) + "…";
    return new Note(index, begin + path, expected, found, taken, dropped);
  }

  Note in(int property) {
    return new Note(property, path, expected, found, taken, dropped);
  }
}
