package com.ofauth.access.testing;

import static com.ofauth.access.testing.Http.CHATS;
import static com.ofauth.access.testing.Http.MASS_MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Items that are given as JSON, those in captured shapes among them. */
final class CapturedTest {
  @RegisterExtension static final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

  private final OfAuthTestProvider provider = ofauth.provider();
  private final TestChats chats = provider.connection().chats().clear();
  private final TestMassMessages messages = provider.connection().massMessages().clear();

  @Test
  void sendsCapturedChatsAsTheyAre() {
    chats.addCaptured();

    assertThat(Http.get(provider, CHATS + "?limit=20").body())
        .startsWith("{\"list\":[" + String.join(",", SampleData.capturedChats()) + "]")
        .contains(
            "\"createdAt\":null",
            "\"full\":{\"url\":null",
            "\"duration\":182.4",
            "\"width\":266.389",
            "\"price\":9.99",
            "\"withUser\":{\"id\":271828953}",
            "\"withUser\":{\"view\":\"s\"",
            "\"id\":\"7712345000957\"",
            "\"files\":[]");
    assertThat(chats.userIds()).hasSize(8).contains(271_828_957L);
  }

  @Test
  void sendsCapturedMassMessagesAsTheyAre() {
    messages.addCaptured();

    assertThat(Http.get(provider, MASS_MESSAGES + "?limit=20").body())
        .startsWith("{\"list\":[" + String.join(",", SampleData.capturedMassMessages()) + "]")
        .contains("\"mediaTypes\":null", "\"price\":9.99", "\"cancelSeconds\":1745371040551");
    assertThat(messages.ids()).hasSize(5).contains(6_900_123_000_955L);
  }

  @Test
  void sendsAnyJsonWithAnId() {
    chats.addJson(
        "{ \"x\" : [1e999, {}], \"withUser\" : { \"y\":null, \"id\" : \"9007199254740993\" } }");

    assertThat(chats.userIds()).containsExactly(9_007_199_254_740_993L);
    assertThat(Http.get(provider, CHATS).body()).contains("{ \"x\" : [1e999, {}], ");
    chats.remove(9_007_199_254_740_993L);
    assertThat(Http.get(provider, CHATS).ids()).isEmpty();
  }

  @Test
  void refusesJsonWithoutAnId() {
    for (String json :
        new String[] {"{}", "[]", "{\"withUser\":{\"id\":1.5}}", "{\"withUser\":", ""}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> chats.addJson(json))
          .withMessage("item must be a JSON object with withUser.id: " + json);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> messages.addJson("{\"id\":null}"))
        .withMessage("item must be a JSON object with id: {\"id\":null}");
    assertThat(chats.size() + messages.size()).isZero();
  }
}
