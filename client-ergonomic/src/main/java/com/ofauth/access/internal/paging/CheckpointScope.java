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

  Checkpoint checkpoint(CheckpointCodec.Kind kind, WalkState state) {
    return bridge().checkpoint(() -> encode(kind, state));
  }

  String encode(CheckpointCodec.Kind kind, WalkState state) {
    return CheckpointCodec.encode(
        new CheckpointCodec.Content(kind, operationId, connectionMark, queryMark, state));
  }

  /** Where a walk goes on. */
  WalkState resume(Checkpoint checkpoint) {
    CheckpointCodec.Content content = read(checkpoint);
    if (content.kind() == CheckpointCodec.Kind.NEWS
        || content.kind() == CheckpointCodec.Kind.COPY) {
      throw new IllegalArgumentException(
          "The checkpoint belongs to changes() or sync(): a walk over the list can't resume from"
              + " it");
    }
    if (content.queryMark() != queryMark) {
      throw new IllegalArgumentException(
          "The checkpoint belongs to another query: filters, order, startAt, additional parameters"
              + " and paging mode have to be the same");
    }
    return content.state();
  }

  /** What a checkpoint of this list and connection holds. */
  CheckpointCodec.Content read(Checkpoint checkpoint) {
    CheckpointCodec.Content content = CheckpointCodec.decode(bridge().body(checkpoint));
    if (!content.operationId().equals(operationId)) {
      throw new IllegalArgumentException(
          "The checkpoint belongs to " + content.operationId() + ", not to " + operationId);
    }
    if (content.connectionMark() != connectionMark) {
      throw new IllegalArgumentException("The checkpoint belongs to another connection");
    }
    return content;
  }
}
