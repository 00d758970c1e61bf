package com.ofauth.access.testing;

import static com.ofauth.access.testing.Http.MASS_MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MassMessagesEndpointTest {
  @RegisterExtension static final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

  private final OfAuthTestProvider provider = ofauth.provider();
  private final TestConnection connection = provider.connection();

  @Test
  void givesTenSentMessagesByDefaultAndNoNextOffset() {
    Http.Answer page = Http.get(provider, MASS_MESSAGES);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.ids()).isEqualTo(connection.massMessages().ids().subList(0, 10));
    assertThat(page.json().get("hasMore").booleanValue()).isTrue();
    assertThat(page.json().has("nextOffset")).isFalse();
  }

  @Test
  void listsEachStatusByItself() {
    assertThat(page("type=sent&limit=20").ids())
        .isEqualTo(connection.massMessages().ids().subList(0, 20));
    assertThat(page("type=unsent").ids()).isEqualTo(connection.unsentMassMessages().ids());
    assertThat(page("type=scheduled").ids()).isEqualTo(connection.scheduledMassMessages().ids());
  }

  @Test
  void saysWhetherThereIsMore() {
    assertThat(page("limit=5&offset=20").json().get("hasMore").booleanValue()).isFalse();
    assertThat(page("limit=4&offset=20").json().get("hasMore").booleanValue()).isTrue();
    assertThat(page("offset=25").body()).isEqualTo("{\"list\":[],\"hasMore\":false}");
  }

  @Test
  void ignoresParametersOfTheOtherEndpoint() {
    assertThat(page("order=sideways&filter=none").ids()).hasSize(10);
  }

  @Test
  void showsAMessageThatIsSentInTheListOfSentOnes() {
    TestMassMessages scheduled = connection.scheduledMassMessages();
    long id = scheduled.ids().get(2);

    scheduled.moveTo(id, connection.massMessages());

    assertThat(page("limit=1").ids()).containsExactly(id);
    assertThat(page("type=scheduled").ids()).doesNotContain(id).hasSize(4);
  }

  @Test
  void showsInsertionsReplacementsAndRemovals() {
    TestMassMessages sent = connection.massMessages();
    List<Long> before = sent.ids();

    sent.insert(1, SampleData.seeded(1).massMessage(900));
    sent.remove(before.get(0));
    sent.replace(sent.get(before.get(1)).toBuilder().text("edited").build());

    Http.Answer page = page("limit=2");
    assertThat(page.ids())
        .containsExactly(SampleData.seeded(1).massMessage(900).id(), before.get(1));
    assertThat(page.json().at("/list/1/text").asText()).isEqualTo("edited");
  }

  @Test
  void refusesToMoveAMessageToAnotherConnection() {
    TestMassMessages sent = connection.massMessages();
    TestMassMessages elsewhere = provider.connection("conn_other").massMessages();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> sent.moveTo(sent.ids().get(0), elsewhere))
        .withMessageContaining("same connection");
  }

  private Http.Answer page(String query) {
    return Http.get(provider, MASS_MESSAGES + "?" + query);
  }
}
