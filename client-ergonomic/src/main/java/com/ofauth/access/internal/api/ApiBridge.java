package com.ofauth.access.internal.api;

import com.ofauth.access.AuthenticationException;
import com.ofauth.access.BucketProvider;
import com.ofauth.access.CallInfo;
import com.ofauth.access.CallInterruptedException;
import com.ofauth.access.CallOutcome;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.ConnectionNotFoundException;
import com.ofauth.access.DeadlineExceededException;
import com.ofauth.access.InvalidRequestException;
import com.ofauth.access.ListQuery;
import com.ofauth.access.MalformedResponseException;
import com.ofauth.access.NotFoundException;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.OfAuthResponse;
import com.ofauth.access.Page;
import com.ofauth.access.PagingException;
import com.ofauth.access.PermissionException;
import com.ofauth.access.RateLimitException;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.RedirectException;
import com.ofauth.access.ServerException;
import com.ofauth.access.SessionExpiredException;
import com.ofauth.access.TransportException;
import com.ofauth.access.UndecodableItemsException;
import com.ofauth.access.changes.Checkpointed;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.model.Deviation;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Access of the internal packages to what public types hide from users: constructors and settings.
 * Implemented once, beside the public types.
 */
public abstract class ApiBridge {
  private static volatile @Nullable ApiBridge instance;

  protected ApiBridge() {}

  /** The one bridge of this SDK. */
  public static ApiBridge bridge() {
    ApiBridge bridge = instance;
    if (bridge == null) {
      try {
        // Its static initializer installs the bridge.
        MethodHandles.lookup().ensureInitialized(OfAuthException.class);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("a public class is accessible", e);
      }
      bridge = instance;
    }
    if (bridge == null) {
      throw new IllegalStateException("the public package installs the bridge");
    }
    return bridge;
  }

  /** For the public package, once. */
  public static void install(ApiBridge bridge) {
    instance = bridge;
  }

  public abstract AuthenticationException authentication(FailureDetails failure);

  public abstract CallInterruptedException callInterrupted(FailureDetails failure);

  public abstract ConnectionNotFoundException connectionNotFound(FailureDetails failure);

  public abstract DeadlineExceededException deadlineExceeded(FailureDetails failure);

  public abstract InvalidRequestException invalidRequest(FailureDetails failure);

  public abstract NotFoundException notFound(FailureDetails failure);

  public abstract PagingException paging(FailureDetails failure);

  public abstract PermissionException permission(FailureDetails failure);

  public abstract RedirectException redirect(FailureDetails failure);

  public abstract ServerException server(FailureDetails failure);

  public abstract SessionExpiredException sessionExpired(FailureDetails failure);

  public abstract TransportException transport(FailureDetails failure);

  public abstract RateLimitException rateLimit(
      FailureDetails failure, @Nullable Duration retryAfter);

  public abstract MalformedResponseException malformedResponse(
      FailureDetails failure, MalformedResponseException.Defect defect);

  public abstract UndecodableItemsException undecodableItems(
      FailureDetails failure, long count, List<UndecodableItem> items);

  /** Keeps what was read for those who get the exception instead. */
  public abstract void collect(UndecodableItemsException e, List<?> items);

  public abstract FailureDetails failure(OfAuthException e);

  public abstract CallInfo call(
      String operationId, String connectionId, String method, String path);

  public abstract CallOutcome success(int attempt, int status, Headers headers, long nanos);

  public abstract CallOutcome failed(OfAuthException failure, long nanos);

  public abstract <T> Page<T> page(
      List<T> items,
      boolean hasMore,
      long offset,
      Headers headers,
      @Nullable ByteString rawBody,
      List<Deviation> deviations,
      List<UndecodableItem> undecodableItems,
      IntFunction<Checkpoint> checkpoints);

  public abstract <T> OfAuthResponse<T> response(T value, Headers headers, ByteString rawBody);

  /** The same page, its items with the checkpoints behind them. */
  public abstract <T> Page<Checkpointed<T>> withCheckpoints(Page<T> page);

  /** How far the walk has come once one item of a page is handled. */
  public abstract Checkpoint checkpointAfter(Page<?> page, int item);

  /** A checkpoint whose body is encoded when it is asked for. */
  public abstract Checkpoint checkpoint(Supplier<String> body);

  /** What a checkpoint holds, without what guards it. */
  public abstract String body(Checkpoint checkpoint);

  public abstract @Nullable Consumer<? super UndecodableItem> onUndecodableItem(ListQuery query);

  public abstract int perMinute(RateLimitPolicy policy);

  /** How many tokens a bucket holds at most; 0 for no limit. */
  public abstract int burst(RateLimitPolicy policy);

  public abstract @Nullable BucketProvider buckets(RateLimitPolicy policy);
}
