package com.ofauth.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;

/**
 * Returns the token bucket of each connection. Implement it to share one budget between several
 * processes, with a bucket that Bucket4j keeps in Hazelcast, Redis or a database:
 *
 * <pre>{@code
 * RateLimitPolicy.defaults().withBuckets(
 *     (connectionId, limits) -> proxyManager.builder().build(connectionId, () -> limits));
 * }</pre>
 *
 * <p>Implementations must be thread-safe and must have their own timeout: the timeout of a call
 * does not interrupt them. When they or their buckets throw before anything was sent, the call
 * fails with a {@link TransportException} that has the failure as its cause.
 */
@FunctionalInterface
public interface BucketProvider {

  /**
   * Returns the bucket of a connection. Called on first use, and again after idle eviction; return
   * the existing bucket to keep its state.
   *
   * @param connectionId the connection, for example {@code conn_123}
   * @param limits the limits that the bucket must have
   * @return the bucket; one budget per connection, for all processes
   */
  Bucket bucket(String connectionId, BucketConfiguration limits);
}
