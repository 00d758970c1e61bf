package com.ofauth.access.testing.internal.service;

import java.util.Random;

/**
 * Chance that is the same on every machine. {@link Random} by choice: its sequence is part of its
 * specification.
 */
public final class Seeds {

  private Seeds() {}

  /** Neighbouring seeds give unlike sequences, which they would not without the mixing. */
  public static Random random(long seed, long kind, long index) {
    return new Random(mix(mix(mix(seed) + kind) + index));
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
