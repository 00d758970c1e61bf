package com.ofauth.access.internal.http;

import com.ofauth.access.internal.util.Workers;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * OkHttp, configured for the stack, and the life cycle of its threads and connections. The client
 * to start from is the user's or OkHttp's default.
 */
public record HttpTransport(OkHttpClient client, Lifecycle lifecycle) {

  /** Built on the user's own client, or on one of OkHttp's defaults. */
  public static HttpTransport create(
      @Nullable OkHttpClient own, String apiKey, HttpUrl baseUrl, String userAgent) {
    ThreadPoolExecutor threads = senders();
    OkHttpClient client =
        configure(
            own == null ? new OkHttpClient() : own,
            dispatcher(threads),
            userAgent,
            new ApiKeyInterceptor(apiKey, baseUrl));
    Runnable releaseIdle =
        () -> {
          threads.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
          // The pool of a user's client may serve others too.
          if (own == null) {
            client.connectionPool().evictAll();
          }
        };
    return new HttpTransport(client, new Lifecycle(releaseIdle));
  }

  private static ThreadPoolExecutor senders() {
    ThreadPoolExecutor threads = Workers.daemons("ofauth-access-sender");
    ThreadFactory daemons = threads.getThreadFactory();
    threads.setThreadFactory(
        task -> {
          Thread thread = daemons.newThread(task);
          // What a user's interceptor throws is given to the caller; on stderr it would only be
          // noise.
          thread.setUncaughtExceptionHandler((dying, e) -> {});
          return thread;
        });
    return threads;
  }

  private static OkHttpClient configure(
      OkHttpClient base, Dispatcher dispatcher, String userAgent, ApiKeyInterceptor apiKey) {
    OkHttpClient.Builder builder =
        base.newBuilder()
            // A redirect would take the key to another host.
            .followRedirects(false)
            .followSslRedirects(false)
            // It replaces a pooled connection that is dead, and tries the next address. Both are
            // free;
            // what else it would send again is stopped by SendOnceTag and hidden by FollowUps.
            .retryOnConnectionFailure(true)
            // An authenticator sends the request again by itself; one for a proxy stays.
            .authenticator(Authenticator.NONE)
            // A page out of a cache would be a slice of another time: paging could not keep its
            // promise.
            .cache(null)
            // The deadline is ours; this one would not count the waiting before the call.
            .callTimeout(Duration.ZERO)
            .dispatcher(dispatcher)
            .addInterceptor(new TimeoutInterceptor())
            // Last, so that no other interceptor comes to see what it adds.
            .addNetworkInterceptor(apiKey);
    FollowUps.prevent(builder);
    // First, so that an interceptor of the user's can change them.
    builder.interceptors().add(0, chain -> chain.proceed(withHeaders(chain.request(), userAgent)));
    return builder.build();
  }

  private static Request withHeaders(Request request, String userAgent) {
    return request
        .newBuilder()
        .header("Accept", "application/json")
        .header("User-Agent", userAgent)
        .build();
  }

  /**
   * A dispatcher without limits, because the rate limit applies, on threads that do not keep the
   * JVM alive.
   */
  private static Dispatcher dispatcher(ThreadPoolExecutor threads) {
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    return dispatcher;
  }
}
