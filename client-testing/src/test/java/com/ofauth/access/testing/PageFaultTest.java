package com.ofauth.access.testing;

import static com.ofauth.access.testing.Http.CHATS;
import static com.ofauth.access.testing.Http.MASS_MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageFaultTest {
  @RegisterExtension static final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

  private final OfAuthTestProvider provider = ofauth.provider();
  private final List<Long> ids = provider.connection().chats().userIds();

  @ParameterizedTest
  @ValueSource(strings = {CHATS, MASS_MESSAGES, CHATS + "?limit=1"})
  void breaksTheJsonInTheMiddleOfAPage(String target) {
    Http.Answer answer = spoiled(PageFault.malformedJson(), target);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).containsOnlyOnce("\"url\":\"\"\"\"");
    assertThatThrownBy(answer::json).hasRootCauseInstanceOf(JsonParseException.class);
  }

  @Test
  void breaksTheJsonOfOneItemWhereverItStands() {
    provider.faults().always(PageFault.malformedItem(ids.get(13)));

    assertThat(Http.get(provider, CHATS).ids()).hasSize(10);
    assertThatThrownBy(() -> Http.get(provider, CHATS + "?offset=10").json()).isNotNull();
    assertThatThrownBy(() -> Http.get(provider, CHATS + "?offset=13&limit=1").json()).isNotNull();
    assertThat(Http.get(provider, CHATS + "?offset=14").ids()).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {CHATS, MASS_MESSAGES})
  void putsATextWhereTheMiddleItemHasItsId(String target) {
    JsonNode list = spoiled(PageFault.schemaViolation(), target).json().get("list");

    assertThat(list).hasSize(10);
    assertThat(list.get(5).findValue("id").isTextual()).isTrue();
    assertThat(list.get(4).findValue("id").isIntegralNumber()).isTrue();
  }

  @Test
  void putsATextWhereOneItemHasItsId() {
    provider.faults().always(PageFault.invalidItem(ids.get(3)));

    JsonNode list = Http.get(provider, CHATS + "?offset=2&limit=2").json().get("list");

    assertThat(list.at("/0/withUser/id").isIntegralNumber()).isTrue();
    assertThat(list.at("/1/withUser/id").isTextual()).isTrue();
  }

  @Test
  void changesTheTextOfOneItemInAnyWay() {
    provider.faults().next(PageFault.item(ids.get(0), json -> "42"));

    assertThat(Http.get(provider, CHATS + "?limit=1").body())
        .isEqualTo("{\"list\":[42],\"hasMore\":true,\"nextOffset\":1}");
  }

  @Test
  void sendsNullForTheList() {
    assertThat(spoiled(PageFault.nullList(), CHATS).body())
        .isEqualTo("{\"list\":null,\"hasMore\":true,\"nextOffset\":10}");
    assertThat(spoiled(PageFault.nullList(), MASS_MESSAGES).body())
        .isEqualTo("{\"list\":null,\"hasMore\":true}");
  }

  @Test
  void sendsAnEmptyPageThatSaysThereIsMore() {
    assertThat(spoiled(PageFault.emptyWithMore(), CHATS + "?offset=45").body())
        .isEqualTo("{\"list\":[],\"hasMore\":true,\"nextOffset\":55}");
    assertThat(spoiled(PageFault.emptyWithMore(), MASS_MESSAGES).body())
        .isEqualTo("{\"list\":[],\"hasMore\":true}");
  }

  @Test
  void saysThereIsMoreOnTheLastPage() {
    Http.Answer answer = spoiled(PageFault.alwaysMore(), CHATS + "?offset=45");

    assertThat(answer.ids()).hasSize(5);
    assertThat(answer.json().get("hasMore").booleanValue()).isTrue();
  }

  @Test
  void sendsMoreThanWasAskedFor() {
    assertThat(spoiled(PageFault.oversized(), CHATS + "?limit=20&offset=5").ids())
        .isEqualTo(ids.subList(5, 45));
    assertThat(spoiled(PageFault.oversized(), CHATS + "?limit=3&offset=46").ids())
        .isEqualTo(ids.subList(46, 50));
  }

  @Test
  void spoilsNextOffset() {
    String target = CHATS + "?offset=30";

    assertThat(nextOffset(PageFault.nextOffsetStuck(), target)).isEqualTo("30");
    assertThat(nextOffset(PageFault.nextOffsetBackward(), target)).isEqualTo("20");
    assertThat(nextOffset(PageFault.nextOffsetBackward(), CHATS)).isEqualTo("0");
    assertThat(nextOffset(PageFault.nextOffsetNull(), target)).isEqualTo("null");
    assertThat(nextOffset(PageFault.nextOffsetNegative(), target)).isEqualTo("-1");
    assertThat(nextOffset(PageFault.nextOffsetAsText(), target)).isEqualTo("\"40\"");
    assertThat(nextOffset(PageFault.nextOffset("1e3"), target)).isEqualTo("1000.0");
    assertThat(spoiled(PageFault.nextOffsetMissing(), target).json().has("nextOffset")).isFalse();
  }

  @Test
  void spoilsHasMore() {
    assertThat(spoiled(PageFault.hasMore("\"true\""), CHATS).json().get("hasMore"))
        .hasToString("\"true\"");
    assertThat(spoiled(PageFault.hasMore("0"), MASS_MESSAGES).json().get("hasMore"))
        .hasToString("0");
    assertThat(spoiled(PageFault.hasMoreMissing(), CHATS + "?offset=50").body())
        .isEqualTo("{\"list\":[]}");
    assertThat(spoiled(PageFault.nextOffset("\"\""), CHATS + "?offset=50").json().get("nextOffset"))
        .hasToString("\"\"");
  }

  @Test
  void spoilsTheList() {
    assertThat(spoiled(PageFault.list("{}"), CHATS + "?offset=40").body())
        .isEqualTo("{\"list\":{},\"hasMore\":false,\"nextOffset\":50}");
    assertThat(spoiled(PageFault.listMissing(), CHATS).body())
        .isEqualTo("{\"hasMore\":true,\"nextOffset\":10}");
    assertThat(spoiled(PageFault.page(json -> "[" + json + "]"), CHATS + "?offset=50").body())
        .isEqualTo("[{\"list\":[],\"hasMore\":false}]");
  }

  @Test
  void changesTheItemAtOnePlaceOrAllItems() {
    String target = CHATS + "?limit=3";

    assertThat(spoiled(PageFault.itemAt(2, json -> "null"), target).json().at("/list/2").isNull())
        .isTrue();
    assertThat(spoiled(PageFault.itemAt(3, json -> "null"), target).ids()).hasSize(3);
    assertThat(spoiled(PageFault.everyItem(json -> "7"), target).json().get("list"))
        .hasToString("[7,7,7]");
  }

  @Test
  void writesANumberOfAnyLength() {
    assertThat(spoiled(PageFault.longNumber(800_000), CHATS + "?limit=3").body())
        .containsPattern("\"id\":7{800000}[,}]");
  }

  @Test
  void leavesMassMessagesWithoutNextOffset() {
    assertThat(spoiled(PageFault.nextOffsetStuck(), MASS_MESSAGES).json().has("nextOffset"))
        .isFalse();
  }

  @Test
  void leavesErrorsAndEmptyPagesAsTheyAre() {
    assertThat(spoiled(PageFault.nullList(), CHATS + "?limit=0").status()).isEqualTo(400);
    assertThat(spoiled(PageFault.malformedJson(), CHATS + "?offset=50").body())
        .isEqualTo("{\"list\":[],\"hasMore\":false}");
  }

  private String nextOffset(Fault fault, String target) {
    return spoiled(fault, target).json().get("nextOffset").toString();
  }

  private Http.Answer spoiled(Fault fault, String target) {
    provider.faults().next(fault);
    return Http.get(provider, target);
  }
}
