package com.ofauth.access.internal.paging;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which of many entries to keep: all at both ends, fewer and fewer towards the middle. */
final class Spread {
  private Spread() {}

  /**
   * The indexes to keep, ascending.
   *
   * @param size how many entries there are
   * @param head how many to keep without gaps at the head
   * @param end how many to keep without gaps at the end
   * @param growth what each further distance from an end is a multiple of
   */
  static int[] indexes(int size, int head, int end, double growth) {
    if (size <= head + end) {
      return IntStream.range(0, size).toArray();
    }
    IntStream fromHead = head == 0 ? IntStream.empty() : distances(size, head, growth);
    IntStream fromEnd =
        end == 0 ? IntStream.empty() : distances(size, end, growth).map(d -> size - 1 - d);
    return IntStream.concat(fromHead, fromEnd).distinct().sorted().toArray();
  }

  private static IntStream distances(int size, int dense, double growth) {
    int[] distances = new int[dense + 200];
    int count = 0;
    for (double next = 0; next < size && count < distances.length; count++) {
      distances[count] = (int) next;
      next = count + 1 < dense ? next + 1 : Math.max(next + 1, next * growth);
    }
    return Arrays.stream(distances, 0, count);
  }
}
