package com.ofauth.access;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** OkHttp as the stack needs it, whoever gives the client to start from. */
final class HttpClients {
  private HttpClients() {}

  /**
   * A dispatcher without limits of its own, since the rate limit is the one that counts, on threads
   * that keep no JVM alive.
   */
  static Dispatcher dispatcher(ExecutorService threads) {
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    return dispatcher;
  }

  static OkHttpClient configure(OkHttpClient base, Dispatcher dispatcher, Interceptor apiKey) {
    OkHttpClient.Builder builder =
        base.newBuilder()
            // A redirect would take the key to another host.
            .followRedirects(false)
            .followSslRedirects(false)
            // Retries are ours to count, to pay for and to report.
            .retryOnConnectionFailure(false)
            // A page out of a cache would be a slice of another time: paging could not keep its
            // promise.
            .cache(null)
            // The deadline is ours; this one would not count the waiting before the call.
            .callTimeout(Duration.ZERO)
            .dispatcher(dispatcher)
            .addInterceptor(new TimeoutInterceptor());
    // Last, so that no other interceptor comes to see what it adds.
    List<Interceptor> network = builder.networkInterceptors();
    network.add(apiKey);
    return builder.build();
  }
}
