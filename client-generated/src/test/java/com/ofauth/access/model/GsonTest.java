package com.ofauth.access.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Gson, which would read and write private fields, fails instead. */
final class GsonTest {
  private final Gson gson = new Gson();
  private final Chat chat =
      Chat.fromJson("{\"withUser\":{\"id\":1},\"lastMessage\":{\"id\":2,\"text\":\"private\"}}");

  @Test
  void refusesToWriteAModel() {
    assertThatThrownBy(() -> gson.toJson(chat)).isInstanceOf(JsonIOException.class);
    assertThatThrownBy(() -> gson.toJson(Map.of("chat", chat))).isInstanceOf(JsonIOException.class);
    assertThatThrownBy(() -> gson.toJsonTree(chat.lastMessage()))
        .isInstanceOf(JsonIOException.class);
  }

  @Test
  void refusesToReadAModel() {
    assertThatThrownBy(() -> gson.fromJson(chat.toJson(), Chat.class))
        .isInstanceOf(JsonIOException.class);
  }

  @Test
  void writesTheMapOfAModel() {
    assertThat(gson.toJson(chat.toMap())).isEqualTo(chat.toJson());
  }
}
