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
import okhttp3.HttpUrl;
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
    ReorderDirection reorderDirection = endpoint.reorderDirection().apply(query);
    if (reorderDirection == ReorderDirection.NONE && query.startAt() > 0) {
      throw new IllegalArgumentException(
          "startAt must be 0 for "
              + endpoint.operationId()
              + ", whose pages begin behind an item and not at an offset: "
              + query.startAt());
    }
    Checkpoint from = query.resumeFrom().orElse(null);
    WalkState begin =
        from == null ? WalkState.begin(query.startAt()) : owner(endpoint, query).resume(from);
    WalkPlan<T> plan = plan(endpoint, query, begin, /* copies= */ false);
    return new PaginatedList<>(
        () -> plan.walk(workers),
        plan::firstPage,
        workers,
        () -> endpoint.operationId() + " for connection " + connectionId + ": " + query);
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
    WalkState begin = newsState(endpoint, query, same, since, /* copies= */ false);
    return changes(endpoint, query, same, begin, /* copies= */ false);
  }

  /**
   * A copy of a list, from the start or from where an earlier one stopped, and then what is new.
   */
  public <Q extends ListQuery, R, T> Changes<T> sync(
      ListEndpoint<Q, R, T> endpoint, Q query, List<Q> same, @Nullable Checkpoint from) {
    WalkState begin =
        from == null
            ? WalkState.begin(0)
            : newsState(endpoint, query, same, from, /* copies= */ true);
    return changes(endpoint, query, same, begin, /* copies= */ true);
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
    CheckpointScope owner = owner(endpoint, query);
    DeviationReport report = report(query);
    Baseline begin = compared(owner, since);
    return new ChangesList<>(
        later -> {
          WalkPlan<T> plan =
              comparing(endpoint, query, later == null ? begin : compared(owner, later));
          PageSource<T> source = new ListSource<>(this, endpoint, query, report);
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
    Baseline nothing = WalkState.begin(0).baseline();
    NewsPoll.News<T> all;
    try {
      all =
          new ComparingPoll<>(comparing(endpoint, query, nothing), source(endpoint, query), nothing)
              .result();
    } catch (OfAuthException e) {
      bridge().failure(e).replaceCheckpoint(null);
      throw e;
    }
    return news(owner(endpoint, query)).apply(all.after().baseline(all.items().size()));
  }

  private <Q extends ListQuery, R, T> boolean isWhole(
      ListEndpoint<Q, R, T> endpoint, Q query, List<Q> same) {
    Preconditions.notNull("query", query);
    refuse(query.startAt() > 0, "startAt " + query.startAt());
    refuse(query.maxItems().isPresent(), "maxItems " + query.maxItems().orElse(0));
    refuse(query.resumeFrom().isPresent(), "resumeFrom");
    refuse(query.pagingMode() != PagingMode.EXACTLY_ONCE, "pagingMode " + query.pagingMode());
    String parameters = parameters(endpoint, query);
    return same.stream().anyMatch(whole -> parameters(endpoint, whole).equals(parameters));
  }

  private static void refuse(boolean isSet, String setting) {
    if (isSet) {
      throw new IllegalArgumentException(
          "What is new is told of the whole list of a query, which must not set " + setting);
    }
  }

  private <Q extends ListQuery, R, T> WalkPlan<T> comparing(
      ListEndpoint<Q, R, T> endpoint, Q query, Baseline begin) {
    return new WalkPlan<>(
        () -> source(endpoint, query),
        endpoint.key(),
        endpoint::contentOf,
        endpoint.reorderDirection().apply(query),
        query,
        CheckpointScope.once(() -> owner(endpoint, query)),
        WalkState.begin(0).with(begin),
        /* copies= */ false);
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
    FetchedPage<T> page =
        source(endpoint, query).fetch(PageRequest.atOffset(0, PageSize.MAX), /* fresh= */ true);
    WalkPlan<T> plan = plan(endpoint, query, WalkState.begin(0), /* copies= */ false);
    Baseline baseline = NewsPoll.first(page, plan);
    return news(owner(endpoint, query)).apply(baseline);
  }

  private <Q extends ListQuery, R, T> Changes<T> changes(
      ListEndpoint<Q, R, T> endpoint, Q query, List<Q> same, WalkState begin, boolean copies) {
    CheckpointScope owner = owner(endpoint, query);
    // All polls of a feed tell each kind of deviation once.
    DeviationReport report = report(query);
    return new ChangesList<>(
        since -> {
          WalkState state =
              since == null ? begin : newsState(endpoint, query, same, since, /* copies= */ true);
          boolean copiesFirst = copies && !state.baseline().ended() && state.given().size() == 0;
          WalkPlan<T> plan = plan(endpoint, query, state, copiesFirst);
          PageSource<T> source = new ListSource<>(this, endpoint, query, report);
          return new NewsWalk<>(
              plan, source, from -> new NewsPoll<>(plan, source, from), news(owner));
        },
        workers,
        time);
  }

  private <Q extends ListQuery, R, T> WalkState newsState(
      ListEndpoint<Q, R, T> endpoint, Q query, List<Q> same, Checkpoint since, boolean copies) {
    CheckpointCodec.Content content = owner(endpoint, query).read(since);
    boolean whole =
        content.queryMark() == owner(endpoint, query).queryMark()
            || same.stream().anyMatch(q -> content.queryMark() == owner(endpoint, q).queryMark());
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

  private <Q extends ListQuery, R, T> ListSource<Q, R, T> source(
      ListEndpoint<Q, R, T> endpoint, Q query) {
    return new ListSource<>(this, endpoint, query, report(query));
  }

  private DeviationReport report(ListQuery query) {
    return new DeviationReport(stack.listener(), secrets, bridge().onUndecodableItem(query));
  }

  private <Q extends ListQuery, R, T> CheckpointScope owner(
      ListEndpoint<Q, R, T> endpoint, Q query) {
    return CheckpointScope.of(
        endpoint.operationId(), connectionId, parameters(endpoint, query), query);
  }

  private <Q extends ListQuery, R, T> WalkPlan<T> plan(
      ListEndpoint<Q, R, T> endpoint, Q query, WalkState begin, boolean copies) {
    return new WalkPlan<>(
        () -> source(endpoint, query),
        endpoint.key(),
        endpoint::versionOf,
        endpoint.reorderDirection().apply(query),
        query,
        CheckpointScope.once(() -> owner(endpoint, query)),
        begin,
        copies);
  }

  /**
   * The query as the service would see it, but for the place in the list: two lists are the same if
   * this is the same.
   */
  private <Q extends ListQuery, R, T> String parameters(ListEndpoint<Q, R, T> endpoint, Q query) {
    HttpUrl url =
        endpoint
            .request()
            .create(apis, connectionId, query, PageRequest.atOffset(0, 1))
            .request()
            .url();
    // The path too: one operation can list the parts of many things.
    return url.encodedPath() + "?" + url.encodedQuery();
  }
}
