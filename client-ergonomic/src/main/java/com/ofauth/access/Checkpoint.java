package com.ofauth.access;

import java.util.Objects;

/** Where a walk over a list stands, as a short opaque text. Immutable and thread-safe. */
public final class Checkpoint {
  private final String text;

  private Checkpoint(String text) {
    this.text = text;
  }

  /**
   * Reads a checkpoint from its text.
   *
   * @param text what {@link #toString()} gave
   * @return the checkpoint
   */
  public static Checkpoint parse(String text) {
    return new Checkpoint(Objects.requireNonNull(text, "text"));
  }

  /** {@return the checkpoint as a short opaque text, for {@link #parse}; it holds no secrets} */
  @Override
  public String toString() {
    return text;
  }
}
