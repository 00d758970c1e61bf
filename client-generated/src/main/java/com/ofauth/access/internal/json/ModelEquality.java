package com.ofauth.access.internal.json;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One name for the equality of every kind of property.
 *
 * <p>Used by generated models.
 */
public final class ModelEquality {
  private ModelEquality() {}

  /** Compares integers. */
  public static boolean same(long one, long other) {
    return one == other;
  }

  /** Compares booleans. */
  public static boolean same(boolean one, boolean other) {
    return one == other;
  }

  /** Compares anything else by its equals method. */
  public static boolean same(@Nullable Object one, @Nullable Object other) {
    return Objects.equals(one, other);
  }
}
