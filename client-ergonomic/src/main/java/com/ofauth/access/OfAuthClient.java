package com.ofauth.access;

import com.ofauth.access.decoding.ValidationMode;
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
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A client of the OFAuth Access API, with the API key, the HTTP connection pool and the limits that
 * all its views share.
 *
 * <p>Immutable and thread-safe. Create one per API key and reuse it. {@link #close()} it when it is
 * no longer needed.
 */
public final class OfAuthClient implements AutoCloseable {
  private static final String DEFAULT_BASE_URL = "https://api-next.ofauth.com";

  private final GeneratedApis apis;
  private final HttpStack stack;
  private final Timeouts timeouts;
  private final Workers workers;
  private final TimeSource timeSource;
  private final Lifecycle lifecycle;
  private final Secrets secrets;
  private final ValidationMode validationMode;
  private final @Nullable String defaultConnectionId;

  OfAuthClient(Builder builder, TimeSource timeSource) {
    this(builder, timeSource, HttpTransport::create);
  }

  OfAuthClient(Builder builder, TimeSource timeSource, HttpTransport.Factory transports) {
    BaseUrl baseUrl = BaseUrl.parse(builder.baseUrl);
    String apiKey = Credentials.requireApiKey(builder.apiKey);
    this.secrets = new Secrets(apiKey);
    if (secrets.isQuotedBy(baseUrl.url().toString())) {
      throw new IllegalArgumentException("baseUrl must not hold the API key (it is not shown)");
    }
    HttpTransport http =
        transports.create(builder.okHttpClient, apiKey, baseUrl.url(), builder.userAgent);
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
    this.timeSource = timeSource;
    this.validationMode = builder.validationMode;
    this.defaultConnectionId = builder.connectionId;
  }

  /** {@return a builder for a client; the API key has to be set} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Creates a client from the environment: {@code OFAUTH_API_KEY}, and if they are set {@code
   * OFAUTH_BASE_URL} and {@code OFAUTH_CONNECTION_ID}.
   *
   * @return a client
   * @throws IllegalStateException if {@code OFAUTH_API_KEY} is not set
   * @throws IllegalArgumentException if a value is invalid
   */
  public static OfAuthClient fromEnv() {
    return fromEnv(System.getenv());
  }

  static OfAuthClient fromEnv(Map<String, String> environment) {
    return builderFromEnv(environment).build();
  }

  static Builder builderFromEnv(Map<String, String> environment) {
    Builder builder = builder();
    if (!isSet(environment, "OFAUTH_API_KEY", builder::apiKey)) {
      throw new IllegalStateException(Credentials.MISSING_API_KEY);
    }
    isSet(environment, "OFAUTH_BASE_URL", builder::baseUrl);
    isSet(environment, "OFAUTH_CONNECTION_ID", builder::connectionId);
    return builder;
  }

  /** Uses the variable if it is set. What is wrong with it is told with its name. */
  private static boolean isSet(
      Map<String, String> environment, String name, Consumer<String> setting) {
    String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      return false;
    }
    try {
      setting.accept(value);
      return true;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The environment variable " + name + " is invalid: " + e.getMessage(), e);
    }
  }

  /**
   * Returns a view of one connected account. Sends no request: the first call fails with a {@link
   * ConnectionNotFoundException} if the connection does not exist.
   *
   * @param connectionId the connection's id, for example {@code conn_123}; visible ASCII characters
   *     only
   * @return a view that shares this client's pool and limits
   * @throws IllegalArgumentException if the id is empty or contains a character that a header
   *     cannot
   */
  public OfAuthConnection connection(String connectionId) {
    Credentials.requireConnectionId(connectionId);
    if (secrets.isQuotedBy(connectionId)) {
      throw new IllegalArgumentException(
          "connection id must not be the API key: it looks like conn_123 (it is not shown)");
    }
    return new OfAuthConnection(timeouts, own -> scope(connectionId, own));
  }

  ConnectionScope scope(String connectionId, Timeouts own) {
    return new ConnectionScope(
        connectionId,
        apis,
        stack.assemble(own),
        secrets,
        validationMode,
        workers,
        lifecycle.whileOpen(timeSource));
  }

  /**
   * Returns a view of the default account, set by {@link Builder#connectionId} or {@code
   * OFAUTH_CONNECTION_ID}.
   *
   * @return a view that shares this client's pool and limits
   * @throws IllegalStateException if no default was set
   */
  public OfAuthConnection connection() {
    if (defaultConnectionId == null) {
      throw new IllegalStateException(
          "No default connection: name one by connection(…), set connectionId(…) on the builder, or set"
              + " OFAUTH_CONNECTION_ID and call OfAuthClient.fromEnv()");
    }
    return connection(defaultConnectionId);
  }

  /**
   * Closes idle connections and threads. Calls in progress complete. New calls, also those of a
   * walk in progress, throw an {@link IllegalStateException}; a watch that waits does so at once.
   * Closing again has no effect. A client that is not closed does not keep the JVM alive.
   *
   * <p>The connection pool of an {@link Builder#okHttpClient own OkHttpClient} is not changed.
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
    private ValidationMode validationMode = ValidationMode.TOLERANT;

    private Builder() {}

    /**
     * Sets the organisation's API key. Required.
     *
     * @param apiKey the key; visible ASCII characters only
     * @return this builder
     * @throws IllegalArgumentException if the key is empty or contains a character that a header
     *     cannot; the key is not shown
     */
    public Builder apiKey(String apiKey) {
      this.apiKey = Credentials.requireApiKey(apiKey);
      return this;
    }

    /**
     * Sets the connection of {@link OfAuthClient#connection()}. None by default.
     *
     * @param connectionId the connection's id, for example {@code conn_123}; visible ASCII
     *     characters only
     * @return this builder
     * @throws IllegalArgumentException if the id is empty or contains a character that a header
     *     cannot
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
     * @throws IllegalArgumentException if it is not such a URL
     */
    public Builder baseUrl(String baseUrl) {
      BaseUrl.parse(baseUrl);
      this.baseUrl = baseUrl;
      return this;
    }

    /**
     * Sets the total timeout of a call: rate-limit waits, all attempts with the waits between them,
     * and the complete response. The default is 2 minutes. A walk over a list makes one call per
     * page. {@link OfAuthConnection#withTimeout} changes it for some calls.
     *
     * @param timeout from 1 ms to 24 days
     * @return this builder
     * @throws IllegalArgumentException if out of range
     */
    public Builder timeout(Duration timeout) {
      this.timeouts = timeouts.withTotal(timeout);
      return this;
    }

    /**
     * Sets the timeout for the TCP connection. The default is 10 seconds. TLS handshake reads use
     * the read timeout.
     *
     * @param timeout from 1 ms to 24 days
     * @return this builder
     * @throws IllegalArgumentException if out of range
     */
    public Builder connectTimeout(Duration timeout) {
      this.timeouts = timeouts.withConnect(timeout);
      return this;
    }

    /**
     * Sets the maximum wait for the next byte of a response. The default is 30 seconds.
     *
     * @param timeout from 1 ms to 24 days
     * @return this builder
     * @throws IllegalArgumentException if out of range
     */
    public Builder readTimeout(Duration timeout) {
      this.timeouts = timeouts.withRead(timeout);
      return this;
    }

    /**
     * Sets how failed attempts are retried. The default is {@link RetryPolicy#defaults()}.
     *
     * @param retryPolicy the policy
     * @return this builder
     */
    public Builder retryPolicy(RetryPolicy retryPolicy) {
      this.retryPolicy = Preconditions.notNull("retryPolicy", retryPolicy);
      return this;
    }

    /**
     * Sets the rate limit of each connection. The default is {@link RateLimitPolicy#defaults()}.
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
     * @param listener a thread-safe and fast listener
     * @return this builder
     */
    public Builder listener(OfAuthListener listener) {
      listeners.add(Preconditions.notNull("listener", listener));
      return this;
    }

    /**
     * Sets the OkHttp client to build on. Its proxy, TLS settings, DNS, connection pool,
     * interceptors and event listener are used. By default the SDK creates its own.
     *
     * <p>The guarantees of the SDK do not change: it uses its own dispatcher, timeouts and retries,
     * and no redirects, authenticator or cache. {@code retryOnConnectionFailure} is always on:
     * OkHttp replaces dead pooled connections and tries further addresses; everything else is
     * retried by the {@linkplain #retryPolicy retry policy} alone. Interceptors see a placeholder
     * instead of the API key. If an interceptor changes the host or proceeds twice, the key is
     * withheld and the call fails. An {@code EventListener} sees the headers with the key: do not
     * use one that logs them. The given client is not changed.
     *
     * <p>Requests are sent on threads of the SDK, because the sockets of the given client may not
     * notice an interrupt; without a client, they are sent on the calling thread. Give the client a
     * connection pool for as many idle connections as there are calls at the same time: OkHttp's
     * default is 5, the SDK's 1,000.
     *
     * @param okHttpClient the client to build on
     * @return this builder
     */
    public Builder okHttpClient(OkHttpClient okHttpClient) {
      this.okHttpClient = Preconditions.notNull("okHttpClient", okHttpClient);
      return this;
    }

    /**
     * Adds your application to the {@code User-Agent} of each request, before the SDK: {@code
     * my-app/1.2 ofauth-access-java/VERSION (java VERSION; okhttp VERSION)}. None by default.
     *
     * @param name the application's name; 1 to 100 characters, letters, digits and {@code
     *     !#$%&'*+.^_`|~-}
     * @param version its version, with the same characters
     * @return this builder
     * @throws IllegalArgumentException if one of them contains another character
     */
    public Builder appInfo(String name, String version) {
      this.userAgent =
          UserAgent.of(
              Preconditions.notNull("name", name), Preconditions.notNull("version", version));
      return this;
    }

    /**
     * Sets how strictly responses are read. The default is {@link ValidationMode#TOLERANT}. A query
     * can have a mode of its own.
     *
     * @param validationMode the mode
     * @return this builder
     */
    public Builder validationMode(ValidationMode validationMode) {
      this.validationMode = Preconditions.notNull("validationMode", validationMode);
      return this;
    }

    /**
     * Creates the client. Sends no request.
     *
     * @return the client
     * @throws NullPointerException if no API key was set
     */
    public OfAuthClient build() {
      return new OfAuthClient(this, TimeSource.SYSTEM);
    }
  }
}
