package com.ofauth.access.internal.paging;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.internal.paging.Sightings.Sighting;

/** What a walk needs to know: what makes an item, and what the query asks for. */
interface WalkPlan<T> {
  long key(T item);

  Sighting sight(T item);

  Drift drift();

  int pageSize();

  /** Where the list begins for this walk. */
  long floor();

  /** How many items to give at most; {@link Long#MAX_VALUE} for all. */
  long maxItems();

  /** Where to begin: at the floor, or where a checkpoint says. */
  WalkState begin();

  Checkpoint checkpoint(WalkState state);
}
