package com.ofauth.access.examples;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.RateLimitPolicy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.grid.hazelcast.Bucket4jHazelcast;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Several processes that share one rate limit. The buckets are in a map of a Hazelcast cluster;
 * each process is a member of the cluster. Arguments: the port of this member, the ports of the
 * other members separated by commas, the number of requests to send, and the number of members to
 * wait for.
 */
public final class SharedRateLimit {
  private SharedRateLimit() {}

  /** Returns the documented limit, for all members of the cluster together. */
  public static RateLimitPolicy sharedBy(HazelcastInstance cluster) {
    ProxyManager<String> buckets =
        Bucket4jHazelcast.entryProcessorBasedBuilder(
                cluster.<String, byte[]>getMap("ofauth-rate-limits"))
            .build();
    return RateLimitPolicy.defaults()
        .withBuckets((connection, limits) -> buckets.builder().build(connection, () -> limits));
  }

  /** Joins a cluster on this machine, whose members find each other by their ports. */
  public static HazelcastInstance joinOnLoopback(int port, List<Integer> others) {
    Config config = new Config().setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.logging.type", "none");
    config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    config.setProperty("hazelcast.socket.bind.any", "false");
    JoinConfig join = config.getNetworkConfig().getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true);
    others.forEach(other -> join.getTcpIpConfig().addMember("127.0.0.1:" + other));
    return Hazelcast.newHazelcastInstance(config);
  }

  public static void main(String[] args) throws InterruptedException {
    List<Integer> others =
        List.of(args[1].split(",")).stream().map(port -> Integer.valueOf(port)).toList();
    HazelcastInstance cluster = joinOnLoopback(Integer.parseInt(args[0]), others);
    int requests = Integer.parseInt(args[2]);
    int members = Integer.parseInt(args[3]);
    while (cluster.getCluster().getMembers().size() < members) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    try (OfAuthClient client =
        OfAuthClient.builder()
            .apiKey(System.getenv("OFAUTH_API_KEY"))
            .baseUrl(System.getenv("OFAUTH_BASE_URL"))
            .connectionId(System.getenv("OFAUTH_CONNECTION_ID"))
            .rateLimitPolicy(sharedBy(cluster))
            .build()) {
      long start = Clock.systemUTC().millis();
      for (int i = 0; i < requests; i++) {
        client.connection().chats().list().firstPage();
      }
      System.out.println(requests + " requests in " + (Clock.systemUTC().millis() - start) + " ms");
    } finally {
      cluster.shutdown();
    }
  }
}
