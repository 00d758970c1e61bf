package com.ofauth.access.internal.util;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * 64 bits that stand for a version of an item: the same in each process, so that a checkpoint can
 * hold them.
 */
public final class Fingerprint {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Fingerprint() {}

  public static long of(@Nullable Object version) {
    long hash = FNV_OFFSET;
    for (byte b : String.valueOf(version).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return hash;
  }
}
