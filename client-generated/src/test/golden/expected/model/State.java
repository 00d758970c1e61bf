// Generated from the OpenAPI document by the templates of this module. Do not edit.
package com.ofauth.access.golden.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.ofauth.access.internal.json.ModelText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On or off, or a text.
 *
 * <p>Immutable, safe for use by several threads.
 */
public final class State {
  // Gson reads and writes private fields; one of a closed JDK type makes it fail instead.
  private final Optional<Object> value;

  private State(Object value) {
    this.value = Optional.of(value);
  }

  /**
   * Makes a union of a {@code boolean}.
   *
   * @param value the value
   * @return the union
   */
  public static State of(boolean value) {
    return new State(value);
  }

  /** {@return whether it is a {@code boolean}} */
  public boolean isBoolean() {
    return value() instanceof Boolean;
  }

  /** {@return the {@code boolean}, or empty if it is something else} */
  public Optional<Boolean> asBoolean() {
    return value() instanceof Boolean member ? Optional.of(member) : Optional.empty();
  }

  /**
   * Makes a union of a {@code string}.
   *
   * @param value the value
   * @return the union
   */
  public static State of(String value) {
    return new State(value);
  }

  /** {@return whether it is a {@code string}} */
  public boolean isString() {
    return value() instanceof String;
  }

  /** {@return the {@code string}, or empty if it is something else} */
  public Optional<String> asString() {
    return value() instanceof String member ? Optional.of(member) : Optional.empty();
  }

  /**
   * Reads a State from JSON.
   *
   * @param json one JSON value
   * @return what was read; {@link #toJson()} writes it back
   * @throws IllegalArgumentException if the text is no JSON, or of no kind that this can be
   */
  public static State fromJson(String json) {
    return StateJsonAdapter.TYPE.fromText(json);
  }

  /**
   * Reads a State from what {@link #toTree()} gives. Numbers can be of any class.
   *
   * @param json the value
   * @return what was read
   * @throws IllegalArgumentException if it is of no kind that this can be
   */
  @JsonCreator
  public static State fromTree(Object json) {
    return StateJsonAdapter.TYPE.fromTree(json);
  }

  /** {@return this as compact JSON} */
  public String toJson() {
    return StateJsonAdapter.TYPE.toText(this);
  }

  /** {@return the same JSON as a Boolean, String, number or map} */
  @JsonValue
  public Object toTree() {
    return StateJsonAdapter.TYPE.toTree(this);
  }

  /** {@return the member} */
  Object value() {
    return this.value.orElseThrow();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof State that && this.value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return this.value.hashCode();
  }

  /** {@return a number or boolean itself; of a text only the length} */
  @Override
  public String toString() {
    return "State{" + ModelText.describe(value()) + "}";
  }
}
