package com.ofauth.access.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/**
 * Compares the SDK with OkHttp alone in one process, by turns: what else the machine does then
 * costs both the same. Prints the median and the quartiles of the ratio of times.
 */
final class ByTurns {
  /** Until the code is compiled: beside 1,000 threads, the compiler gets no time. */
  private static final int WARM_UP_ROUNDS = 20;

  private ByTurns() {}

  /** Takes the number of rounds, and of walks at once. */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    int atOnce = Integer.parseInt(args[1]);
    int warmUp = Math.min(rounds, WARM_UP_ROUNDS);
    CallBenchmark call = new CallBenchmark();
    call.connect();
    compare("a call", warmUp, rounds, 500, call::sdk, call::okHttpAndSdkModels);
    call.close();
    ManyWalksBenchmark walks = new ManyWalksBenchmark();
    walks.walks = atOnce;
    walks.size();
    walks.walks = Math.min(atOnce, 10);
    compare("10 walks", warmUp, rounds, 20, walks::sdk, walks::okHttpAndSdkModels);
    walks.walks = atOnce;
    compare(atOnce + " walks", 1, rounds, 1, walks::sdk, walks::okHttpAndSdkModels);
    walks.close();
  }

  private static void compare(String what, int warmUp, int rounds, int times, Work sdk, Work okHttp)
      throws Exception {
    double[] ratios = new double[rounds];
    for (int round = -warmUp; round < rounds; round++) {
      double took = nanos(times, sdk);
      ratios[Math.max(0, round)] = took / nanos(times, okHttp);
    }
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "%s: %.2f (%.2f-%.2f) of the time of OkHttp, in %d rounds%n",
        what,
        ratios[rounds / 2],
        ratios[rounds / 4],
        ratios[rounds * 3 / 4],
        rounds);
  }

  private static long nanos(int times, Work work) throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      Object unused = work.run();
    }
    return System.nanoTime() - start;
  }

  /** What is timed. */
  private interface Work {
    Object run() throws Exception;
  }
}
