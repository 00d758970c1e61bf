/** Metrics of the SDK, in Micrometer. */
module com.ofauth.access.micrometer {
  requires transitive com.ofauth.access;
  requires static transitive org.jspecify;
  requires transitive micrometer.core;

  exports com.ofauth.access.micrometer;
}
