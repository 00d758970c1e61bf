package com.ofauth.access.build.diff;

/**
 * Where a schema stands.
 *
 * @param label how users name it: {@code Chat.withUser()}, or what was called with which parameter
 * @param owner the class that it is a part of; empty for parameters and headers, whose Java types
 *     the SDK chooses
 * @param subject the name that a changelog has to mention
 * @param direction who sends it
 * @param reach the calls that it belongs to, as an appendix for messages
 */
record Site(String label, String owner, String subject, Direction direction, String reach) {

  /** A parameter or a header. */
  static Site outside(String label, String subject, Direction direction) {
    return new Site(label, "", subject, direction, "");
  }

  Site at(String newLabel, String newSubject) {
    return new Site(newLabel, owner, newSubject, direction, reach);
  }

  /** Whether a Java type of the models follows from the schema. */
  boolean isModel() {
    return !owner.isEmpty();
  }
}
