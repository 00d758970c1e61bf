package com.ofauth.access.testing;

import com.ofauth.access.testing.internal.service.Seeds;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Random change between requests, the same for the same seed: for property tests of paging.
 *
 * <pre>{@code
 * provider.onRequest(Churn.seeded(42).atMost(3).untilRequest(100).of(connection.chats()));
 * }</pre>
 *
 * <p>What happens before a request depends on the seed and the number of the request alone, so a
 * schedule can be read beforehand and shrunk. Immutable.
 */
public final class Churn {
  private final long seed;
  private final int atMost;
  private final int lastRequest;

  private Churn(long seed, int atMost, int lastRequest) {
    this.seed = seed;
    this.atMost = atMost;
    this.lastRequest = lastRequest;
  }

  /**
   * Two changes at most before each request, without end.
   *
   * @param seed any number
   * @return churn of this seed
   */
  public static Churn seeded(long seed) {
    return new Churn(seed, 2, Integer.MAX_VALUE);
  }

  /**
   * The same with another measure.
   *
   * @param changes how many there are at most before one request, zero or more; any number up to it
   *     is equally likely
   * @return new churn
   * @throws IllegalArgumentException if the number is negative
   */
  public Churn atMost(int changes) {
    if (changes < 0) {
      throw new IllegalArgumentException("changes must not be negative: " + changes);
    }
    return new Churn(seed, changes, lastRequest);
  }

  /**
   * The same with an end.
   *
   * @param number the last request before which something changes
   * @return new churn
   */
  public Churn untilRequest(int number) {
    return new Churn(seed, atMost, number);
  }

  /**
   * What happens to chats before a request.
   *
   * @param request its number
   * @return an immutable list
   */
  public List<ChatChange> chatChanges(int request) {
    Random random = random(request);
    return Stream.generate(() -> ChatChange.random(random)).limit(count(random, request)).toList();
  }

  /**
   * What happens to mass messages before a request.
   *
   * @param request its number
   * @return an immutable list
   */
  public List<MassMessageChange> massMessageChanges(int request) {
    Random random = random(request);
    return Stream.generate(() -> MassMessageChange.random(random))
        .limit(count(random, request))
        .toList();
  }

  /**
   * A callback that changes chats.
   *
   * @param chats to be changed
   * @return for {@link OfAuthTestProvider#onRequest}
   */
  public Consumer<RecordedRequest> of(TestChats chats) {
    return request -> chatChanges(request.number()).forEach(change -> change.applyTo(chats));
  }

  /**
   * A callback that changes mass messages.
   *
   * @param messages to be changed
   * @return for {@link OfAuthTestProvider#onRequest}
   */
  public Consumer<RecordedRequest> of(TestMassMessages messages) {
    return request ->
        massMessageChanges(request.number()).forEach(change -> change.applyTo(messages));
  }

  private int count(Random random, int request) {
    return request > lastRequest ? 0 : random.nextInt(atMost + 1);
  }

  private Random random(int request) {
    return Seeds.random(seed, 'r', request);
  }

  @Override
  public String toString() {
    return "Churn[seed " + seed + ", at most " + atMost + "]";
  }
}
