package com.ofauth.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;

/**
 * Gives the token bucket of each connection. Implement it to share one budget between several
 * processes, with a bucket that Bucket4j keeps in Hazelcast, Redis or a database:
 *
 * <pre>{@code
 * RateLimitPolicy.defaults().withBuckets(
 *     (connectionId, limits) -> proxyManager.builder().build(connectionId, () -> limits));
 * }</pre>
 *
 * <p>Implementations must be thread-safe and have a timeout of their own: a call waits for them
 * whatever its deadline. When they or their buckets throw before anything was sent, the call fails
 * with a {@link TransportException} that has the failure as its cause.
 */
@FunctionalInterface
public interface BucketProvider {

  /**
   * Gives the bucket of a connection. Asked when a connection is first used, and again when it is
   * used after a long rest; the state of the bucket is then up to the provider.
   *
   * @param connectionId the connection, for example {@code conn_123}
   * @param limits the figures that the bucket has to have
   * @return the bucket; the same budget for the same connection, wherever it is asked for
   */
  Bucket bucket(String connectionId, BucketConfiguration limits);
}
