// Generated from the OpenAPI document by the templates of this module. Do not edit.
package com.ofauth.access.golden.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The kind of a thing. */
public enum Kind {
  /** The text {@code "big"}. */
  BIG("big"),

  /** The text {@code "very-big"}. */
  VERY_BIG("very-big"),

  /** Any text that this version does not know. The text itself is kept beside the constant. */
  UNKNOWN_TO_SDK_VERSION("UNKNOWN_TO_SDK_VERSION");

  private final String value;

  Kind(String value) {
    this.value = value;
  }

  /**
   * Finds the constant of a text.
   *
   * @param value the text that the API uses
   * @return the constant, or {@link #UNKNOWN_TO_SDK_VERSION}
   */
  @JsonCreator
  public static Kind fromValue(String value) {
    return switch (value) {
      case "big" -> BIG;
      case "very-big" -> VERY_BIG;
      default -> UNKNOWN_TO_SDK_VERSION;
    };
  }

  /**
   * {@return the text that the API uses; of {@link #UNKNOWN_TO_SDK_VERSION}, which has none, the
   * name}
   */
  @JsonValue
  public String value() {
    return this.value;
  }

  /** {@return the text, unless there is none} */
  String known() {
    if (this == UNKNOWN_TO_SDK_VERSION) {
      throw new IllegalArgumentException(
          "UNKNOWN_TO_SDK_VERSION has no text, give the text itself");
    }
    return this.value;
  }
}
