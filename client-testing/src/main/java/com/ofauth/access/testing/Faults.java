package com.ofauth.access.testing;

import com.ofauth.access.testing.internal.exchange.Reply;
import com.ofauth.access.testing.internal.exchange.RequestContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Schedules faults. Each call adds a rule. All rules that match a request apply, in the order in
 * which they were added, each to the result of the one before it.
 *
 * <pre>{@code
 * provider.faults().next(AnswerFault.rulesOutdated());                  // the next request
 * provider.faults().onRequest(3, AnswerFault.htmlBadGateway());         // the third request
 * provider.faults().always(WireFault.latency(Duration.ofMillis(20))); // every one, beside the others
 * }</pre>
 *
 * <p>A request uses up its fault even if the fault has no effect on it: {@link PageFault} changes
 * pages only, not errors. Safe for use by several threads.
 */
public final class Faults {
  private final Object lock = new Object();
  private final List<Rule> rules = new ArrayList<>();
  private final Queue queue = new Queue();

  /** What to do with one answer; null-free, stateful where it counts. Called in request order. */
  private interface Rule {
    List<Fault> take(RecordedRequest request);
  }

  Faults() {
    rules.add(queue);
  }

  /**
   * Queues faults for one request: the next one for which nothing is queued yet. Called twice, the
   * next request gets the first faults and the one after it the second.
   *
   * @param faults applied together; none for a request without a fault
   */
  public void next(Fault... faults) {
    synchronized (lock) {
      queue.entries.add(List.of(faults));
    }
  }

  /**
   * Queues faults for several requests, as so many calls of {@link #next(Fault...)} would.
   *
   * @param count how many requests, one or more
   * @param faults applied together to each of them
   * @throws IllegalArgumentException if the count is less than one
   */
  public void nextRequests(int count, Fault... faults) {
    require("count", count);
    synchronized (lock) {
      for (int i = 0; i < count; i++) {
        queue.entries.add(List.of(faults));
      }
    }
  }

  /**
   * Faults for the request with this number, as {@link RecordedRequest#number()} counts.
   *
   * @param number one or more
   * @param faults applied together
   * @throws IllegalArgumentException if the number is less than one
   */
  public void onRequest(int number, Fault... faults) {
    require("number", number);
    when(request -> request.number() == number, faults);
  }

  /**
   * Faults for each request whose number is a multiple of this one.
   *
   * @param number one or more; 1 means all
   * @param faults applied together
   * @throws IllegalArgumentException if the number is less than one
   */
  public void every(int number, Fault... faults) {
    require("number", number);
    when(request -> request.number() % number == 0, faults);
  }

  /**
   * Faults for every request.
   *
   * @param faults applied together
   */
  public void always(Fault... faults) {
    when(request -> true, faults);
  }

  /**
   * Faults for the requests that match.
   *
   * @param condition called once for each request, on the provider's thread; must not block. If it
   *     throws, the response is a 500, and {@link OfAuthTestProvider#close()} throws the exception
   * @param faults applied together
   */
  public void when(Predicate<RecordedRequest> condition, Fault... faults) {
    List<Fault> fixed = Arrays.asList(faults.clone());
    synchronized (lock) {
      rules.add(request -> condition.test(request) ? fixed : List.of());
    }
  }

  /** Forgets all rules and what is queued. */
  public void clear() {
    synchronized (lock) {
      queue.entries.clear();
      rules.removeIf(rule -> rule != queue);
    }
  }

  Reply apply(Reply reply, RequestContext context) {
    Reply changed = reply;
    for (Fault fault : take(new RecordedRequest(context.request()))) {
      changed = fault.effect().apply(changed, context);
    }
    return changed;
  }

  private List<Fault> take(RecordedRequest request) {
    synchronized (lock) {
      List<Fault> taken = new ArrayList<>();
      // A copy: a condition may add rules for later requests.
      for (Rule rule : List.copyOf(rules)) {
        taken.addAll(rule.take(request));
      }
      return taken;
    }
  }

  private static void require(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1: " + value);
    }
  }

  /** Each request takes the first entry away. Always the first rule. */
  private static final class Queue implements Rule {
    private final java.util.Queue<List<Fault>> entries = new java.util.ArrayDeque<>();

    @Override
    public List<Fault> take(RecordedRequest request) {
      List<Fault> taken = entries.poll();
      return taken == null ? List.of() : taken;
    }
  }
}
