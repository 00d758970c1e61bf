/**
 * The OFAuth Access SDK. Users need only {@code requires com.ofauth.access}.
 *
 * <p>OkHttp and Bucket4j come with it, since {@link
 * com.ofauth.access.OfAuthClient.Builder#okHttpClient} and {@link com.ofauth.access.BucketProvider}
 * take their types.
 */
module com.ofauth.access {
  requires transitive com.ofauth.access.generated;
  requires com.squareup.moshi;
  requires transitive io.github.bucket4j.core;
  requires kotlin.stdlib;
  requires transitive okhttp3;
  requires okio;
  requires static transitive org.jspecify;
  requires org.slf4j;
  requires retrofit2;
  requires retrofit2.converter.moshi;

  exports com.ofauth.access;
  exports com.ofauth.access.changes;
  exports com.ofauth.access.decoding;

  // Only the artifact for tests asks for it.
  provides com.ofauth.access.internal.spi.Failures with
      com.ofauth.access.internal.fakes.SdkFailures;
}
