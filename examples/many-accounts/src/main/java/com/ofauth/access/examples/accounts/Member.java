package com.ofauth.access.examples.accounts;

import com.ofauth.access.CallInfo;
import com.ofauth.access.CallOutcome;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.examples.accounts.AccountWorker.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One member at work: it runs the connections whose entries in the map of accounts belong on this
 * member. Hazelcast moves entries when members come and go, and the connections move with them.
 */
final class Member implements OfAuthListener, AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(500);
  private static final int MAX_PROBLEMS = 20;

  private final Settings settings;
  private final Cluster cluster;
  private final Sink sink;
  private final OfAuthClient client;
  private final Map<String, AccountWorker> workers = new ConcurrentHashMap<>();
  private final AtomicLong items = new AtomicLong();
  private final AtomicLong requests = new AtomicLong();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledExecutorService board = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService starters = Executors.newFixedThreadPool(8);

  Member(Settings settings, Cluster cluster, Sink sink) {
    this.settings = settings;
    this.cluster = cluster;
    this.sink = sink;
    this.client =
        settings
            .client()
            .rateLimitPolicy(settings.rateLimit().withBuckets(cluster.buckets()))
            .listener(this)
            .build();
  }

  void start() {
    Future<?> unused =
        clock.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    // On another thread, since it waits for other members.
    Future<?> unusedToo =
        board.scheduleWithFixedDelay(
            this::tell, 0, settings.interval().toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void onAttempt(CallInfo call, CallOutcome outcome) {
    requests.incrementAndGet();
  }

  private void tick() {
    try {
      run(cluster.mine(settings.connections()));
    } catch (RuntimeException e) {
      // A tick that throws would be the last one.
      System.err.println("A tick failed: " + e);
    }
  }

  private void run(Set<String> owned) {
    workers
        .entrySet()
        .removeIf(
            worker -> {
              boolean gone = !owned.contains(worker.getKey());
              if (gone) {
                worker.getValue().stop();
              }
              return gone;
            });
    owned.forEach(
        id ->
            workers.computeIfAbsent(
                id,
                key ->
                    new AccountWorker(
                        client.connection(key), cluster, sink, settings.interval(), items)));
    startDue();
  }

  /** Starts as many as are due, the longest waiting first, and more when one has ended. */
  private void startDue() {
    long running = workers.values().stream().filter(AccountWorker::isRunning).count();
    workers.values().stream()
        .filter(worker -> worker.overdue() >= 0)
        .sorted(Comparator.comparingLong(AccountWorker::overdue).reversed())
        .limit(Math.max(0, settings.atOnce() - running))
        .toList()
        .forEach(
            worker -> {
              CompletableFuture<?> unused =
                  worker
                      .start(starters)
                      .whenComplete((ended, failure) -> clock.execute(this::startDue));
            });
  }

  /** Tells what this member does; the oldest prints it all. */
  private void tell() {
    try {
      cluster.show(summary());
      if (cluster.isOldest()) {
        Summary.print(cluster.shown(), System.out);
      }
    } catch (RuntimeException e) {
      System.err.println("The table is not up to date: " + e.getMessage());
    }
  }

  private Summary summary() {
    TreeMap<State, Integer> states = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (AccountWorker worker : workers.values()) {
      State state = worker.state();
      states.merge(state, 1, Integer::sum);
      if ((state == State.EXPIRED || state == State.FAILING) && problems.size() < MAX_PROBLEMS) {
        problems.add(worker.problem());
      }
    }
    return new Summary(states, List.copyOf(problems), items.get(), requests.get());
  }

  @Override
  public void close() {
    clock.shutdownNow();
    board.shutdownNow();
    run(Set.of());
    starters.shutdownNow();
    client.close();
  }
}
