/**
 * A provider of the OFAuth Access API for tests: an HTTP server on loopback.
 *
 * <p>JUnit Jupiter is needed at run time by {@link com.ofauth.access.testing.OfAuthTestExtension}
 * alone.
 */
module com.ofauth.access.testing {
  requires transitive com.ofauth.access.generated;
  requires com.squareup.moshi;
  requires io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.codec.http;
  requires io.netty.codec.http2;
  requires io.netty.common;
  requires io.netty.transport;
  requires okio;
  requires static transitive org.jspecify;
  requires static org.junit.jupiter.api;

  exports com.ofauth.access.testing;

  uses com.ofauth.access.internal.spi.Failures;
}
