package com.ofauth.access.internal.paging;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.ListQuery;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.OfAuthResponse;
import com.ofauth.access.Paginated;
import com.ofauth.access.PagingMode;
import com.ofauth.access.changes.Changes;
import com.ofauth.access.decoding.ValidationMode;
import com.ofauth.access.internal.api.PageSize;
import com.ofauth.access.internal.http.Layer;
import com.ofauth.access.internal.http.Secrets;
import com.ofauth.access.internal.reading.ChangesList;
import com.ofauth.access.internal.reading.PaginatedList;
import com.ofauth.access.internal.util.Preconditions;
import com.ofauth.access.internal.util.TimeSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * One connection of one client: turns endpoints and queries into lists, and pages of them into
 * calls down the stack.
 */
public record ConnectionScope(
    String connectionId,
    GeneratedApis apis,
    Layer stack,
    Secrets secrets,
    ValidationMode validationMode,
    Executor workers,
    TimeSource time) {

  public <Q extends ListQuery, R, T> Paginated<T> list(ListEndpoint<Q, R, T> endpoint, Q query) {
    Preconditions.notNull("query", query);
    if (query.startAt() > 0 && endpoint.reorderDirection(query) == ReorderDirection.NONE) {
      throw new IllegalArgumentException(
          "startAt must be 0 for "
              + endpoint.operationId()
              + ", whose pages begin behind an item and not at an offset: "
              + query.startAt());
    }
    QueriedList<Q, R, T> list = QueriedList.of(this, endpoint, query);
    WalkState resumed =
        query.resumeFrom().isEmpty()
            ? null
            : list.checkpointScope().resume(query.resumeFrom().get());
    WalkPlan<T> plan = list.plan(resumed, /* copies= */ false);
    return new PaginatedList<>(() -> plan.walk(workers), plan::firstPage, workers, list);
  }

  /**
   * Asks for one object.
   *
   * @param call from the generated interface, not executed
   */
  public <R> OfAuthResponse<R> send(String operationId, Class<R> type, Call<R> call) {
    return new ObjectCall<>(this, type).send(operationId, call);
  }

  /**
   * What is new in a list since a checkpoint.
   *
   * @param query for the whole list, newest activity first
   * @param same other queries for the same list
   */
  public <Q extends ListQuery, R, T> Changes<T> changes(
      ListEndpoint<Q, R, T> endpoint, Q query, List<Q> same, Checkpoint since) {
    QueriedList<Q, R, T> list = QueriedList.of(this, endpoint, query);
    return changes(
        list, same, newsState(list, same, since, /* copies= */ false), /* copies= */ false);
  }

  /**
   * A copy of a list, from the start or from where an earlier one stopped, and then what is new.
   */
  public <Q extends ListQuery, R, T> Changes<T> sync(
      ListEndpoint<Q, R, T> endpoint, Q query, List<Q> same, @Nullable Checkpoint from) {
    QueriedList<Q, R, T> list = QueriedList.of(this, endpoint, query);
    WalkState begin =
        from == null ? WalkState.begin(0) : newsState(list, same, from, /* copies= */ true);
    return changes(list, same, begin, /* copies= */ true);
  }

  /**
   * The same for a query of any kind. Of a list that leaves something out, an item can change in
   * its place, or come back anywhere: such a list is compared as a whole.
   *
   * @param same queries for the whole list, newest activity first
   */
  public <Q extends ListQuery, R, T> Changes<T> changesOf(
      ListEndpoint<Q, R, T> endpoint, Q query, List<Q> same, Checkpoint since) {
    if (isWhole(endpoint, query, same)) {
      return changes(endpoint, query, same, since);
    }
    QueriedList<Q, R, T> list = QueriedList.of(this, endpoint, query).comparingContent();
    CheckpointScope owner = list.checkpointScope();
    DeviationReport report = list.report();
    Baseline begin = compared(owner, since);
    return new ChangesList<>(
        later -> {
          WalkPlan<T> plan = comparing(list, later == null ? begin : compared(owner, later));
          PageSource<T> source = list.source(report);
          return new NewsWalk<>(
              plan, source, from -> new ComparingPoll<>(plan, source, from), news(owner));
        },
        workers,
        time);
  }

  /** Where polls of such a query can start from now on. */
  public <Q extends ListQuery, R, T> Checkpoint nowOf(
      ListEndpoint<Q, R, T> endpoint, Q query, List<Q> same) {
    if (isWhole(endpoint, query, same)) {
      return now(endpoint, query);
    }
    QueriedList<Q, R, T> list = QueriedList.of(this, endpoint, query).comparingContent();
    Baseline nothing = WalkState.begin(0).baseline();
    NewsPoll.News<T> all;
    try {
      all = new ComparingPoll<>(comparing(list, nothing), list.source(), nothing).result();
    } catch (OfAuthException e) {
      bridge().failure(e).replaceCheckpoint(null);
      throw e;
    }
    return news(list.checkpointScope()).apply(all.after().baseline(all.items().size()));
  }

  private <Q extends ListQuery, R, T> boolean isWhole(
      ListEndpoint<Q, R, T> endpoint, Q query, List<Q> same) {
    Preconditions.notNull("query", query);
    refuse(query.startAt() > 0, "startAt " + query.startAt());
    refuse(query.maxItems().isPresent(), "maxItems " + query.maxItems().orElse(0));
    refuse(query.resumeFrom().isPresent(), "resumeFrom");
    refuse(query.pagingMode() != PagingMode.EXACTLY_ONCE, "pagingMode " + query.pagingMode());
    QueriedList<Q, R, T> list = QueriedList.of(this, endpoint, query);
    String parameters = list.parameters();
    return same.stream().anyMatch(whole -> list.with(whole).parameters().equals(parameters));
  }

  private static void refuse(boolean isSet, String setting) {
    if (isSet) {
      throw new IllegalArgumentException(
          "What is new is told of the whole list of a query, which must not set " + setting);
    }
  }

  private static <T> WalkPlan<T> comparing(QueriedList<?, ?, T> list, Baseline begin) {
    return list.plan(WalkState.begin(0).with(begin), /* copies= */ false);
  }

  private static Baseline compared(CheckpointScope owner, Checkpoint since) {
    CheckpointCodec.Content content = owner.read(since);
    if (content.kind() != CheckpointCodec.Kind.NEWS || content.queryMark() != owner.queryMark()) {
      throw new IllegalArgumentException(
          "The checkpoint belongs to something else: what is new in the list of this query needs a checkpoint of"
              + " checkpointNow(query) or of an earlier poll, for the same query");
    }
    return content.state().baseline();
  }

  private static Function<Baseline, Checkpoint> news(CheckpointScope owner) {
    return baseline ->
        owner.checkpoint(CheckpointCodec.Kind.NEWS, WalkState.begin(0).with(baseline));
  }

  /** Where polls for news can start from now on. */
  public <Q extends ListQuery, R, T> Checkpoint now(ListEndpoint<Q, R, T> endpoint, Q query) {
    QueriedList<Q, R, T> list = QueriedList.of(this, endpoint, query);
    FetchedPage<T> page =
        list.source().fetch(PageRequest.atOffset(0, PageSize.MAX), /* fresh= */ true);
    Baseline baseline = NewsPoll.first(page, list.plan(/* begin= */ null, /* copies= */ false));
    return news(list.checkpointScope()).apply(baseline);
  }

  private <Q extends ListQuery, T> Changes<T> changes(
      QueriedList<Q, ?, T> list, List<Q> same, WalkState begin, boolean copies) {
    CheckpointScope owner = list.checkpointScope();
    // All polls of a feed tell each kind of deviation once.
    DeviationReport report = list.report();
    return new ChangesList<>(
        since -> {
          WalkState state =
              since == null ? begin : newsState(list, same, since, /* copies= */ true);
          boolean copiesFirst = copies && !state.baseline().ended() && state.given().size() == 0;
          WalkPlan<T> plan = list.plan(state, copiesFirst);
          PageSource<T> source = list.source(report);
          return new NewsWalk<>(
              plan, source, from -> new NewsPoll<>(plan, source, from), news(owner));
        },
        workers,
        time);
  }

  private static <Q extends ListQuery> WalkState newsState(
      QueriedList<Q, ?, ?> list, List<Q> same, Checkpoint since, boolean copies) {
    CheckpointScope owner = list.checkpointScope();
    CheckpointCodec.Content content = owner.read(since);
    boolean whole =
        content.queryMark() == owner.queryMark()
            || same.stream()
                .map(query -> list.with(query).checkpointScope())
                .anyMatch(other -> content.queryMark() == other.queryMark());
    if (!whole) {
      throw new IllegalArgumentException(
          "The checkpoint belongs to a query that leaves something out, or has another order: news"
              + " needs a checkpoint of checkpointNow(), of an earlier poll, or of a finished walk"
              + " over the whole list, newest activity first");
    }
    if (!content.state().baseline().ended()) {
      if (content.kind() == CheckpointCodec.Kind.COPY && !copies) {
        throw new IllegalArgumentException(
            "The checkpoint belongs to a sync() whose copy is not complete: go on by"
                + " sync(checkpoint)");
      }
      if (content.kind() == CheckpointCodec.Kind.COMPACT_WALK) {
        throw NewsWalk.unfinished();
      }
      // A walk that gave its last item may not have known it: the poll finds out.
      return content.state();
    }
    return WalkState.begin(0).with(content.state().baseline());
  }
}
