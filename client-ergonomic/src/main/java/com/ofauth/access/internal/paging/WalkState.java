package com.ofauth.access.internal.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to go on with a walk in another process.
 *
 * @param planner where to go on
 * @param cursor where to go on in a list that is paged by cursor, else null
 * @param closing whether the end of the list was reached and only looks at its head are left
 * @param anew whether what is given from now on has moved, so that nothing below it is settled for
 *     a poll: this pass began anew, or only looks are left
 * @param leftOut the items that could not be decoded so far
 * @param anchors marks of items that were seen, in the order of the list
 * @param baseline marks of items from which a poll for news can start
 * @param given the keys of the items that were given
 * @param compact whether these keys were left out
 */
record WalkState(
    WindowPlanner planner,
    @Nullable String cursor,
    boolean closing,
    boolean anew,
    LeftOut.Count leftOut,
    List<Long> anchors,
    Baseline baseline,
    DeliveredKeys.Snapshot given,
    boolean compact) {

  static WalkState begin(long floor) {
    return new WalkState(
        WindowPlanner.at(floor),
        null,
        false,
        false,
        LeftOut.Count.NONE,
        List.of(),
        Baseline.NONE,
        DeliveredKeys.Snapshot.NONE,
        false);
  }

  WalkState with(Baseline other) {
    return new WalkState(planner, cursor, closing, anew, leftOut, anchors, other, given, compact);
  }
}
