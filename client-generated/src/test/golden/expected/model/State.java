// Generated from the OpenAPI document by the templates of this module. Do not edit.
package com.ofauth.access.golden.model;

import com.ofauth.access.internal.json.ModelText;
import com.squareup.moshi.JsonClass;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On or off, or a text.
 *
 * <p>Immutable, safe for use by several threads.
 */
@JsonClass(generateAdapter = true)
public final class State {
  final Object value;

  private State(Object value) {
    this.value = Objects.requireNonNull(value);
  }

  /** Gives a union that is a {@code boolean}. */
  public static State of(boolean value) {
    return new State(value);
  }

  /** Tells whether it is a {@code boolean}. */
  public boolean isBoolean() {
    return this.value instanceof Boolean;
  }

  /** Gives the {@code boolean}, or nothing if it is something else. */
  public Optional<Boolean> asBoolean() {
    return this.value instanceof Boolean member ? Optional.of(member) : Optional.empty();
  }

  /** Gives a union that is a {@code string}. */
  public static State of(String value) {
    return new State(value);
  }

  /** Tells whether it is a {@code string}. */
  public boolean isString() {
    return this.value instanceof String;
  }

  /** Gives the {@code string}, or nothing if it is something else. */
  public Optional<String> asString() {
    return this.value instanceof String member ? Optional.of(member) : Optional.empty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof State that && this.value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return this.value.hashCode();
  }

  /** Tells a number or boolean; of a text only the length. */
  @Override
  public String toString() {
    return "State{" + ModelText.describe(this.value) + "}";
  }
}
