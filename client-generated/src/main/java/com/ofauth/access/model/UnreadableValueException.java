package com.ofauth.access.model;

import com.ofauth.access.internal.json.PrintableText;

/**
 * A value that an accessor can't give: a required one that did not come, or not as declared; or a
 * text that does not tell the time or amount that it should. The model itself is whole: {@code
 * toJson()} writes what came.
 */
public final class UnreadableValueException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int MAX_LENGTH = 200;

  private final String path;
  private final String expected;
  private final String found;

  /**
   * For the models.
   *
   * @param path the JSON path
   * @param expected what should have come
   * @param found what came
   */
  public UnreadableValueException(String path, String expected, String found) {
    super(
        "Expected "
            + expected
            + " but was "
            + PrintableText.of(shortened(found))
            + " at path "
            + PrintableText.of(path));
    this.path = path;
    this.expected = expected;
    this.found = found;
  }

  /** {@return the JSON path of the value in the document that it was read from} */
  public String path() {
    return path;
  }

  /** {@return what should have come, such as "an integer"} */
  public String expected() {
    return expected;
  }

  /** {@return what came, such as "null", or "nothing"} */
  public String found() {
    return found;
  }

  private static String shortened(String found) {
    return found.length() <= MAX_LENGTH ? found : found.substring(0, MAX_LENGTH) + "…";
  }
}
