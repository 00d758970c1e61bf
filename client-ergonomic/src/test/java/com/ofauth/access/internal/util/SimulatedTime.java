package com.ofauth.access.internal.util;

import com.ofauth.access.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Time that passes only while somebody waits, shared with the provider by its clock. What is
 * scheduled happens when its time comes in the middle of a wait. Everything is the same in each
 * run.
 */
public final class SimulatedTime implements TimeSource {
  private record Event(long at, Runnable action) {}

  private final ManualClock clock = ManualClock.create();
  private final Instant start = clock.instant();
  private final Random random = new Random(42);
  private final PriorityQueue<Event> events =
      new PriorityQueue<>((a, b) -> Long.compare(a.at(), b.at()));
  private final List<Duration> sleeps = new ArrayList<>();

  public ManualClock clock() {
    return clock;
  }

  public synchronized Duration elapsed() {
    return Duration.between(start, clock.instant());
  }

  public synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  public synchronized void at(Duration sinceStart, Runnable action) {
    events.add(new Event(sinceStart.toNanos(), action));
  }

  /** Lets time pass, as work or a network would. */
  public synchronized void pass(Duration time) {
    long end = nanoTime() + time.toNanos();
    while (!events.isEmpty() && events.peek().at() <= end) {
      Event event = events.remove();
      moveTo(event.at());
      event.action().run();
    }
    moveTo(end);
  }

  @Override
  public long nanoTime() {
    return Duration.between(start, clock.instant()).toNanos();
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void sleep(long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before a simulated sleep");
    }
    synchronized (this) {
      sleeps.add(Duration.ofNanos(nanos));
    }
    pass(Duration.ofNanos(nanos));
  }

  @Override
  public synchronized double random() {
    return random.nextDouble();
  }

  private void moveTo(long nanos) {
    long step = nanos - nanoTime();
    if (step > 0) {
      clock.advance(Duration.ofNanos(step));
    }
  }
}
