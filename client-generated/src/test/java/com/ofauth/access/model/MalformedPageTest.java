package com.ofauth.access.model;

import static com.ofauth.access.internal.json.JsonAssertions.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages of errors: the rule, and the path of the value that breaks it. */
@NullUnmarked
class MalformedPageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'withUser':{'id':1}}                            | Required property '_view' missing at"
            + " path $.list[0].withUser",
        "{'withUser':{'id':null,'_view':''}}              | Required property 'id' missing at path"
            + " $.list[0].withUser: it is null",
        "{}                                               | Required property 'withUser' missing at"
            + " path $.list[0]",
        "{'withUser':null}                                | Required property 'withUser' missing at"
            + " path $.list[0]: it is null",
        "{'withUser':{'id':1,'_view':2}}                  | Expected a string but was NUMBER at"
            + " path $.list[0].withUser._view",
        "{'withUser':{'id':1,'_view':true}}               | Expected a string but was BOOLEAN at"
            + " path $.list[0].withUser._view",
        "{'withUser':{'id':1,'_view':{}}}                 | Expected a string but was BEGIN_OBJECT"
            + " at path $.list[0].withUser._view",
        "{'withUser':{'id':true,'_view':''}}              | Expected a long but was BOOLEAN at path"
            + " $.list[0].withUser.id",
        "{'withUser':{'id':'secret','_view':''}}          | Expected a long but was STRING at path"
            + " $.list[0].withUser.id",
        "{'withUser':{'id':'007','_view':''}}             | Expected a long but was STRING at path"
            + " $.list[0].withUser.id",
        "{'withUser':{'id':1.5,'_view':''}}               | Expected a long but was 1.5 at path"
            + " $.list[0].withUser.id",
        "{'withUser':{'id':9223372036854775808,'_view':''}} | Expected a long but was"
            + " 9223372036854775808 at path $.list[0].withUser.id",
        "{'withUser':{'id':'9223372036854775808','_view':''}} | Expected a long but was"
            + " 9223372036854775808 at path $.list[0].withUser.id",
        "{'withUser':{'id':1,'_view':'','id':1}}          | Duplicate property at path"
            + " $.list[0].withUser.id",
        "{'withUser':{'id':1,'_view':'','x':1,'x':1}}     | Duplicate property at path"
            + " $.list[0].withUser.x",
        "{'withUser':[]}                                  | Expected BEGIN_OBJECT but was"
            + " BEGIN_ARRAY at path $.list[0].withUser",
        "[]                                               | Expected BEGIN_OBJECT but was"
            + " BEGIN_ARRAY at path $.list[0]",
        "null                                             | Expected BEGIN_OBJECT but was NULL at"
            + " path $.list[0]",
        "{'unreadMessagesCount':2147483648}               | Expected an int but was 2147483648 at"
            + " path $.list[0].unreadMessagesCount",
        "{'unreadMessagesCount':-2147483649}              | Expected an int but was -2147483649 at"
            + " path $.list[0].unreadMessagesCount",
        "{'unreadMessagesCount':'2147483648'}             | Expected an int but was 2147483648 at"
            + " path $.list[0].unreadMessagesCount",
        "{'unreadMessagesCount':0.5}                      | Expected a long but was 0.5 at path"
            + " $.list[0].unreadMessagesCount",
        "{'unreadMessagesCount':1.0000000000000000000001} | Expected a long but was"
            + " 1.0000000000000000000001 at path $.list[0].unreadMessagesCount",
        "{'canSendMessage':'true'}                        | Expected a boolean but was STRING at"
            + " path $.list[0].canSendMessage",
        "{'canSendMessage':1}                             | Expected a boolean but was NUMBER at"
            + " path $.list[0].canSendMessage",
        "{'canNotSendReason':1}                           | Expected boolean or string but was"
            + " NUMBER at path $.list[0].canNotSendReason",
        "{'lastMessage':{'previews':[1,'2']}}             | Expected a long but was STRING at path"
            + " $.list[0].lastMessage.previews[1]",
        "{'lastMessage':{'previews':[1,null]}}            | Expected a long but was NULL at path"
            + " $.list[0].lastMessage.previews[1]",
        "{'lastMessage':{'media':[null]}}                 | Expected BEGIN_OBJECT but was NULL at"
            + " path $.list[0].lastMessage.media[0]",
        "{'lastMessage':{'media':{}}}                     | Expected BEGIN_ARRAY but was"
            + " BEGIN_OBJECT at path $.list[0].lastMessage.media",
      })
  void namesPathAndRule(String chat, String message) {
    String page = "{\"list\":[" + chat.replace('\'', '"') + "],\"hasMore\":true}";

    assertThatThrownBy(() -> read(ChatListResponse.class, page))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void refusesEndlessNestingWithoutOverflowingTheStack() {
    String page = "{\"list\":[],\"hasMore\":true,\"x\":" + "[".repeat(1_000_000);

    assertThatThrownBy(() -> read(ChatListResponse.class, page))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Nesting too deep at $.x[0]");
  }

  @Test
  void takesAnOptionalPropertyThatIsNull() throws Exception {
    Chat chat =
        read(Chat.class, "{\"withUser\":{\"id\":1,\"_view\":\"s\"},\"canSendMessage\":null}");

    assertThat(chat.canSendMessage()).isNull();
  }
}
