package com.ofauth.access.jackson3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.model.Chat;
import com.ofauth.access.model.Message;
import com.ofauth.access.model.OfAuthModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

class OfAuthJacksonModuleTest {
  /** Unknown properties, explicit nulls, deviations, and numbers that a double can not hold. */
  private static final String JSON =
      "{\"withUser\":{\"id\":\"7\",\"_view\":null},\"canSendMessage\":\"maybe\",\"canNotSendReason\":\"muted\","
          + "\"lastMessage\":{\"id\":1,\"media\":[null,5],\"releaseForms\":0.10000000000000000000001},"
          + "\"x\":[1.50,12345678901234567890123,{\"y\":null}]}";

  private static final ObjectMapper MAPPER = JsonMapper.builder().findAndAddModules().build();

  @Test
  void losesNothingInBothDirections() throws Exception {
    Chat chat = Chat.fromJson(JSON);

    assertThat(MAPPER.writeValueAsString(chat)).isEqualTo(chat.toJson());
    assertThat(MAPPER.readValue(JSON, Chat.class)).isEqualTo(chat);
  }

  @Test
  void readsAndWritesModelsWithinOtherTypes() throws Exception {
    record Answer(List<Chat> chats, Message first) {}
    Answer answer = new Answer(List.of(Chat.fromJson(JSON)), Message.fromJson("{\"id\":1}"));

    String json = MAPPER.writeValueAsString(answer);
    assertThat(MAPPER.readValue(json, Answer.class)).isEqualTo(answer);
  }

  @Test
  void keepsATypeThatJacksonAdds() throws Exception {
    ObjectMapper typed =
        JsonMapper.builder()
            .findAndAddModules()
            .activateDefaultTyping(
                BasicPolymorphicTypeValidator.builder().allowIfSubType(OfAuthModel.class).build(),
                DefaultTyping.NON_FINAL,
                com.fasterxml.jackson.annotation.JsonTypeInfo.As.PROPERTY)
            .build();
    Object chat = Chat.fromJson(JSON);

    String json = typed.writerFor(Object.class).writeValueAsString(chat);
    assertThat(json).contains(Chat.class.getName());
    assertThat(typed.readValue(json, Object.class)).isEqualTo(chat);
  }

  @Test
  void refusesWhatIsNoModel() {
    assertThatThrownBy(() -> MAPPER.readValue("5", Chat.class)).hasMessageContaining("an object");
    assertThatThrownBy(() -> MAPPER.readValue("{}", OfAuthModel.class))
        .isInstanceOf(Exception.class);
  }

  @Test
  void givesTheJsonWithoutTheModuleToo() {
    ObjectMapper plain = new ObjectMapper();
    Chat chat = Chat.fromJson(JSON);

    assertThat(plain.writeValueAsString(chat)).isEqualTo(chat.toJson());
    assertThat(plain.writeValueAsString(List.of(chat))).isEqualTo("[" + chat.toJson() + "]");
    ObjectMapper exact =
        JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    assertThat(exact.readValue(JSON, Chat.class)).isEqualTo(chat);
  }
}
