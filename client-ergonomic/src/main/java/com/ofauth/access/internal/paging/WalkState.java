package com.ofauth.access.internal.paging;

import com.ofauth.access.internal.paging.SeenItems.SeenItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to go on with a walk in another process.
 *
 * @param planner where to go on
 * @param cursor where to go on in a list that is paged by cursor, else null
 * @param closing whether the end of the list was reached and only looks at its head are left
 * @param anchors items that were seen, newest sightings
 * @param given the keys of the items that were given
 */
record WalkState(
    WindowPlanner planner,
    @Nullable String cursor,
    boolean closing,
    List<SeenItem> anchors,
    DeliveredKeys.Snapshot given) {

  static WalkState begin(long floor) {
    return new WalkState(
        WindowPlanner.from(floor), null, false, List.of(), DeliveredKeys.Snapshot.NONE);
  }
}
