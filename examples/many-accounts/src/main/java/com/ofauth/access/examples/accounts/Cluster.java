package com.ofauth.access.examples.accounts;

import com.hazelcast.cluster.Member;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.SplitBrainProtectionConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.IMap;
import com.hazelcast.partition.PartitionService;
import com.ofauth.access.BucketProvider;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.grid.hazelcast.Bucket4jHazelcast;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A member of the Hazelcast cluster, and what the cluster keeps: one map of accounts and one of
 * rate-limit buckets, each entry with a synchronous backup on another member. A side of a split
 * that has no majority can use neither.
 *
 * @param majority how many members a side of a split must have
 */
record Cluster(HazelcastInstance hazelcast, int majority) implements AutoCloseable {
  private static final String MAJORITY = "majority";
  private static final String ACCOUNTS = "accounts";
  private static final String BUCKETS = "ofauth-rate-limits";
  private static final String MEMBERS = "members";
  private static final Duration ANSWER = Duration.ofSeconds(15);

  /**
   * Joins.
   *
   * @param port of this member
   * @param members addresses of all members, this one included
   */
  static Cluster join(int port, List<String> members) {
    // Hazelcast 5.5 spins on a connection whose other side is frozen before the handshake. By
    // default that starves the other connections of the thread, and well members lose each other.
    System.setProperty("hazelcast.io.selectionKeyWakeupEnabled", "false");
    Config config = new Config().setClusterName("many-accounts");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.logging.type", "slf4j");
    // The program closes it.
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.graceful.shutdown.max.wait", "30");
    // A member that is killed is noticed at once, and one that does not answer after ten seconds.
    config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
    config.setProperty("hazelcast.max.no.heartbeat.seconds", "10");
    config.setProperty("hazelcast.heartbeat.failuredetector.type", "deadline");
    config.setProperty("hazelcast.operation.call.timeout.millis", "10000");
    // A call that is refused for now, as by a map that moves, fails after ten seconds too.
    config.setProperty("hazelcast.invocation.max.retry.count", "32");
    // Sides of a split find each other again.
    config.setProperty("hazelcast.merge.first.run.delay.seconds", "5");
    config.setProperty("hazelcast.merge.next.run.delay.seconds", "5");
    int majority = members.size() / 2 + 1;
    config.addSplitBrainProtectionConfig(
        new SplitBrainProtectionConfig(MAJORITY, members.size() > 1, majority));
    for (String map : List.of(ACCOUNTS, BUCKETS)) {
      config.addMapConfig(
          new MapConfig(map).setBackupCount(1).setSplitBrainProtectionName(MAJORITY));
    }
    config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
    JoinConfig join = config.getNetworkConfig().getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).setMembers(members);
    if (members.stream().allMatch(member -> member.startsWith("127.0.0.1:"))) {
      config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
      config.setProperty("hazelcast.socket.bind.any", "false");
    }
    return new Cluster(Hazelcast.newHazelcastInstance(config), majority);
  }

  /** Those connections that this member should run. Asks no other member. */
  Set<String> mine(List<String> connections) {
    if (!hazelcast.getLifecycleService().isRunning() || !hasMajority()) {
      return Set.of();
    }
    PartitionService partitions = hazelcast.getPartitionService();
    return connections.stream()
        .filter(
            id -> {
              Member owner = partitions.getPartition(id).getOwner();
              return owner != null && owner.localMember();
            })
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean hasMajority() {
    return hazelcast.getCluster().getMembers().size() >= majority;
  }

  /** Changes an account where it is kept. */
  <R extends @Nullable Object> R onAccount(String id, EntryProcessor<String, Account, R> change) {
    return answer(hazelcast.<String, Account>getMap(ACCOUNTS).submitToKey(id, change));
  }

  /** Shows the others what this member does. */
  void show(Summary summary) {
    answer(summaries().setAsync(name(), summary, 30, TimeUnit.SECONDS));
  }

  /** What each member does, as it showed last. */
  Map<String, Summary> shown() {
    Map<String, Summary> shown = new TreeMap<>();
    for (Member member : hazelcast.getCluster().getMembers()) {
      String name = member.getAddress().toString();
      Summary summary = answer(summaries().getAsync(name));
      if (summary != null) {
        shown.put(name, summary);
      }
    }
    return shown;
  }

  private IMap<String, Summary> summaries() {
    return hazelcast.getMap(MEMBERS);
  }

  /** Waits for the cluster, not longer than a member that went needs to be noticed. */
  private static <T extends @Nullable Object> T answer(CompletionStage<T> answer) {
    try {
      return answer.toCompletableFuture().get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The cluster refused: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("The cluster did not answer within " + ANSWER, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  String name() {
    return hazelcast.getCluster().getLocalMember().getAddress().toString();
  }

  boolean isOldest() {
    return hazelcast.getCluster().getMembers().iterator().next().localMember();
  }

  /** Runs an action once Hazelcast has ended, by {@link #close} or by itself. */
  void onEnd(Runnable action) {
    hazelcast
        .getLifecycleService()
        .addLifecycleListener(
            event -> {
              if (event.getState() == LifecycleState.SHUTDOWN) {
                action.run();
              }
            });
  }

  /** One bucket for each connection, for the whole cluster. */
  BucketProvider buckets() {
    ProxyManager<String> buckets =
        Bucket4jHazelcast.entryProcessorBasedBuilder(hazelcast.<String, byte[]>getMap(BUCKETS))
            // A bucket that is full again is as good as a new one.
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    Duration.ofMinutes(1)))
            .build();
    return (connection, limits) -> buckets.builder().build(connection, () -> limits);
  }

  @Override
  public void close() {
    hazelcast.shutdown();
  }
}
