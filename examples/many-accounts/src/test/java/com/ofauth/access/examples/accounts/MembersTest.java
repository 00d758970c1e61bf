package com.ofauth.access.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.examples.accounts.AccountWorker.State;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.WireFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Members in one JVM. */
@Timeout(300)
final class MembersTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<AutoCloseable> open = new ArrayList<>();
  private final CountDownLatch refusedBySink = new CountDownLatch(4);
  private volatile boolean sinkIsAway;

  @AfterEach
  void close() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  @Test
  void goesOnAfterTheServiceOrTheSinkWasAwayAndWhenAMemberJoins() throws Exception {
    World world = new World(6, 25, 10);
    open.add(world);
    List<String> addresses = World.freeAddresses(3);
    start(world, addresses, 0);
    Cluster second = start(world, addresses, 1);
    world.await("the copy", PATIENCE, () -> world.stored().size() >= 6 * 35);

    sinkIsAway = true;
    // No request tells of it: a member asks the sink before it asks the service again.
    assertThat(refusedBySink.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    sinkIsAway = false;
    Instant sinkIsBack = Instant.now();
    world.await("polls", PATIENCE, () -> world.allRequestedSince(sinkIsBack, world.connections));

    world.provider.refuseConnections();
    world.provider.faults().always(WireFault.closeAfterAnswer());
    world.provider.closeIdleConnections();
    // Until retries have run out.
    while (!second.shown().toString().contains("Could not connect")) {
      quietFor(world.provider, Duration.ofSeconds(1));
    }
    Instant serviceIsBack = Instant.now();
    world.provider.acceptConnections();
    world.await(
        "polls again", PATIENCE, () -> world.allRequestedSince(serviceIsBack, world.connections));

    Cluster third = start(world, addresses, 2);
    world.await(
        "work of the member that joined",
        PATIENCE,
        () -> {
          Summary summary = second.shown().get(third.name());
          return summary != null && summary.states().containsKey(State.FOLLOWING);
        });
    world.changing(false);
    world.await("all news", PATIENCE, () -> world.differences(world.connections).isEmpty());

    assertThat(world.provider.rateLimitedCount()).isZero();
  }

  @Test
  void goesOnWhereItWasWhenAllMembersWereGone() throws Exception {
    World world = new World(3, 25, 10);
    start(world, World.freeAddresses(1), 0);
    world.await("polls", PATIENCE, () -> world.provider.requests().size() > 3 * 8);
    close();
    open.clear();

    Instant restarted = Instant.now();
    long repeats = world.number("SELECT SUM(repeats) FROM items");
    start(world, World.freeAddresses(1), 0);
    world.changing(false);
    world.await(
        "all news",
        PATIENCE,
        () ->
            world.allRequestedSince(restarted, world.connections)
                && world.differences(world.connections).isEmpty());

    // Not the whole copy.
    assertThat(world.number("SELECT SUM(repeats) FROM items") - repeats).isLessThan(3 * 20);
    world.close();
  }

  @Test
  void stopsWithoutAMajority() throws Exception {
    World world = new World(3, 25, 10);
    open.add(world);
    List<String> addresses = World.freeAddresses(3);
    start(world, addresses, 0);
    Cluster second = start(world, addresses, 1);
    world.await("the copy", PATIENCE, () -> world.stored().size() >= 3 * 35);

    CountDownLatch ended = new CountDownLatch(1);
    second.onEnd(ended::countDown);
    second.hazelcast().getLifecycleService().terminate();
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    long fences = world.number("SELECT SUM(fence) FROM owners");
    Instant alone = Instant.now();
    // Polls that were under way may end; no further one begins.
    int quiet = quietFor(world.provider, Duration.ofSeconds(4));
    assertThat(quiet).isLessThan(30);
    assertThat(world.number("SELECT SUM(fence) FROM owners")).isEqualTo(fences);

    start(world, addresses, 2);
    world.changing(false);
    world.await(
        "a majority again",
        PATIENCE,
        () ->
            world.allRequestedSince(alone, world.connections)
                && world.differences(world.connections).isEmpty());
  }

  /** Waits until no request has come for so long; returns how many came before. */
  private static int quietFor(OfAuthTestProvider provider, Duration time) throws Exception {
    int before = provider.requests().size();
    for (int count = before; ; count++) {
      try {
        provider.awaitRequest(count + 1, time);
      } catch (TimeoutException e) {
        return count - before;
      }
    }
  }

  private Cluster start(World world, List<String> addresses, int index) {
    String address = addresses.get(index);
    Settings settings =
        new Settings(
            world.provider.apiKey(),
            world.provider.baseUrl().toString(),
            Integer.parseInt(address.substring(address.indexOf(':') + 1)),
            addresses,
            world.sink,
            world.connections,
            Duration.ofSeconds(1),
            50,
            RateLimitPolicy.of(World.PER_MINUTE, World.BURST));
    JdbcConnectionPool database = JdbcConnectionPool.create(world.sink, "", "");
    open.add(database::dispose);
    JdbcSink sink = new JdbcSink(database);
    Cluster cluster = Cluster.join(settings.port(), settings.members());
    open.add(cluster);
    Member member = new Member(settings, cluster, new UnreliableSink(sink));
    open.add(member);
    member.start();
    return cluster;
  }

  /** A sink that can be away. */
  private final class UnreliableSink implements Sink {
    private final Sink sink;

    UnreliableSink(Sink sink) {
      this.sink = sink;
    }

    @Override
    public Account takeOver(String connection) {
      fail();
      return sink.takeOver(connection);
    }

    @Override
    public void merge(String connection, String key, long fence, String version, String json) {
      fail();
      sink.merge(connection, key, fence, version, json);
    }

    @Override
    public void save(String connection, String list, long fence, String checkpoint) {
      fail();
      sink.save(connection, list, fence, checkpoint);
    }

    private void fail() {
      if (sinkIsAway) {
        refusedBySink.countDown();
        throw new IllegalStateException("The sink is away");
      }
    }
  }
}
