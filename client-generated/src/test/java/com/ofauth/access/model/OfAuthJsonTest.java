package com.ofauth.access.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.Types;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfAuthJsonTest {
  private static final String USER = "{\"id\":1,\"_view\":\"s\"}";

  @Test
  void skipsAByteOrderMark() {
    assertThat(OfAuthJson.read(ChatUser.class, "\ufeff" + USER).id()).isEqualTo(1);
  }

  @Test
  void readsAndWritesModelsWithinTypesOfTheUser() throws IOException {
    JsonAdapter<List<ChatUser>> users =
        OfAuthJson.moshi().adapter(Types.newParameterizedType(List.class, ChatUser.class));
    String json = "[" + USER + "]";

    assertThat(users.toJson(users.fromJson(json))).isEqualTo(json);
  }

  @Test
  void refusesAClassThatIsNoModel() {
    assertThatThrownBy(() -> OfAuthJson.write(String.class, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a model of the API: java.lang.String");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{\"id\":1,\"_view\":\"s\"", "{\"id\":1,\"_view\":"})
  void tellsThatADocumentIsCutShort(String json) {
    assertThatThrownBy(() -> OfAuthJson.read(ChatUser.class, json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The JSON ends too early, or is empty")
        .hasCauseInstanceOf(EOFException.class);
  }

  @Test
  void tellsThatADocumentIsCutShortWithinAString() {
    assertThatThrownBy(() -> OfAuthJson.read(ChatUser.class, "{\"id\":1,\"_view\":\"s"))
        .hasCauseInstanceOf(JsonEncodingException.class)
        .hasMessage("Unterminated string at path $._view");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "x", "]"})
  void refusesWhatFollowsTheDocument(String rest) {
    assertThatThrownBy(() -> OfAuthJson.read(ChatUser.class, USER + rest))
        .hasCauseInstanceOf(JsonEncodingException.class);
  }

  @Test
  void tellsWhereTheTextIsNotJson() {
    assertThatThrownBy(
            () -> OfAuthJson.read(AvatarThumbs.class, "{\"c50\":\"\"\"\",\"c144\":\"\"}"))
        .hasCauseInstanceOf(JsonEncodingException.class)
        .hasMessageEndingWith(" at path $.c50");
    assertThatThrownBy(() -> OfAuthJson.read(ChatUser.class, "{bad"))
        .hasMessage("Malformed JSON at path $.");
  }

  @Test
  void refusesADocumentThatIsNull() {
    assertThatThrownBy(() -> OfAuthJson.read(ChatUser.class, "null"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected an object but was null at path $");
  }
}
