package com.ofauth.access.internal.http;

import com.ofauth.access.internal.util.NameLookup;
import com.ofauth.access.internal.util.Workers;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * OkHttp, configured for the stack, and the life cycle of its threads and connections. The client
 * to start from is the user's or OkHttp's default.
 */
public final class HttpTransport {
  /** As many as there were calls at once: what closes them is that nobody uses them. */
  private static final int MAX_IDLE_CONNECTIONS = 1_000;

  private static final int IDLE_MILLIS_AFTER_CLOSE = 100;
  private static final String PROXY_CREDENTIALS = "Proxy-Authorization";

  /** OkHttp's default. */
  private static final int IDLE_MINUTES = 5;

  private final OkHttpClient client;
  private final Exchange exchange;
  private final Lifecycle lifecycle;

  /** Makes a transport of the user's client, if there is one. */
  public interface Factory {
    HttpTransport create(
        @Nullable OkHttpClient own, String apiKey, HttpUrl baseUrl, String userAgent);
  }

  private HttpTransport(OkHttpClient client, Exchange exchange, Lifecycle lifecycle) {
    this.client = client;
    this.exchange = exchange;
    this.lifecycle = lifecycle;
  }

  /** Built on the user's own client, or on one of OkHttp's defaults. */
  public static HttpTransport create(
      @Nullable OkHttpClient own, String apiKey, HttpUrl baseUrl, String userAgent) {
    if (own != null) {
      return dispatched(own, /* ownsPool= */ false, apiKey, baseUrl, userAgent);
    }
    OkHttpClient.Builder defaults =
        new OkHttpClient.Builder()
            .connectionPool(
                new ConnectionPool(MAX_IDLE_CONNECTIONS, IDLE_MINUTES, TimeUnit.MINUTES));
    OkHttpClient base = defaults.build();
    return usesSocks(base, baseUrl)
        ? dispatched(base, /* ownsPool= */ true, apiKey, baseUrl, userAgent)
        : inline(base, apiKey, baseUrl, userAgent);
  }

  /** Sends on the calling threads. Sockets and event listener of the base are not used. */
  public static HttpTransport inline(
      OkHttpClient base, String apiKey, HttpUrl baseUrl, String userAgent) {
    ScheduledThreadPoolExecutor timer = Workers.timer("ofauth-access-timer");
    InlineExchange exchange =
        new InlineExchange(
            new NameLookup(base.dns(), Workers.daemons("ofauth-access-name-lookup")), timer);
    OkHttpClient client = exchange.configure(configure(base, userAgent, apiKey, baseUrl)).build();
    Runnable releaseIdle =
        () -> {
          // Not a shutdown: a call in progress may have a retry to come.
          timer.setKeepAliveTime(IDLE_MILLIS_AFTER_CLOSE, TimeUnit.MILLISECONDS);
          client.connectionPool().evictAll();
        };
    return new HttpTransport(client, exchange, new Lifecycle(releaseIdle));
  }

  /** Sends on threads of OkHttp's dispatcher. */
  private static HttpTransport dispatched(
      OkHttpClient base, boolean ownsPool, String apiKey, HttpUrl baseUrl, String userAgent) {
    Workers senders = Workers.silent("ofauth-access-sender");
    OkHttpClient client =
        configure(base, userAgent, apiKey, baseUrl).dispatcher(dispatcher(senders)).build();
    Runnable releaseIdle =
        () -> {
          senders.releaseIdle();
          // The pool of a user's client may serve others too.
          if (ownsPool) {
            client.connectionPool().evictAll();
          }
        };
    return new HttpTransport(client, InFlight::send, new Lifecycle(releaseIdle));
  }

  public OkHttpClient client() {
    return client;
  }

  Exchange exchange() {
    return exchange;
  }

  public Lifecycle lifecycle() {
    return lifecycle;
  }

  /** OkHttp makes the sockets for such a proxy itself, and they are not interruptible. */
  private static boolean usesSocks(OkHttpClient client, HttpUrl baseUrl) {
    for (Proxy proxy : client.proxySelector().select(baseUrl.uri())) {
      if (proxy.type() == Proxy.Type.SOCKS) {
        return true;
      }
    }
    return false;
  }

  private static OkHttpClient.Builder configure(
      OkHttpClient base, String userAgent, String apiKey, HttpUrl baseUrl) {
    OkHttpClient.Builder builder =
        base.newBuilder()
            // A redirect would take the key to another host.
            .followRedirects(false)
            .followSslRedirects(false)
            // It replaces a pooled connection that is dead, and tries the next address. Both are
            // free; what else it would send again is stopped by SendOnceTag and hidden by
            // FollowUps.
            .retryOnConnectionFailure(true)
            // An authenticator sends the request again by itself; one for a proxy stays.
            .authenticator(Authenticator.NONE)
            // A page out of a cache would be a slice of another time: paging could not keep its
            // promise.
            .cache(null)
            // The deadline is ours; this one would not count the waiting before the call.
            .callTimeout(Duration.ZERO)
            .addInterceptor(new TimeoutInterceptor())
            // Last, so that no other interceptor comes to see what it adds.
            .addNetworkInterceptor(new ApiKeyInterceptor(apiKey, baseUrl));
    FollowUps.prevent(builder);
    if (base.proxyAuthenticator() != Authenticator.NONE) {
      builder.proxyAuthenticator(new Once(base.proxyAuthenticator()));
    }
    // First, so that an interceptor of the user's can change them.
    builder.interceptors().add(0, chain -> chain.proceed(withHeaders(chain.request(), userAgent)));
    return builder;
  }

  /**
   * Offers a proxy nothing again that it has refused; OkHttp would ask 20 times, or for ever. A
   * record, since OkHttp shares connections between clients whose authenticators are equal.
   */
  private record Once(Authenticator proxy) implements Authenticator {
    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response)
        throws IOException {
      Request next = proxy.authenticate(route, response);
      return next == null || isSame(next, response.request()) ? null : next;
    }

    private static boolean isSame(Request next, Request refused) {
      String credentials = next.header(PROXY_CREDENTIALS);
      return next.headers().equals(refused.headers())
          || (credentials != null && credentials.equals(refused.header(PROXY_CREDENTIALS)));
    }
  }

  private static Request withHeaders(Request request, String userAgent) {
    return request
        .newBuilder()
        .header("Accept", "application/json")
        .header("User-Agent", userAgent)
        .build();
  }

  /** A dispatcher without limits, because the rate limit applies. */
  private static Dispatcher dispatcher(Workers threads) {
    Dispatcher dispatcher = new Dispatcher(threads.service());
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    return dispatcher;
  }
}
