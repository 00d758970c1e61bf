/** Traces of the SDK, in OpenTelemetry. */
module com.ofauth.access.opentelemetry {
  requires transitive com.ofauth.access;
  requires static transitive org.jspecify;
  requires transitive io.opentelemetry.api;
  requires io.opentelemetry.context;

  exports com.ofauth.access.opentelemetry;
}
