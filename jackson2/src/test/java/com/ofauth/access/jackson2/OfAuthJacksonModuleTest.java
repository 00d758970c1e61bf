package com.ofauth.access.jackson2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.Message;
import com.ofauth.access.model.OfAuthModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class OfAuthJacksonModuleTest {
  /** Unknown properties, explicit nulls, deviations, and numbers that a double can not hold. */
  private static final String JSON =
      "{\"withUser\":{\"id\":\"7\",\"_view\":null},\"canSendMessage\":\"maybe\",\"canNotSendReason\":\"muted\","
          + "\"lastMessage\":{\"id\":1,\"media\":[null,5],\"releaseForms\":0.10000000000000000000001},"
          + "\"x\":[1.50,12345678901234567890123,{\"y\":null}]}";

  private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();

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
        MAPPER
            .copy()
            .activateDefaultTyping(
                BasicPolymorphicTypeValidator.builder().allowIfSubType(OfAuthModel.class).build(),
                ObjectMapper.DefaultTyping.NON_FINAL,
                com.fasterxml.jackson.annotation.JsonTypeInfo.As.PROPERTY);
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
  void losesNothingInABinaryFormat() throws Exception {
    CBORMapper cbor = new CBORMapper();
    cbor.findAndRegisterModules();
    Chat chat = Chat.fromJson(JSON);

    assertThat(cbor.readValue(cbor.writeValueAsBytes(chat), Chat.class)).isEqualTo(chat);
  }

  @Test
  void givesTheJsonWithoutTheModuleToo() throws Exception {
    ObjectMapper plain = new ObjectMapper();
    Chat chat = Chat.fromJson(JSON);

    assertThat(plain.writeValueAsString(chat)).isEqualTo(chat.toJson());
    assertThat(plain.writeValueAsString(List.of(chat))).isEqualTo("[" + chat.toJson() + "]");
    ObjectMapper exact = plain.copy().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    assertThat(exact.readValue(JSON, Chat.class)).isEqualTo(chat);
  }

  @Test
  void losesNoCapturedShape() throws Exception {
    String captured =
        "{\"withUser\":{\"id\":\"271828957\",\"view\":\"s\"},\"lastMessage\":{\"id\":7,\"text\":null,"
            + "\"price\":9.99,\"media\":[{\"id\":1,\"type\":\"video\",\"convertedToVideo\":0,\"hasError\":false,"
            + "\"isReady\":true,\"createdAt\":null,\"duration\":182.40,\"files\":{\"full\":{\"url\":null,"
            + "\"sources\":[]}},\"videoSources\":[]}],\"previews\":[null,\"5\"],\"createdAt\":1717142400}}";
    Chat chat = Chat.fromJson(captured);

    assertThat(MAPPER.readTree(MAPPER.writeValueAsString(chat)))
        .isEqualTo(MAPPER.readTree(captured));
    assertThat(MAPPER.readValue(captured, Chat.class)).isEqualTo(chat);
  }

  @Test
  void springBootFindsTheModule() throws Exception {
    try (var context = new AnnotationConfigApplicationContext(Application.class)) {
      ObjectMapper mapper = context.getBean(ObjectMapper.class);

      assertThat(mapper.getRegisteredModuleIds()).contains(OfAuthJacksonModule.class.getName());
      assertThat(mapper.readValue(JSON, Chat.class)).isEqualTo(Chat.fromJson(JSON));
    }
  }

  /** Switches on all that Spring Boot finds by itself. */
  @EnableAutoConfiguration
  static class Application {}
}
