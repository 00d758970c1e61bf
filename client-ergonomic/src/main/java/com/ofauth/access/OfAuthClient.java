package com.ofauth.access;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import okhttp3.Dispatcher;
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

  private final OkHttpClient http;
  private final Wire wire;
  private final HttpStack stack;
  private final Timeouts timeouts;
  private final ExecutorService workers;
  private final @Nullable String defaultConnectionId;

  private OfAuthClient(Builder builder) {
    BaseUrl baseUrl = BaseUrl.parse(builder.baseUrl);
    String apiKey =
        Credentials.requireApiKey(
            Objects.requireNonNull(
                builder.apiKey, "apiKey must be set: OfAuthClient.builder().apiKey(…)"));
    this.http =
        HttpClients.configure(
            new OkHttpClient(),
            new Dispatcher(),
            new TimeoutInterceptor(),
            new ApiKeyInterceptor(apiKey, baseUrl.url()));
    this.wire = new Wire(baseUrl.url(), http, ApiKeyInterceptor.PLACEHOLDER);
    this.stack = new HttpStack(http, new Secrets(apiKey), Timing.SYSTEM);
    this.timeouts = Timeouts.DEFAULT;
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
      throw new IllegalStateException("The environment variable OFAUTH_API_KEY is not set");
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
    return new OfAuthConnection(
        timeouts, own -> new ConnectionScope(connectionId, wire, stack.assemble(own), workers));
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
   * Ends idle connections and threads. Calls that are under way come to their end; further calls
   * fail.
   */
  @Override
  public void close() {
    workers.shutdownNow();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
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
     * Makes the client. Sends nothing.
     *
     * @return the client
     * @throws NullPointerException when no API key was set
     */
    public OfAuthClient build() {
      return new OfAuthClient(this);
    }
  }
}
