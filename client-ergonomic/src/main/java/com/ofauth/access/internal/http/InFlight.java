package com.ofauth.access.internal.http;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/**
 * A request that a thread of OkHttp's dispatcher sends, for clients of the user's whose sockets are
 * not known to be interruptible. The calling thread waits, and can be interrupted.
 */
final class InFlight implements Callback {
  private final Call call;
  private final CompletableFuture<RawResponse> answer = new CompletableFuture<>();
  private final Consumer<RawResponse> soFar;

  private InFlight(Call call, Consumer<RawResponse> soFar) {
    this.call = call;
    this.soFar = soFar;
  }

  /** An {@link Exchange}. */
  static RawResponse send(Call call, long nanos, Consumer<RawResponse> soFar)
      throws IOException, InterruptedException, TimeoutException {
    InFlight inFlight = new InFlight(call, soFar);
    call.enqueue(inFlight);
    return inFlight.await(nanos);
  }

  /**
   * Waits for the whole response. If this fails, the request is cancelled, and the thread that
   * reads the response closes it.
   */
  private RawResponse await(long nanos) throws IOException, InterruptedException, TimeoutException {
    try {
      return answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      if (!answer.isDone()) {
        call.cancel();
      }
    }
  }

  @Override
  public void onResponse(Call call, Response response) {
    try (response) {
      answer.complete(RawResponse.read(response, soFar));
    } catch (Throwable e) {
      // An Error too, or the caller would wait for its deadline.
      answer.completeExceptionally(e);
    }
  }

  @Override
  public void onFailure(Call call, IOException e) {
    answer.completeExceptionally(e);
  }
}
