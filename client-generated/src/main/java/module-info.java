/**
 * The wire models of the OFAuth Access API, generated from its OpenAPI document.
 *
 * <p>Users of the SDK need only {@code requires com.ofauth.access}.
 */
module com.ofauth.access.generated {
  requires transitive com.squareup.moshi;
  requires kotlin.stdlib;
  requires okio;
  requires static com.fasterxml.jackson.annotation;
  requires static transitive org.jspecify;
  requires transitive retrofit2;

  exports com.ofauth.access.model;
  exports com.ofauth.access.internal.json to
      com.ofauth.access,
      com.ofauth.access.contract.kit;
  exports com.ofauth.access.internal.spi to
      com.ofauth.access,
      com.ofauth.access.testing;
  exports com.ofauth.access.internal.wire to
      com.ofauth.access;
}
