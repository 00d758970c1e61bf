package com.ofauth.access.model;

import static com.ofauth.access.internal.json.JsonAssertions.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value that is not as the API describes it costs itself. */
@NullUnmarked
class TolerantReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // required
        "{}                                              | $.withUser: an object, nothing",
        "{'withUser':null}                               | $.withUser: an object, null",
        "{'withUser':5}                                  | $.withUser: an object, a number",
        "{'withUser':[{'id':1}]}                         | $.withUser: an object, an array",
        "{'withUser':[]}                                 | $.withUser: an object, an array, taken;"
            + " $.withUser.id: an integer, nothing",
        "{'withUser':{'id':null}}                        | $.withUser.id: an integer, null",
        "{'withUser':{'id':true}}                        | $.withUser.id: an integer, a boolean",
        "{'withUser':{'id':'secret'}}                    | $.withUser.id: an integer, a text",
        "{'withUser':{'id':'007'}}                       | $.withUser.id: an integer, a text",
        "{'withUser':{'id':'1,204'}}                     | $.withUser.id: an integer, a text",
        "{'withUser':{'id':''}}                          | $.withUser.id: an integer, a text",
        "{'withUser':{'id':1.5}}                         | $.withUser.id: an integer, a number with"
            + " a fraction",
        "{'withUser':{'id':9223372036854775808}}         | $.withUser.id: an integer, an integer of"
            + " more than 64 bits",
        "{'withUser':{'id':'9223372036854775808'}}       | $.withUser.id: an integer, a text",
        "{'withUser':{'id':[1]}}                         | $.withUser.id: an integer, an array",
        // taken without loss
        "{'withUser':{'id':'-7'}}                        | $.withUser.id: an integer, a text,"
            + " taken",
        "{'withUser':{'id':1,'_view':2.50}}              | $.withUser._view: a text, a number,"
            + " taken",
        // optional
        "{'withUser':{'id':1,'_view':true}}              | $.withUser._view: a text, a boolean",
        "{'withUser':{'id':1},'canSendMessage':1}        | $.canSendMessage: a boolean, a number,"
            + " taken",
        "{'withUser':{'id':1},'canSendMessage':0.0}      | $.canSendMessage: a boolean, a number,"
            + " taken",
        "{'withUser':{'id':1},'canSendMessage':2}        | $.canSendMessage: a boolean, a number",
        "{'withUser':{'id':1},'canSendMessage':'true'}   | $.canSendMessage: a boolean, a text",
        "{'withUser':{'id':1},'canSendMessage':null}     | $.canSendMessage: a boolean, null",
        "{'withUser':{'id':1},'canNotSendReason':1}      | $.canNotSendReason: a boolean or a text,"
            + " a number",
        "{'withUser':{'id':1},'unreadMessagesCount':0.5} | $.unreadMessagesCount: an integer, a"
            + " number with a fraction",
        "{'withUser':{'id':1},'unreadMessagesCount':1.0000000000000000000001} |"
            + " $.unreadMessagesCount: an integer, a number with a fraction",
        "{'withUser':{'id':1},'unreadMessagesCount':1e99999999999} | $.unreadMessagesCount: an"
            + " integer, a number of more than 1000 digits",
        // below
        "{'withUser':{'id':1},'lastMessage':{'id':1,'previews':[1,'2',null,'x',3]}} |"
            + " $.lastMessage.previews[1]: an integer, a text, taken; $.lastMessage.previews[2]: an"
            + " integer, null; $.lastMessage.previews[3]: an integer, a text",
        "{'withUser':{'id':1},'lastMessage':{'id':1,'media':{}}} | $.lastMessage.media: an array,"
            + " an object",
        "{'withUser':{'id':1},'lastMessage':{'id':1,'media':null}} | ``",
        "{'withUser':{'id':1},'lastMessage':{'id':1,'media':[7,{'id':2,'type':3,'convertedToVideo':0,'hasError':false,'isReady':true}]}}"
            + " | $.lastMessage.media[0]: an object, a number; $.lastMessage.media[1].type: a text,"
            + " a number, taken; $.lastMessage.media[1].convertedToVideo: a boolean, a number,"
            + " taken",
        // twice
        "{'withUser':{'id':1,'id':2}}                    | $.withUser.id: one value, two values,"
            + " taken",
        "{'withUser':{'id':1},'withUser':{'id':1}}       | $.withUser: one value, two values,"
            + " taken",
        "{'withUser':{'id':1},'x':{'y':1,'y':2}}         | $.x.y: one value, two values, taken",
        "{'withUser':{'id':1},'x':1,'x':1}               | $.x: one value, two values, taken",
      })
  void tellsWhatDeviatesAndWritesItAsItCame(String json, String expected) {
    String text = json.replace('\'', '"');
    Chat chat = Chat.fromJson(text);

    assertThat(told(chat.deviations())).isEqualTo(expected == null ? "" : expected);
    assertThat(tree(chat.toJson())).isEqualTo(tree(text));
    assertThat(Chat.fromJson(chat.toJson())).isEqualTo(chat).hasSameHashCodeAs(chat);
    assertThat(chat.toBuilder().build()).isEqualTo(chat);
    assertThat(Chat.fromMap(chat.toMap())).isEqualTo(chat);
    assertThat(chat.toString()).startsWith("Chat{").doesNotContain("secret");
  }

  private static String told(List<Deviation> deviations) {
    return deviations.stream()
        .map(
            deviation ->
                deviation.path()
                    + ": "
                    + deviation.expected()
                    + ", "
                    + deviation.found()
                    + (deviation.taken() ? ", taken" : ""))
        .collect(Collectors.joining("; "));
  }

  @Test
  void anOptionalAccessorGivesNullAndACollectionIsEmpty() {
    Message message =
        Message.fromJson("{\"id\":1,\"isFree\":\"yes\",\"media\":{},\"previews\":null}");

    assertThat(message.isFree()).isNull();
    assertThat(message.mediaCount()).isNull();
    assertThat(message.media()).isEmpty();
    assertThat(message.previews()).isEmpty();
  }

  @Test
  void aRequiredAccessorThrowsWithPathRuleAndKind() {
    ChatListResponse page =
        ChatListResponse.fromJson(
            "{\"list\":[{\"withUser\":{\"id\":1}},{\"withUser\":{\"id\":\"secret\"}}],\"hasMore\":true}");
    Chat chat = page.list().get(1);

    assertThatThrownBy(() -> chat.withUser().id())
        .isInstanceOf(UnreadableValueException.class)
        .hasMessage("Expected an integer but was a text at path $.list[1].withUser.id");
    assertThatThrownBy(Chat.fromJson("{}")::withUser)
        .hasMessage("Expected an object but was nothing at path $.withUser");
    assertThatThrownBy(ChatListResponse.fromJson("{\"list\":{}}")::list)
        .hasMessage("Expected an array but was an object at path $.list");
    assertThat(ChatListResponse.fromJson("{}").list()).isEmpty();
  }

  @Test
  void numbersAreTextAndDigitsAreNumbers() {
    MassMessage message =
        MassMessage.fromJson("{\"id\":\"7\",\"price\":9.90,\"previews\":[\"5\",6],\"text\":12}");

    assertThat(message.id()).isEqualTo(7);
    assertThat(message.price()).isEqualTo("9.90");
    assertThat(message.previews()).containsExactly(5L, 6L);
    assertThat(message.text()).isEqualTo("12");
  }

  @Test
  void integersInOtherNotationsAreWrittenPlainly() {
    assertThat(ChatUser.fromJson("{\"id\":12.0}").toJson()).isEqualTo("{\"id\":12}");
    assertThat(ChatUser.fromJson("{\"id\":1e3}").toJson()).isEqualTo("{\"id\":1000}");
  }

  @Test
  void ofAKeyThatComesTwiceTheLastValueCounts() {
    assertThat(ChatUser.fromJson("{\"id\":1,\"_view\":\"a\",\"_view\":\"b\"}").view())
        .isEqualTo("b");
    assertThat(ChatUser.fromJson("{\"id\":1,\"_view\":\"a\",\"_view\":null}").view()).isNull();
    assertThat(ChatUser.fromJson("{\"id\":1,\"_view\":true,\"_view\":\"b\"}").toJson())
        .isEqualTo("{\"id\":1,\"_view\":\"b\"}");
    assertThat(ChatUser.fromJson("{\"x\":1,\"id\":1,\"x\":2}").additionalProperties())
        .isEqualTo(Map.of("x", 2L));
  }

  @Test
  void absentNullAndEmptyAreToldApart() {
    Message absent = Message.fromJson("{\"id\":1}");
    Message isNull = Message.fromJson("{\"id\":1,\"media\":null}");
    Message empty = Message.fromJson("{\"id\":1,\"media\":[]}");

    assertThat(absent).isNotEqualTo(isNull).isNotEqualTo(empty);
    assertThat(isNull).isNotEqualTo(empty);
    assertThat(isNull.toJson()).isEqualTo("{\"id\":1,\"media\":null}");
    assertThat(absent.toJson()).isEqualTo("{\"id\":1}");
  }

  @Test
  void settingAValueAnewMendsTheDeviation() {
    ChatUser broken = ChatUser.fromJson("{\"id\":\"secret\",\"_view\":1}");
    ChatUser mended = broken.toBuilder().id(5).view("s").build();

    assertThat(mended.deviations()).isEmpty();
    assertThat(mended).isEqualTo(ChatUser.builder().id(5).view("s").build());
    assertThatThrownBy(() -> ChatUser.builder().view("s").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("ChatUser lacks required properties: id");
  }

  @Test
  void aLongNumberIsKeptAsItCameInNoTime() {
    for (String digits : List.of("7".repeat(800_000), "1e999999999", "0." + "3".repeat(5000))) {
      String json = "{\"id\":" + digits + ",\"text\":" + digits + ",\"x\":" + digits + "}";
      Message message = Message.fromJson(json);

      assertThatThrownBy(message::id).isInstanceOf(UnreadableValueException.class);
      assertThat(message.text()).isEqualTo(digits);
      assertThat(message.additionalProperties().get("x")).hasToString(digits);
      assertThat(message.toJson()).isEqualTo(json);
      assertThat(message.toString()).hasSizeLessThan(200);
    }
  }

  @Test
  void whatIsNoJsonIsRefused() {
    for (String json : List.of("", "{", "{\"id\":1", "{\"id\":01}", "{} x", "5", "[1]", "null")) {
      assertThatThrownBy(() -> Chat.fromJson(json))
          .as(json)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aMapGivesTheSameWhateverClassesItsNumbersHave() {
    Map<String, Object> json = Map.of("id", 7, "price", 9.5f, "x", List.of(1.5, 2));

    assertThat(MassMessage.fromMap(json).toJson()).contains("\"id\":7", "\"price\":9.5");
    assertThat(MassMessage.fromMap(json).additionalProperties())
        .isEqualTo(Map.of("x", List.of(new BigDecimal("1.5"), 2L)));
  }
}
