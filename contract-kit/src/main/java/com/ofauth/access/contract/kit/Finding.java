package com.ofauth.access.contract.kit;

/**
 * One row of a report: what is wrong at one path, in all answers of one operation.
 *
 * @param operation the id of the operation in the OpenAPI document
 * @param path JSON path with {@code [*]} for any item, or the name of a header, a status or a
 *     behaviour
 * @param expected what the contract says, in words
 * @param found the kinds of what came, never a value
 * @param seen in how many of the items or answers it is so
 * @param of how many were looked at
 * @param unit what {@code of} counts: items or answers
 */
public record Finding(
    String operation, String path, String expected, String found, int seen, int of, String unit) {

  /** {@return in how many of how many, such as {@code 3 of 20 items}} */
  public String frequency() {
    return seen + " of " + of + " " + (of == 1 ? unit.substring(0, unit.length() - 1) : unit);
  }

  /** {@return the row as a sentence} */
  @Override
  public String toString() {
    return path + ": expected " + expected + ", found " + found + ", in " + frequency();
  }
}
