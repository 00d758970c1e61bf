package com.ofauth.access;

import com.ofauth.access.internal.http.ApiKeyInterceptor;
import com.ofauth.access.internal.http.BaseUrl;
import com.ofauth.access.internal.http.CompositeListener;
import com.ofauth.access.internal.http.Credentials;
import com.ofauth.access.internal.http.HttpStack;
import com.ofauth.access.internal.http.HttpTransport;
import com.ofauth.access.internal.http.Lifecycle;
import com.ofauth.access.internal.http.LogListener;
import com.ofauth.access.internal.http.Secrets;
import com.ofauth.access.internal.http.Timeouts;
import com.ofauth.access.internal.http.UserAgent;
import com.ofauth.access.internal.paging.ConnectionScope;
import com.ofauth.access.internal.paging.GeneratedApis;
import com.ofauth.access.internal.util.Preconditions;
import com.ofauth.access.internal.util.TimeSource;
import com.ofauth.access.internal.util.Workers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The entry to the OFAuth Access API: holds the API key, the pool of HTTP connections and the
 * limits that all views share.
 *
 * <p>Immutable and thread-safe. Make one per API key and keep it; {@link #close()} it when your
 * program is done with it.
 */
public final class OfAuthClient implements AutoCloseable {
  private static final String DEFAULT_BASE_URL = "https://api-next.ofauth.com";

  private final GeneratedApis apis;
  private final HttpStack stack;
  private final Timeouts timeouts;
  private final Workers workers;
  private final Lifecycle lifecycle;
  private final Secrets secrets;
  private final @Nullable String defaultConnectionId;

  OfAuthClient(Builder builder, TimeSource timeSource) {
    BaseUrl baseUrl = BaseUrl.parse(builder.baseUrl);
    String apiKey = Credentials.requireApiKey(builder.apiKey);
    this.secrets = new Secrets(apiKey);
    if (secrets.isQuotedBy(baseUrl.url().toString())) {
      throw new IllegalArgumentException("baseUrl must not hold the API key (it is not shown)");
    }
    HttpTransport http =
        HttpTransport.create(builder.okHttpClient, apiKey, baseUrl.url(), builder.userAgent);
    this.lifecycle = http.lifecycle();
    this.apis = new GeneratedApis(baseUrl.url(), http.client(), ApiKeyInterceptor.PLACEHOLDER);
    this.stack =
        new HttpStack(
            http,
            secrets,
            baseUrl.url().toString(),
            builder.retryPolicy,
            builder.rateLimitPolicy,
            new CompositeListener(builder.listeners),
            timeSource);
    this.timeouts = builder.timeouts;
    this.workers = Workers.create();
    this.defaultConnectionId = builder.connectionId;
  }

  /** {@return a builder for a client; the API key has to be set} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Makes a client from the environment: {@code OFAUTH_API_KEY}, and if they are set {@code
   * OFAUTH_BASE_URL} and {@code OFAUTH_CONNECTION_ID}.
   *
   * @return a client
   * @throws IllegalStateException when {@code OFAUTH_API_KEY} is not set
   * @throws IllegalArgumentException when a value is invalid
   */
  public static OfAuthClient fromEnv() {
    return fromEnv(System.getenv());
  }

  static OfAuthClient fromEnv(Map<String, String> environment) {
    String apiKey = environment.get("OFAUTH_API_KEY");
    if (apiKey == null || apiKey.isEmpty()) {
      throw new IllegalStateException(Credentials.MISSING_API_KEY);
    }
    Builder builder = builder().apiKey(apiKey);
    String baseUrl = environment.get("OFAUTH_BASE_URL");
    if (baseUrl != null && !baseUrl.isEmpty()) {
      builder.baseUrl(baseUrl);
    }
    String connectionId = environment.get("OFAUTH_CONNECTION_ID");
    if (connectionId != null && !connectionId.isEmpty()) {
      builder.connectionId(connectionId);
    }
    return builder.build();
  }

  /**
   * Gives a view of one connected account. Sends nothing; whether the connection exists shows with
   * the first call.
   *
   * @param connectionId the connection's id, for example {@code conn_123}; visible ASCII characters
   *     only
   * @return a view that shares this client's pool and limits
   * @throws IllegalArgumentException when the id is empty or holds a character that a header can't
   */
  public OfAuthConnection connection(String connectionId) {
    Credentials.requireConnectionId(connectionId);
    if (secrets.isQuotedBy(connectionId)) {
      throw new IllegalArgumentException(
          "connection id must not be the API key: it looks like conn_123 (it is not shown)");
    }
    return new OfAuthConnection(
        timeouts,
        own -> new ConnectionScope(connectionId, apis, stack.assemble(own), secrets, workers));
  }

  /**
   * Gives a view of the account that was set as the default, by {@link Builder#connectionId} or
   * {@code OFAUTH_CONNECTION_ID}.
   *
   * @return a view that shares this client's pool and limits
   * @throws IllegalStateException when no default was set
   */
  public OfAuthConnection connection() {
    if (defaultConnectionId == null) {
      throw new IllegalStateException(
          "No default connection: set connectionId(…) on the builder or OFAUTH_CONNECTION_ID in the environment,"
              + " or name the connection");
    }
    return connection(defaultConnectionId);
  }

  /**
   * Ends idle connections and threads. Calls that are under way come to their end; further calls,
   * those of a walk that has begun too, fail with an {@link IllegalStateException}. Closing twice
   * does no harm. A client that is never closed keeps no JVM alive.
   *
   * <p>The connection pool of an {@link Builder#okHttpClient own OkHttpClient} is left alone.
   */
  @Override
  public void close() {
    lifecycle.close();
    workers.close();
  }

  @Override
  public String toString() {
    return "OfAuthClient{apiKey=(not shown)}";
  }

  /** Builds an {@link OfAuthClient}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String apiKey;
    private @Nullable String connectionId;
    private String baseUrl = DEFAULT_BASE_URL;
    private Timeouts timeouts = Timeouts.DEFAULT;
    private RetryPolicy retryPolicy = RetryPolicy.defaults();
    private RateLimitPolicy rateLimitPolicy = RateLimitPolicy.defaults();
    private final List<OfAuthListener> listeners = new ArrayList<>(List.of(new LogListener()));
    private @Nullable OkHttpClient okHttpClient;
    private String userAgent = UserAgent.ofSdk();

    private Builder() {}

    /**
     * Sets the organisation's API key. Required.
     *
     * @param apiKey the key; visible ASCII characters only
     * @return this builder
     * @throws IllegalArgumentException when the key is empty or holds a character that a header
     *     can't; the key is not shown
     */
    public Builder apiKey(String apiKey) {
      this.apiKey = Credentials.requireApiKey(apiKey);
      return this;
    }

    /**
     * Sets the connection that {@link OfAuthClient#connection()} gives. None by default.
     *
     * @param connectionId the connection's id, for example {@code conn_123}; visible ASCII
     *     characters only
     * @return this builder
     * @throws IllegalArgumentException when the id is empty or holds a character that a header
     *     can't
     */
    public Builder connectionId(String connectionId) {
      this.connectionId = Credentials.requireConnectionId(connectionId);
      return this;
    }

    /**
     * Sets the server. The default is {@code https://api-next.ofauth.com}, the server of the API's
     * documentation.
     *
     * @param baseUrl an https URL without query or fragment; plain http only to a loopback address
     * @return this builder
     * @throws IllegalArgumentException when it is not such a URL
     */
    public Builder baseUrl(String baseUrl) {
      BaseUrl.parse(baseUrl);
      this.baseUrl = baseUrl;
      return this;
    }

    /**
     * Sets how long a call may take in all: waiting for the rate limit, every attempt with the
     * waits between them, and the last byte of the answer. The default is 2 minutes. A walk over a
     * list makes one call for each page. {@link OfAuthConnection#withTimeout} sets it for single
     * calls.
     *
     * @param timeout from 1 ms to 24 days
     * @return this builder
     * @throws IllegalArgumentException when out of range
     */
    public Builder timeout(Duration timeout) {
      this.timeouts = timeouts.withTotal(timeout);
      return this;
    }

    /**
     * Sets how long it may take to make a TCP connection. The default is 10 seconds. For each
     * answer of the server's during the TLS handshake the read timeout holds.
     *
     * @param timeout from 1 ms to 24 days
     * @return this builder
     * @throws IllegalArgumentException when out of range
     */
    public Builder connectTimeout(Duration timeout) {
      this.timeouts = timeouts.withConnect(timeout);
      return this;
    }

    /**
     * Sets how long to wait for the next byte of an answer. The default is 30 seconds.
     *
     * @param timeout from 1 ms to 24 days
     * @return this builder
     * @throws IllegalArgumentException when out of range
     */
    public Builder readTimeout(Duration timeout) {
      this.timeouts = timeouts.withRead(timeout);
      return this;
    }

    /**
     * Sets how failed attempts are repeated. The default is {@link RetryPolicy#defaults()}.
     *
     * @param retryPolicy the policy
     * @return this builder
     */
    public Builder retryPolicy(RetryPolicy retryPolicy) {
      this.retryPolicy = Preconditions.notNull("retryPolicy", retryPolicy);
      return this;
    }

    /**
     * Sets how many requests are sent for one connection. The default is {@link
     * RateLimitPolicy#defaults()}.
     *
     * @param rateLimitPolicy the policy
     * @return this builder
     */
    public Builder rateLimitPolicy(RateLimitPolicy rateLimitPolicy) {
      this.rateLimitPolicy = Preconditions.notNull("rateLimitPolicy", rateLimitPolicy);
      return this;
    }

    /**
     * Adds a listener, for metrics and traces. None by default.
     *
     * @param listener thread-safe and quick
     * @return this builder
     */
    public Builder listener(OfAuthListener listener) {
      listeners.add(Preconditions.notNull("listener", listener));
      return this;
    }

    /**
     * Sets the OkHttp client to build on: its proxy, TLS settings, DNS, connection pool,
     * interceptors and event listener are used. By default the SDK makes its own.
     *
     * <p>The guarantees of the SDK stay: it uses a dispatcher and timeouts of its own, follows no
     * redirect, asks no authenticator, keeps no cache and retries by itself. Interceptors see a
     * placeholder in the place of the API key, and a request that one of them turns to another
     * server, or sends a second time, does not get the key and fails. Only an {@code EventListener}
     * is shown the headers as they are written: give none that logs them. The given client itself
     * is not changed.
     *
     * @param okHttpClient the client to build on
     * @return this builder
     */
    public Builder okHttpClient(OkHttpClient okHttpClient) {
      this.okHttpClient = Preconditions.notNull("okHttpClient", okHttpClient);
      return this;
    }

    /**
     * Names your application in the {@code User-Agent} of each request, in front of what the SDK
     * says: {@code my-app/1.2 ofauth-access-java/VERSION (java VERSION; okhttp VERSION)}. None by
     * default.
     *
     * @param name the application's name; 1 to 100 characters, letters, digits and {@code
     *     !#$%&'*+.^_`|~-}
     * @param version its version, of the same characters
     * @return this builder
     * @throws IllegalArgumentException when one of them holds another character
     */
    public Builder appInfo(String name, String version) {
      this.userAgent =
          UserAgent.of(
              Preconditions.notNull("name", name), Preconditions.notNull("version", version));
      return this;
    }

    /**
     * Makes the client. Sends nothing.
     *
     * @return the client
     * @throws NullPointerException when no API key was set
     */
    public OfAuthClient build() {
      return new OfAuthClient(this, TimeSource.SYSTEM);
    }
  }
}
