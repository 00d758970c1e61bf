package com.ofauth.access.examples.accounts;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MapStoreConfig;
import com.hazelcast.config.SplitBrainProtectionConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.map.MapStore;
import com.ofauth.access.BucketProvider;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.grid.hazelcast.Bucket4jHazelcast;
import java.time.Duration;
import java.util.List;

/**
 * A member of the Hazelcast cluster, and what the cluster keeps: one map of accounts and one of
 * rate-limit buckets, each entry with a synchronous backup on another member. A side of a split
 * that has no majority can use neither.
 */
record Cluster(HazelcastInstance hazelcast) implements AutoCloseable {
  private static final String MAJORITY = "majority";
  private static final String ACCOUNTS = "accounts";
  private static final String BUCKETS = "ofauth-rate-limits";
  private static final String MEMBERS = "members";

  /**
   * Joins.
   *
   * @param port of this member
   * @param members addresses of all members, this one included
   * @param store where the accounts are kept beside, for when all members are gone
   */
  static Cluster join(int port, List<String> members, MapStore<String, Account> store) {
    Config config = new Config().setClusterName("many-accounts");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.setProperty("hazelcast.shutdownhook.policy", "GRACEFUL");
    // A member that is killed is noticed at once, and one that does not answer after ten seconds.
    config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
    config.setProperty("hazelcast.max.no.heartbeat.seconds", "10");
    config.setProperty("hazelcast.heartbeat.failuredetector.type", "deadline");
    config.setProperty("hazelcast.operation.call.timeout.millis", "10000");
    // Sides of a split find each other again.
    config.setProperty("hazelcast.merge.first.run.delay.seconds", "5");
    config.setProperty("hazelcast.merge.next.run.delay.seconds", "5");
    boolean canSplit = members.size() > 1;
    config.addSplitBrainProtectionConfig(
        new SplitBrainProtectionConfig(MAJORITY, canSplit, members.size() / 2 + 1));
    for (String map : List.of(ACCOUNTS, BUCKETS)) {
      config.addMapConfig(
          new MapConfig(map).setBackupCount(1).setSplitBrainProtectionName(MAJORITY));
    }
    config
        .getMapConfig(ACCOUNTS)
        .setMapStoreConfig(new MapStoreConfig().setEnabled(true).setImplementation(store));
    config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
    JoinConfig join = config.getNetworkConfig().getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).setMembers(members);
    if (members.stream().allMatch(member -> member.startsWith("127.0.0.1:"))) {
      config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
      config.setProperty("hazelcast.socket.bind.any", "false");
    }
    return new Cluster(Hazelcast.newHazelcastInstance(config));
  }

  IMap<String, Account> accounts() {
    return hazelcast.getMap(ACCOUNTS);
  }

  /** What each member does; entries of members that are gone expire. */
  IMap<String, Summary> summaries() {
    return hazelcast.getMap(MEMBERS);
  }

  String name() {
    return hazelcast.getCluster().getLocalMember().getAddress().toString();
  }

  boolean isOldest() {
    return hazelcast.getCluster().getMembers().iterator().next().localMember();
  }

  /** One bucket for each connection, for the whole cluster. */
  BucketProvider buckets() {
    ProxyManager<String> buckets =
        Bucket4jHazelcast.entryProcessorBasedBuilder(hazelcast.<String, byte[]>getMap(BUCKETS))
            .requestTimeout(Duration.ofSeconds(10))
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
