package com.ofauth.access.internal.http;

import com.ofauth.access.internal.util.NameLookup;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * Sends on the calling thread, which saves a second thread and the way to it. The client must be
 * made by {@link #configure}.
 */
final class InlineExchange implements Exchange {
  private final NameLookup names;

  InlineExchange(NameLookup names) {
    this.names = names;
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
    CompletableFuture<Boolean> ended = cancelAfter(nanos, call);
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
      ended.complete(true);
    }
  }

  /**
   * Cancels a call that takes too long. OkHttp's own timeout of a call would do the same, at a cost
   * that grows with the number of calls: it seeks its place among the timeouts of all of them.
   */
  private static CompletableFuture<Boolean> cancelAfter(long nanos, Call call) {
    CompletableFuture<Boolean> ended =
        new CompletableFuture<Boolean>().orTimeout(nanos, TimeUnit.NANOSECONDS);
    var unused =
        ended.whenComplete(
            (done, timeout) -> {
              if (timeout != null) {
                call.cancel();
              }
            });
    return ended;
  }

  /**
   * Ends Okio's count of the read timeout, which takes a lock of all calls for every 8 KiB. The
   * socket of the connection counts it as well; of HTTP/2, one serves many calls.
   */
  private static void leaveTimeoutToSocket(Response response) {
    if (response.protocol() != Protocol.HTTP_2) {
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
