package com.ofauth.access.testing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/** Configures an {@link OfAuthTestProvider}. For use by one thread. */
public final class OfAuthTestProviderBuilder {
  private static final int DEFAULT_CHATS = 50;
  private static final int DEFAULT_MASS_MESSAGES = 25;

  private String apiKey = OfAuthTestProvider.DEFAULT_API_KEY;
  private String connectionId = OfAuthTestProvider.DEFAULT_CONNECTION_ID;
  private InstantSource clock = InstantSource.system();
  private RateLimit rateLimit = RateLimit.documented();
  private ErrorDialect dialect = ErrorDialect.CURRENT;
  private Duration clockSkew = Duration.ZERO;
  private long seed = 1;
  private int chats = DEFAULT_CHATS;
  private int massMessages = DEFAULT_MASS_MESSAGES;

  OfAuthTestProviderBuilder() {}

  /**
   * The API key that the provider takes.
   *
   * @param key {@value OfAuthTestProvider#DEFAULT_API_KEY} by default; not empty
   * @return this
   * @throws IllegalArgumentException if the key is empty
   */
  public OfAuthTestProviderBuilder apiKey(String key) {
    apiKey = notEmpty("apiKey", key);
    return this;
  }

  /**
   * The connection that is there from the start.
   *
   * @param id {@value OfAuthTestProvider#DEFAULT_CONNECTION_ID} by default; not empty
   * @return this
   * @throws IllegalArgumentException if the id is empty
   */
  public OfAuthTestProviderBuilder connectionId(String id) {
    connectionId = notEmpty("connectionId", id);
    return this;
  }

  /**
   * The clock of the rate limit, of {@code Date} and of new messages. Latency and other delays of
   * {@link WireFault} are in real time all the same.
   *
   * @param source the system's clock by default; {@link ManualClock} to simulate
   * @return this
   */
  public OfAuthTestProviderBuilder clock(InstantSource source) {
    clock = Objects.requireNonNull(source, "source");
    return this;
  }

  /**
   * The rate limit of each connection.
   *
   * @param limit {@link RateLimit#documented()} by default
   * @return this
   */
  public OfAuthTestProviderBuilder rateLimit(RateLimit limit) {
    rateLimit = Objects.requireNonNull(limit, "limit");
    return this;
  }

  /**
   * How errors are worded.
   *
   * @param wording {@link ErrorDialect#CURRENT} by default
   * @return this
   */
  public OfAuthTestProviderBuilder errorDialect(ErrorDialect wording) {
    dialect = Objects.requireNonNull(wording, "wording");
    return this;
  }

  /**
   * How far the server's clock is ahead, see {@link OfAuthTestProvider#clockSkew}.
   *
   * @param skew zero by default; negative for behind
   * @return this
   */
  public OfAuthTestProviderBuilder clockSkew(Duration skew) {
    clockSkew = Objects.requireNonNull(skew, "skew");
    return this;
  }

  /**
   * The seed of the generated data.
   *
   * @param number 1 by default
   * @return this
   */
  public OfAuthTestProviderBuilder seed(long number) {
    seed = number;
    return this;
  }

  /**
   * How many chats the connection has that is there from the start.
   *
   * @param count 50 by default; zero or more
   * @return this
   * @throws IllegalArgumentException if the count is negative
   */
  public OfAuthTestProviderBuilder chats(int count) {
    chats = notNegative("count", count);
    return this;
  }

  /**
   * How many sent mass messages the connection has that is there from the start. It has a fifth as
   * many, rounded up, that were taken back, and as many again that are scheduled.
   *
   * @param count 25 by default; zero or more
   * @return this
   * @throws IllegalArgumentException if the count is negative
   */
  public OfAuthTestProviderBuilder massMessages(int count) {
    massMessages = notNegative("count", count);
    return this;
  }

  /**
   * Starts the provider on a free port.
   *
   * @return a provider that listens
   */
  public OfAuthTestProvider start() {
    return new OfAuthTestProvider(
        new Options(
            apiKey, connectionId, clock, rateLimit, dialect, clockSkew, seed, chats, massMessages));
  }

  /** How a provider starts. */
  record Options(
      String apiKey,
      String connectionId,
      InstantSource clock,
      RateLimit rateLimit,
      ErrorDialect dialect,
      Duration clockSkew,
      long seed,
      int chats,
      int massMessages) {}

  private static String notEmpty(String name, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(name + " must not be empty");
    }
    return value;
  }

  private static int notNegative(String name, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must not be negative: " + value);
    }
    return value;
  }
}
