/** The models of OFAuth Access in Jackson 3. */
module com.ofauth.access.jackson3 {
  requires transitive com.ofauth.access.generated;
  requires static transitive org.jspecify;
  requires transitive tools.jackson.databind;

  exports com.ofauth.access.jackson3;

  provides tools.jackson.databind.JacksonModule with
      com.ofauth.access.jackson3.OfAuthJacksonModule;
}
