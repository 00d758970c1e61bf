package com.ofauth.access.model;

import com.ofauth.access.internal.json.PrintableText;

/**
 * A value that did not come as the API describes it. It is kept as it came, and {@code toJson()}
 * writes it.
 *
 * @param path the JSON path, from the model on that was asked
 * @param expected what should have come, such as "an integer" or "a text"
 * @param found what came, such as "null", "a number", or "nothing"; never the value itself
 * @param taken whether the value was read all the same, since nothing is lost by it, such as digits
 *     in quotes for a number; if not, the accessor gives null, or throws where the property is
 *     required
 */
public record Deviation(String path, String expected, String found, boolean taken) {

  /**
   * {@return the path with {@code [*]} in the place of the places in arrays, which is the same for
   * all items}
   */
  public String pattern() {
    return path.replaceAll("\\[[0-9]+]", "[*]");
  }

  /**
   * {@return the same, seen from further above}
   *
   * @param prefix the path of the value that this path begins at
   */
  public Deviation within(String prefix) {
    return new Deviation(prefix + path.substring(1), expected, found, taken);
  }

  /** {@return one line for a log: the service can name a property as it likes} */
  @Override
  public String toString() {
    return "Deviation[path="
        + PrintableText.of(path)
        + ", expected="
        + expected
        + ", found="
        + found
        + ", taken="
        + taken
        + "]";
  }
}
