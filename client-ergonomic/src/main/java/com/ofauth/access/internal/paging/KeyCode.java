package com.ofauth.access.internal.paging;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Sorted keys as text: the differences by a Rice code (the low bits as they are, the rest in
 * unary), which takes two or three bytes a key. A text never stands for more than eight keys a
 * byte.
 */
final class KeyCode {
  /** A longer unary part than this is replaced by the whole difference. */
  private static final int ESCAPE = 24;

  private static final long ONES = -1;
  private static final long ONES_AND_A_ZERO = -2;

  private static final int HEADER = 4 + 8 + 1;

  private KeyCode() {}

  /** Codes one key or more, ascending, without repetitions. */
  static String encode(long[] sorted) {
    long mean =
        sorted.length < 2
            ? 0
            : Long.divideUnsigned(sorted[sorted.length - 1] - sorted[0], sorted.length - 1);
    int low = Math.min(62, 63 - Long.numberOfLeadingZeros(Math.max(1, mean)));
    Bits bits = new Bits(new byte[HEADER + sorted.length * 4], 0);
    bits.put(sorted.length, 32);
    bits.put(sorted[0], 64);
    bits.put(low, 8);
    for (int i = 1; i < sorted.length; i++) {
      long difference = sorted[i] - sorted[i - 1] - 1;
      long high = difference >>> low;
      if (Long.compareUnsigned(high, ESCAPE) >= 0) {
        bits.put(ONES, ESCAPE);
        bits.put(difference, 64);
      } else {
        bits.put(ONES_AND_A_ZERO, (int) high + 1);
        bits.put(difference, low);
      }
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits.toBytes());
  }

  /** The keys, or null if the text stands for none. */
  static long @Nullable [] decode(String text) {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    Bits bits = new Bits(bytes, 0);
    if (bytes.length < HEADER) {
      return null;
    }
    long count = bits.get(32);
    long last = bits.get(64);
    int low = (int) bits.get(8);
    if (count < 1 || low > 62 || (count - 1) * (low + 1) > bits.left()) {
      return null;
    }
    long[] keys = new long[(int) count];
    keys[0] = last;
    for (int i = 1; i < count; i++) {
      int high = 0;
      while (high < ESCAPE && bits.left() > 0 && bits.get(1) == 1) {
        high++;
      }
      int rest = high == ESCAPE ? 64 : low;
      if (bits.left() < rest) {
        return null;
      }
      long difference = high == ESCAPE ? bits.get(64) : ((long) high << low) | bits.get(low);
      keys[i] = keys[i - 1] + difference + 1;
    }
    return bits.left() < 8 ? keys : null;
  }

  /** Bits in a row, the highest first. */
  private static final class Bits {
    private byte[] bytes;
    private long at;

    Bits(byte[] bytes, long at) {
      this.bytes = bytes;
      this.at = at;
    }

    long left() {
      return bytes.length * 8L - at;
    }

    void put(long value, int count) {
      if (left() < count) {
        bytes = Arrays.copyOf(bytes, bytes.length * 2);
      }
      for (int bit = count - 1; bit >= 0; ) {
        int free = 8 - (int) (at & 7);
        int taken = Math.min(free, bit + 1);
        long part = (value >>> (bit + 1 - taken)) & ((1L << taken) - 1);
        bytes[(int) (at >>> 3)] |= (byte) (part << (free - taken));
        at += taken;
        bit -= taken;
      }
    }

    long get(int count) {
      long value = 0;
      for (int left = count; left > 0; ) {
        int there = 8 - (int) (at & 7);
        int taken = Math.min(there, left);
        long part = ((bytes[(int) (at >>> 3)] & 0xff) >>> (there - taken)) & ((1L << taken) - 1);
        value = (value << taken) | part;
        at += taken;
        left -= taken;
      }
      return value;
    }

    byte[] toBytes() {
      return Arrays.copyOf(bytes, (int) ((at + 7) >>> 3));
    }
  }
}
