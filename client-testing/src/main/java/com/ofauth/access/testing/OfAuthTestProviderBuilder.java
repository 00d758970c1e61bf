package com.ofauth.access.testing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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
  private KeepAlive keepAlive = KeepAlive.unlimited();
  private List<InetAddress> addresses = List.of(address("127.0.0.1"));
  private long seed = 1;
  private int chats = DEFAULT_CHATS;
  private int massMessages = DEFAULT_MASS_MESSAGES;

  OfAuthTestProviderBuilder() {}

  /**
   * The API key that the provider accepts.
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
   * The form of error bodies.
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
   * How long connections are kept open.
   *
   * @param limits {@link KeepAlive#unlimited()} by default
   * @return this
   */
  public OfAuthTestProviderBuilder keepAlive(KeepAlive limits) {
    keepAlive = Objects.requireNonNull(limits, "limits");
    return this;
  }

  /**
   * The addresses on which the provider listens, all on one port. Several show how a client deals
   * with a host name of several addresses; see {@link OfAuthTestProvider#addressMode}. On Linux and
   * Windows each address of 127.0.0.0/8 can be used; macOS has 127.0.0.1 only. {@code ::1} needs
   * IPv6.
   *
   * @param literals loopback addresses, {@code 127.0.0.1} alone by default; at least one
   * @return this
   * @throws IllegalArgumentException if there is none, one is no loopback address, or one comes
   *     twice
   */
  public OfAuthTestProviderBuilder addresses(String... literals) {
    List<InetAddress> all = Arrays.stream(literals).map(text -> address(text)).toList();
    if (all.isEmpty() || Set.copyOf(all).size() < all.size()) {
      throw new IllegalArgumentException(
          "addresses must be one or more, each once: " + Arrays.toString(literals));
    }
    addresses = all;
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
   * @throws java.io.UncheckedIOException if this machine lacks one of the addresses
   */
  public OfAuthTestProvider start() {
    return new OfAuthTestProvider(
        new Options(
            apiKey,
            connectionId,
            clock,
            rateLimit,
            dialect,
            clockSkew,
            keepAlive,
            addresses,
            seed,
            chats,
            massMessages));
  }

  /** How a provider starts. */
  record Options(
      String apiKey,
      String connectionId,
      InstantSource clock,
      RateLimit rateLimit,
      ErrorDialect dialect,
      Duration clockSkew,
      KeepAlive keepAlive,
      List<InetAddress> addresses,
      long seed,
      int chats,
      int massMessages) {}

  /** Literals only: no name is looked up. */
  private static InetAddress address(String literal) {
    if (!literal.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      throw new IllegalArgumentException("address must be an IP address: " + literal);
    }
    try {
      InetAddress address = InetAddress.getByName(literal);
      if (!address.isLoopbackAddress()) {
        throw new IllegalArgumentException("address must be a loopback address: " + literal);
      }
      return address;
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("address must be an IP address: " + literal, e);
    }
  }

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
