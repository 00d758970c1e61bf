package com.ofauth.access.internal.http;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import okhttp3.Call;

/** Sends a request and reads its response. The calling thread can be interrupted meanwhile. */
interface Exchange {

  /**
   * Sends a request.
   *
   * @param nanos the time until the response must be complete; then the request is cancelled
   * @param soFar receives the part of the response that was read, each time it grows
   * @throws InterruptedException if the thread was interrupted; the request is cancelled
   */
  RawResponse send(Call call, long nanos, Consumer<RawResponse> soFar)
      throws IOException, InterruptedException, TimeoutException;
}
