package com.ofauth.access.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a user's own tests look like. */
final class UsageTest {

  @Test
  void worksAsAPlainResource() {
    try (OfAuthTestProvider provider = OfAuthTestProvider.start()) {
      provider.connection().chats().clear().addGenerated(3);
      assertThat(Http.get(provider, "/v2/access/chats").ids()).hasSize(3);
    }
  }

  @Nested
  final class WithTheExtension {
    @RegisterExtension final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

    @Test
    void worksInAField() {
      ofauth.provider().connection().chats().clear().addGenerated(3);
      assertThat(Http.get(ofauth.provider(), "/v2/access/chats").ids()).hasSize(3);
    }

    @Test
    void worksAsAParameter(OfAuthTestProvider provider) {
      assertThat(provider).isSameAs(ofauth.provider());
      assertThat(Http.get(provider, "/v2/access/chats").ids()).hasSize(10);
    }
  }
}
