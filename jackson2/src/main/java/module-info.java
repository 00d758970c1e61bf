/** The models of OFAuth Access in Jackson 2. */
module com.ofauth.access.jackson2 {
  requires transitive com.fasterxml.jackson.databind;
  requires transitive com.ofauth.access.generated;
  requires static transitive org.jspecify;
  requires static spring.boot.autoconfigure;
  requires static spring.context;

  exports com.ofauth.access.jackson2;

  opens com.ofauth.access.jackson2.boot; // to whatever modules of Spring make beans

  provides com.fasterxml.jackson.databind.Module with
      com.ofauth.access.jackson2.OfAuthJacksonModule;
}
