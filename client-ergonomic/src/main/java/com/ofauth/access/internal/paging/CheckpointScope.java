package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.ListQuery;
import com.ofauth.access.internal.util.Fingerprint;

/**
 * What a checkpoint belongs to: marks it when it is written, and refuses a foreign one.
 *
 * @param operationId the operation of the endpoint
 * @param connectionMark stands for the connection
 * @param queryMark stands for the filters, the order, where the list begins and the paging mode
 */
record CheckpointScope(String operationId, long connectionMark, long queryMark) {

  static CheckpointScope of(
      String operationId, String connectionId, String parameters, ListQuery query) {
    return new CheckpointScope(
        operationId,
        Fingerprint.of(connectionId),
        Fingerprint.of(parameters + " from " + query.startAt() + " " + query.pagingMode()));
  }

  Checkpoint checkpoint(WalkState state) {
    return bridge()
        .checkpoint(
            CheckpointCodec.encode(
                new CheckpointCodec.Content(operationId, connectionMark, queryMark, state)));
  }

  /** Where to go on. */
  WalkState resume(Checkpoint checkpoint, long floor) {
    CheckpointCodec.Content content = CheckpointCodec.decode(checkpoint.toString());
    if (!content.operationId().equals(operationId)) {
      throw new IllegalArgumentException(
          "The checkpoint belongs to " + content.operationId() + ", not to " + operationId);
    }
    if (content.connectionMark() != connectionMark) {
      throw new IllegalArgumentException("The checkpoint belongs to another connection");
    }
    if (content.queryMark() != queryMark) {
      throw new IllegalArgumentException(
          "The checkpoint belongs to another query: filters, order, startAt, additional parameters and paging mode have to be"
              + " the same");
    }
    WalkState state = content.state();
    return new WalkState(
        state.planner().withFloor(floor),
        state.cursor(),
        state.closing(),
        state.anchors(),
        state.given());
  }
}
