package com.ofauth.access.testing;

import com.ofauth.access.testing.internal.exchange.PageBody;
import com.ofauth.access.testing.internal.exchange.PageBody.Asked;
import com.ofauth.access.testing.internal.service.AccessApi;
import com.ofauth.access.testing.internal.service.Account;
import com.ofauth.access.testing.internal.service.ApiError;
import com.ofauth.access.testing.internal.service.ChatSelection;
import com.ofauth.access.testing.internal.service.Limit;
import com.ofauth.access.testing.internal.service.RateDecision;
import com.ofauth.access.testing.internal.service.TokenBucket;
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
  private final Limit firstLimit;
  private final Account account = new State();
  private final Set<String> permissions = new HashSet<>(Set.of(AccessApi.PERMISSION));
  private Session session = Session.ACTIVE;
  private Limit limit;
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
    this.firstLimit = rateLimit.limit();
    this.limit = firstLimit;
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
   * @return the live object; changes show in the next request
   */
  public TestChats chats() {
    return chats;
  }

  /**
   * The sent mass messages, the default of the endpoint.
   *
   * @return the live object; changes show in the next request
   */
  public TestMassMessages massMessages() {
    return sent;
  }

  /**
   * The mass messages that were unsent.
   *
   * @return the live object; changes show in the next request
   */
  public TestMassMessages unsentMassMessages() {
    return unsent;
  }

  /**
   * The scheduled mass messages.
   *
   * @return the live object; changes show in the next request
   */
  public TestMassMessages scheduledMassMessages() {
    return scheduled;
  }

  /**
   * Runs several changes of this connection as one: no request sees only a part of them.
   *
   * @param changes must not wait for a request
   */
  public void change(Runnable changes) {
    synchronized (lock) {
      changes.run();
    }
  }

  /** Expires the creator's session: 401 {@code SESSION_EXPIRED}. */
  public void expireSession() {
    session(Session.EXPIRED);
  }

  /** Removes the session data: 401 {@code SESSION_NOT_PROVIDED}. */
  public void dropSession() {
    session(Session.MISSING);
  }

  /** Renews the session, as reconnecting through Link does. */
  public void renewSession() {
    session(Session.ACTIVE);
  }

  /**
   * Revokes a permission: without {@code messages:read} both lists return 403.
   *
   * @param permission for example {@code messages:read}
   */
  public void revokePermission(String permission) {
    synchronized (lock) {
      permissions.remove(permission);
    }
  }

  /**
   * Grants a permission. A connection has {@code messages:read} from the start.
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
   * @param limit replaces the limit of the provider
   */
  public void rateLimit(RateLimit limit) {
    synchronized (lock) {
      this.limit = limit.limit();
      bucket = null;
    }
  }

  /**
   * Uses tokens, as another process with the same connection does.
   *
   * @param tokens zero or more; the bucket does not go below empty
   * @throws IllegalArgumentException if the number is negative
   */
  public void spendTokens(int tokens) {
    if (tokens < 0) {
      throw new IllegalArgumentException("tokens must not be negative: " + tokens);
    }
    synchronized (lock) {
      if (!limit.isNone()) {
        Instant now = clock.instant();
        bucket(now).spend(tokens, now);
      }
    }
  }

  /**
   * The number of 429 responses of this connection's rate limit.
   *
   * @return zero or more
   */
  public int rateLimitedCount() {
    synchronized (lock) {
      return rateLimitedCount;
    }
  }

  /** Goes back to the start, with generated data. */
  void fill(int chatCount, int massMessageCount) {
    synchronized (lock) {
      permissions.clear();
      permissions.add(AccessApi.PERMISSION);
      session = Session.ACTIVE;
      limit = firstLimit;
      bucket = null;
      rateLimitedCount = 0;
      int fifth = (massMessageCount + 4) / 5;
      chats.restart(chatCount);
      sent.restart(massMessageCount);
      unsent.restart(fifth);
      scheduled.restart(fifth);
    }
  }

  /** This connection as the rules of the service see it. */
  Account account() {
    return account;
  }

  private final class State implements Account {
    @Override
    public RateDecision takeToken(Instant now, Instant serverTime) {
      synchronized (lock) {
        if (limit.isNone()) {
          return RateDecision.UNLIMITED;
        }
        TokenBucket tokens = bucket(now);
        boolean allowed = tokens.take(now);
        if (!allowed) {
          rateLimitedCount++;
        }
        return RateDecision.of(allowed, limit, tokens, now, serverTime);
      }
    }

    @Override
    public @Nullable ApiError refusal() {
      synchronized (lock) {
        return switch (session) {
          case MISSING -> ApiError.SESSION_NOT_PROVIDED;
          case EXPIRED -> ApiError.SESSION_EXPIRED;
          case ACTIVE -> permissions.contains(AccessApi.PERMISSION) ? null : ApiError.FORBIDDEN;
        };
      }
    }

    @Override
    public PageBody chats(ChatSelection selection, Asked asked) {
      return chats.page(selection, asked);
    }

    @Override
    public PageBody massMessages(String type, Asked asked) {
      return switch (type) {
        case "unsent" -> unsent.page(asked);
        case "scheduled" -> scheduled.page(asked);
        default -> sent.page(asked);
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
      known = new TokenBucket(limit.perMinute(), limit.burst(), now);
      bucket = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return "TestConnection[" + id + "]";
  }
}
