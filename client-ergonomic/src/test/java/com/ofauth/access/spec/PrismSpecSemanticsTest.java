package com.ofauth.access.spec;

import com.ofauth.access.OfAuthClient;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/**
 * Against Prism, a mock server by others that is made from the OpenAPI document: it invents legal
 * answers at random and refuses what the document does not allow. Runs in the profile "prism" only.
 */
@Tag("prism")
final class PrismSpecSemanticsTest extends SpecSemantics {
  private static @Nullable PrismServer prism;

  @BeforeAll
  static void start() throws Exception {
    prism =
        PrismServer.start(
            Path.of("..", "client-testing", "prism"),
            Path.of("target", "prism"),
            Path.of("..", "openapi", "ofauth-access.yaml"));
  }

  @AfterAll
  static void stop() {
    if (prism != null) {
      prism.close();
    }
  }

  @Override
  OfAuthClient.Builder client() {
    if (prism == null) {
      throw new IllegalStateException("Prism does not run");
    }
    return OfAuthClient.builder()
        .apiKey("sk_sandbox_prism")
        .connectionId("conn_prism")
        .baseUrl(prism.baseUrl());
  }

  @Override
  void answerNextWith(int status, Tampering tampering) {
    tampering.prefer("code=" + status);
  }
}
