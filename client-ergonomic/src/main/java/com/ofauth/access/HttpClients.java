package com.ofauth.access;

import java.util.List;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** OkHttp as the stack needs it, whoever gives the client to start from. */
final class HttpClients {
  private HttpClients() {}

  static OkHttpClient configure(
      OkHttpClient base, Dispatcher dispatcher, Interceptor timeouts, Interceptor apiKey) {
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
            .callTimeout(java.time.Duration.ZERO)
            .dispatcher(dispatcher)
            .addInterceptor(timeouts);
    // Last, so that no other interceptor comes to see what it adds.
    List<Interceptor> network = builder.networkInterceptors();
    network.add(apiKey);
    return builder.build();
  }
}
