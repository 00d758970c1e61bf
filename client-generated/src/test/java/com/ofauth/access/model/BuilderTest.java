package com.ofauth.access.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class BuilderTest {
  private static final ChatUser USER = ChatUser.builder().id(7).view("s").build();
  private static final Message MESSAGE =
      Message.builder()
          .id(1)
          .text("hello")
          .fromUser(MessageAuthor.builder().id(2).name("Robin").build())
          .media(List.of())
          .previews(List.of(3L))
          .build();

  @Test
  void refusesToBuildWithoutRequiredPropertiesAndNamesThem() {
    assertThatThrownBy(() -> ReleaseForm.builder().name("").type("").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("ReleaseForm lacks required properties: id, partnerSource");
  }

  @Test
  void refusesToBuildWithARequiredPropertyThatIsNull() {
    ReleaseForm form = ReleaseForm.builder().id(1).name("").partnerSource("").type("").build();

    assertThatThrownBy(() -> form.toBuilder().name(null).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("ReleaseForm lacks required properties: name");
  }

  @Test
  void buildsFromWhatIsRequiredAlone() {
    assertThat(MESSAGE.toJson())
        .isEqualTo(
            "{\"id\":1,\"text\":\"hello\",\"fromUser\":{\"id\":2,\"name\":\"Robin\"},\"media\":[],\"previews\":[3]}");
  }

  @Test
  void leavesAPropertyOutThatIsSetToNullUnlessTheApiAllowsNull() {
    Message message = MESSAGE.toBuilder().isFree(null).giphyId(null).build();

    assertThat(message.toJson()).contains("\"giphyId\":null").doesNotContain("isFree");
    assertThat(message.giphyId()).isNull();
  }

  @Test
  void tellsAnExplicitNullFromAnAbsentProperty() {
    assertThat(MESSAGE.toBuilder().giphyId(null).build()).isNotEqualTo(MESSAGE);
    assertThat(MESSAGE.toBuilder().giphyId(null).giphyId("x").build())
        .isEqualTo(MESSAGE.toBuilder().giphyId("x").build());
  }

  @Test
  void copiesListsDeeply() {
    List<Long> previews = new ArrayList<>(List.of(3L));
    Message message = MESSAGE.toBuilder().previews(previews).build();
    previews.add(4L);

    assertThat(message.previews()).containsExactly(3L);
    assertThatThrownBy(() -> message.previews().add(5L))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void copiesFreeFormJsonDeeply() {
    Map<String, Object> form = new HashMap<>(Map.of("id", 1));
    Message message = MESSAGE.toBuilder().releaseForms(List.of(form)).build();
    form.put("id", 2);

    assertThat(message.releaseForms()).isEqualTo(List.of(Map.of("id", 1L)));
  }

  @Test
  void refusesListsThatHoldNull() {
    assertThatThrownBy(() -> MESSAGE.toBuilder().previews(Collections.singletonList(null)))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void changesACopyOnly() {
    Chat chat = Chat.builder().withUser(USER).unreadMessagesCount(3L).build();
    Chat read = chat.toBuilder().unreadMessagesCount(0L).build();

    assertThat(chat.unreadMessagesCount()).isEqualTo(3);
    assertThat(read.unreadMessagesCount()).isZero();
    assertThat(read.withUser()).isSameAs(USER);
    assertThat(chat.toBuilder().build()).isNotSameAs(chat).isEqualTo(chat).hasSameHashCodeAs(chat);
  }

  @Test
  void aBuilderUsedTwiceDoesNotChangeWhatItBuilt() {
    ChatUser.Builder builder = ChatUser.builder().id(1).view("a");
    ChatUser first = builder.build();
    ChatUser second = builder.view("b").additionalProperty("x", 1).build();

    assertThat(first.view()).isEqualTo("a");
    assertThat(first.additionalProperties()).isEmpty();
    assertThat(second.additionalProperties()).containsEntry("x", 1L);
  }

  @Test
  void addsUnknownProperties() {
    ChatUser user =
        USER.toBuilder()
            .additionalProperty("x", List.of(1, 2.5))
            .additionalProperty("y", null)
            .build();

    assertThat(user.toJson()).isEqualTo("{\"id\":7,\"_view\":\"s\",\"x\":[1,2.5],\"y\":null}");
    assertThat(user.toBuilder().additionalProperties(Map.of()).build()).isEqualTo(USER);
    assertThatThrownBy(user.additionalProperties()::clear)
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void refusesAKnownPropertyAmongTheUnknown() {
    assertThatThrownBy(() -> ChatUser.builder().additionalProperty("_view", "s"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not an additional property, it has its own method: _view");
  }

  @Test
  void equalityTakesEveryPropertyIntoAccount() {
    ChatUser other = USER.toBuilder().id(8).build();

    assertThat(USER)
        .isEqualTo(ChatUser.builder().view("s").id(7).build())
        .isNotEqualTo(other)
        .isNotEqualTo(USER.toBuilder().view("t").build())
        .isNotEqualTo(USER.toBuilder().additionalProperty("x", 1).build())
        .isNotEqualTo(null)
        .isNotEqualTo("s");
  }
}
