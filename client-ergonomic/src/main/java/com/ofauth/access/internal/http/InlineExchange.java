package com.ofauth.access.internal.http;

import com.ofauth.access.internal.util.NameLookup;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Sends on the calling thread, which saves a second thread and the way to it. The client must be
 * made by {@link #configure}.
 */
final class InlineExchange implements Exchange {
  private final NameLookup names;
  private final ScheduledExecutorService timer;

  /**
   * @param timer cancels the calls that take too long
   */
  InlineExchange(NameLookup names, ScheduledExecutorService timer) {
    this.names = names;
    this.timer = timer;
  }

  /** Makes all that a call waits for interruptible. */
  OkHttpClient.Builder configure(OkHttpClient.Builder client) {
    return client.dns(names).socketFactory(new ChannelSockets());
  }

  @Override
  public RawResponse send(Call call, long nanos, Consumer<RawResponse> soFar)
      throws IOException, InterruptedException, TimeoutException {
    if (nanos <= 0) {
      throw new TimeoutException();
    }
    long end = System.nanoTime() + nanos;
    // OkHttp's own timeout of a call does the same, but seeks its place among all that are running.
    Future<?> cancelling = timer.schedule(call::cancel, nanos, TimeUnit.NANOSECONDS);
    names.endAt(end);
    try (Response response = call.execute()) {
      leaveTimeoutToSocket(response);
      return RawResponse.read(response, soFar);
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw caused(new InterruptedException(), e);
      }
      if (call.isCanceled() || System.nanoTime() - end >= 0) {
        throw caused(new TimeoutException(), e);
      }
      throw e;
    } finally {
      names.endAnyTime();
      cancelling.cancel(/* mayInterruptIfRunning= */ false);
    }
  }

  /**
   * Ends Okio's count of the read timeout, which takes a lock of all calls for every 8 KiB. The
   * socket counts it as well, unless many calls share it.
   */
  private static void leaveTimeoutToSocket(Response response) {
    if (!FollowUps.isShared(response.protocol())) {
      RawResponse.source(response).timeout().clearTimeout();
    }
  }

  /** Stops OkHttp from recovering what an interrupt ended, at the cost of further connections. */
  static void giveUpIfInterrupted(Call call) {
    if (Thread.currentThread().isInterrupted()) {
      call.cancel();
    }
  }

  private static <E extends Exception> E caused(E exception, IOException cause) {
    exception.initCause(cause);
    return exception;
  }
}
