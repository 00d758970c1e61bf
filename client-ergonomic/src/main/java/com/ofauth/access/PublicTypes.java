package com.ofauth.access;

import com.ofauth.access.changes.Checkpointed;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.internal.api.ApiBridge;
import com.ofauth.access.internal.api.FailureDetails;
import com.ofauth.access.model.Deviation;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The access of the internal packages to the public types. */
final class PublicTypes extends ApiBridge {
  @Override
  public AuthenticationException authentication(FailureDetails failure) {
    return new AuthenticationException(failure);
  }

  @Override
  public CallInterruptedException callInterrupted(FailureDetails failure) {
    return new CallInterruptedException(failure);
  }

  @Override
  public ConnectionNotFoundException connectionNotFound(FailureDetails failure) {
    return new ConnectionNotFoundException(failure);
  }

  @Override
  public DeadlineExceededException deadlineExceeded(FailureDetails failure) {
    return new DeadlineExceededException(failure);
  }

  @Override
  public InvalidRequestException invalidRequest(FailureDetails failure) {
    return new InvalidRequestException(failure);
  }

  @Override
  public NotFoundException notFound(FailureDetails failure) {
    return new NotFoundException(failure);
  }

  @Override
  public PagingException paging(FailureDetails failure) {
    return new PagingException(failure);
  }

  @Override
  public PermissionException permission(FailureDetails failure) {
    return new PermissionException(failure);
  }

  @Override
  public RedirectException redirect(FailureDetails failure) {
    return new RedirectException(failure);
  }

  @Override
  public ServerException server(FailureDetails failure) {
    return new ServerException(failure);
  }

  @Override
  public SessionExpiredException sessionExpired(FailureDetails failure) {
    return new SessionExpiredException(failure);
  }

  @Override
  public TransportException transport(FailureDetails failure) {
    return new TransportException(failure);
  }

  @Override
  public RateLimitException rateLimit(FailureDetails failure, @Nullable Duration retryAfter) {
    return new RateLimitException(failure, retryAfter);
  }

  @Override
  public MalformedResponseException malformedResponse(
      FailureDetails failure, MalformedResponseException.Defect defect) {
    return new MalformedResponseException(failure, defect);
  }

  @Override
  public UndecodableItemsException undecodableItems(
      FailureDetails failure, long count, List<UndecodableItem> items) {
    return new UndecodableItemsException(failure, count, items);
  }

  @Override
  public void collect(UndecodableItemsException e, List<?> items) {
    e.collect(items);
  }

  @Override
  public FailureDetails failure(OfAuthException e) {
    return e.failure();
  }

  @Override
  public CallInfo call(String operationId, String connectionId, String method, String path) {
    return new CallInfo(operationId, connectionId, method, path);
  }

  @Override
  public CallOutcome success(int attempt, int status, Headers headers, long nanos) {
    return CallOutcome.success(attempt, status, headers, nanos);
  }

  @Override
  public CallOutcome failed(OfAuthException failure, long nanos) {
    return CallOutcome.failure(failure, nanos);
  }

  @Override
  public <T> Page<T> page(
      List<T> items,
      boolean hasMore,
      long offset,
      Headers headers,
      @Nullable ByteString rawBody,
      List<Deviation> deviations,
      List<UndecodableItem> undecodableItems,
      IntFunction<Checkpoint> checkpoints) {
    return new Page<>(
        items, hasMore, offset, headers, rawBody, deviations, undecodableItems, checkpoints);
  }

  @Override
  public <T> OfAuthResponse<T> response(T value, Headers headers, ByteString rawBody) {
    return new OfAuthResponse<>(value, headers, rawBody);
  }

  @Override
  public <T> Page<Checkpointed<T>> withCheckpoints(Page<T> page) {
    return page.withCheckpoints();
  }

  @Override
  public Checkpoint checkpointAfter(Page<?> page, int item) {
    return page.checkpointAfter(item);
  }

  @Override
  public Checkpoint checkpoint(Supplier<String> body) {
    return new Checkpoint(body);
  }

  @Override
  public String body(Checkpoint checkpoint) {
    return checkpoint.body();
  }

  @Override
  public @Nullable Consumer<? super UndecodableItem> onUndecodableItem(ListQuery query) {
    return query.onUndecodableItem();
  }

  @Override
  public int perMinute(RateLimitPolicy policy) {
    return policy.perMinute();
  }

  @Override
  public int burst(RateLimitPolicy policy) {
    return policy.burst();
  }

  @Override
  public @Nullable BucketProvider buckets(RateLimitPolicy policy) {
    return policy.buckets();
  }
}
