package com.ofauth.access.testing;

import java.util.Objects;
import java.util.Random;

/**
 * One change of a list of mass messages, as data; see {@link ChatChange}.
 *
 * @param kind what happens
 * @param position which message it happens to, or where it is inserted: zero or more, taken modulo
 *     the size of the list that it meets; nothing happens to a message of an empty list
 */
public record MassMessageChange(Kind kind, int position) {

  /** What can happen to a list of mass messages while someone pages. */
  public enum Kind {
    /** A message is sent: it stands at the head. */
    APPEAR_AT_HEAD,
    /** A message comes in between, as scheduled ones do. */
    APPEAR,
    /** A message disappears: it was deleted or unsent. */
    DISAPPEAR
  }

  /**
   * A change.
   *
   * @param kind what happens
   * @param position zero or more
   * @throws IllegalArgumentException if the position is negative
   */
  public MassMessageChange {
    Objects.requireNonNull(kind, "kind");
    if (position < 0) {
      throw new IllegalArgumentException("position must not be negative: " + position);
    }
  }

  /**
   * A random change.
   *
   * @param random the source of kind and position
   * @return a change
   */
  public static MassMessageChange random(Random random) {
    Kind[] kinds = Kind.values();
    return new MassMessageChange(
        kinds[random.nextInt(kinds.length)], random.nextInt(Integer.MAX_VALUE));
  }

  /**
   * Makes the change.
   *
   * @param messages to be changed
   */
  public void applyTo(TestMassMessages messages) {
    messages.apply(this);
  }
}
