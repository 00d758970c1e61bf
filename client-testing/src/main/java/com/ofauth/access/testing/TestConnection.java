package com.ofauth.access.testing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connected creator account of the provider: what it lists, its session, its permissions, its
 * rate limit. Safe for use by several threads.
 */
public final class TestConnection {
  private final Object lock = new Object();
  private final String id;
  private final InstantSource clock;
  private final TestChats chats;
  private final TestMassMessages sent;
  private final TestMassMessages unsent;
  private final TestMassMessages scheduled;
  private final RateLimit firstRateLimit;
  private final Set<String> permissions = new HashSet<>(Set.of(AccessApi.PERMISSION));
  private Session session = Session.ACTIVE;
  private RateLimit rateLimit;
  private @Nullable TokenBucket bucket;
  private int rateLimitedCount;

  private enum Session {
    ACTIVE,
    MISSING,
    EXPIRED
  }

  TestConnection(String id, InstantSource clock, RateLimit rateLimit, SampleData data) {
    this.id = id;
    this.clock = clock;
    this.firstRateLimit = rateLimit;
    this.rateLimit = rateLimit;
    this.chats = new TestChats(lock, clock, data);
    this.sent = new TestMassMessages(lock, data::sentEntry);
    this.unsent = new TestMassMessages(lock, data::unsentEntry);
    this.scheduled = new TestMassMessages(lock, data::scheduledEntry);
  }

  /**
   * The id that the header {@code x-connection-id} names.
   *
   * @return the id
   */
  public String id() {
    return id;
  }

  /**
   * Its chats.
   *
   * @return to look at and to change
   */
  public TestChats chats() {
    return chats;
  }

  /**
   * The mass messages that were sent: the endpoint's default.
   *
   * @return to look at and to change
   */
  public TestMassMessages massMessages() {
    return sent;
  }

  /**
   * The mass messages that were taken back.
   *
   * @return to look at and to change
   */
  public TestMassMessages unsentMassMessages() {
    return unsent;
  }

  /**
   * The mass messages that are to be sent later.
   *
   * @return to look at and to change
   */
  public TestMassMessages scheduledMassMessages() {
    return scheduled;
  }

  /**
   * Runs several changes of this connection so that no request sees a part of them.
   *
   * @param changes must not wait for a request
   */
  public void change(Runnable changes) {
    synchronized (lock) {
      changes.run();
    }
  }

  /** Lets the creator's session expire: 401 {@code SESSION_EXPIRED}. */
  public void expireSession() {
    session(Session.EXPIRED);
  }

  /** Takes the session data away: 401 {@code SESSION_NOT_PROVIDED}. */
  public void dropSession() {
    session(Session.MISSING);
  }

  /** Makes the session good again, as reconnecting through Link does. */
  public void renewSession() {
    session(Session.ACTIVE);
  }

  /**
   * Takes a permission away: without {@code messages:read} both lists answer 403.
   *
   * @param permission for example {@code messages:read}
   */
  public void revokePermission(String permission) {
    synchronized (lock) {
      permissions.remove(permission);
    }
  }

  /**
   * Gives a permission. A connection has {@code messages:read} from the start.
   *
   * @param permission for example {@code messages:read}
   */
  public void grantPermission(String permission) {
    synchronized (lock) {
      permissions.add(permission);
    }
  }

  /**
   * Sets this connection's rate limit, with a full bucket.
   *
   * @param limit in the place of the provider's
   */
  public void rateLimit(RateLimit limit) {
    synchronized (lock) {
      rateLimit = limit;
      bucket = null;
    }
  }

  /**
   * Takes tokens as another process with the same connection would.
   *
   * @param tokens zero or more; the bucket does not go below empty
   * @throws IllegalArgumentException if the number is negative
   */
  public void spendTokens(int tokens) {
    if (tokens < 0) {
      throw new IllegalArgumentException("tokens must not be negative: " + tokens);
    }
    synchronized (lock) {
      if (!rateLimit.isNone()) {
        Instant now = clock.instant();
        bucket(now).spend(tokens, now);
      }
    }
  }

  /**
   * How many requests of this connection were answered with 429 for want of a token.
   *
   * @return zero or more
   */
  public int rateLimitedCount() {
    synchronized (lock) {
      return rateLimitedCount;
    }
  }

  void reset() {
    synchronized (lock) {
      chats.reset();
      sent.reset();
      unsent.reset();
      scheduled.reset();
      permissions.clear();
      permissions.add(AccessApi.PERMISSION);
      session = Session.ACTIVE;
      rateLimit = firstRateLimit;
      bucket = null;
      rateLimitedCount = 0;
    }
  }

  /** Takes a token for one request. */
  RateDecision takeToken(Instant now, Instant serverTime) {
    synchronized (lock) {
      if (rateLimit.isNone()) {
        return RateDecision.UNLIMITED;
      }
      TokenBucket tokens = bucket(now);
      boolean allowed = tokens.take(now);
      if (!allowed) {
        rateLimitedCount++;
      }
      return RateDecision.of(allowed, rateLimit, tokens, now, serverTime);
    }
  }

  /** What the state of the account forbids, or null. */
  @Nullable ApiError refusal() {
    synchronized (lock) {
      return switch (session) {
        case MISSING -> ApiError.SESSION_NOT_PROVIDED;
        case EXPIRED -> ApiError.SESSION_EXPIRED;
        case ACTIVE -> permissions.contains(AccessApi.PERMISSION) ? null : ApiError.FORBIDDEN;
      };
    }
  }

  private void session(Session changed) {
    synchronized (lock) {
      session = changed;
    }
  }

  private TokenBucket bucket(Instant now) {
    TokenBucket known = bucket;
    if (known == null) {
      known = new TokenBucket(rateLimit.perMinute(), rateLimit.burst(), now);
      bucket = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return "TestConnection[" + id + "]";
  }
}
