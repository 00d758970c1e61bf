package com.ofauth.access.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import java.io.EOFException;
import java.io.IOException;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfAuthJsonTest {
  private static final String USER = "{\"id\":1,\"_view\":\"s\"}";

  @Test
  void skipsAByteOrderMark() throws IOException {
    Buffer source = new Buffer().write(ByteString.decodeHex("efbbbf")).writeUtf8(USER);

    assertThat(OfAuthJson.read(ChatUser.class, source).id()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{\"id\":1,\"_view\":\"s\"", "{\"id\":1,\"_view\":"})
  void tellsThatADocumentIsCutShort(String json) {
    assertThatThrownBy(() -> OfAuthJson.read(ChatUser.class, json))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void tellsThatADocumentIsCutShortWithinAString() {
    assertThatThrownBy(() -> OfAuthJson.read(ChatUser.class, "{\"id\":1,\"_view\":\"s"))
        .isInstanceOf(JsonEncodingException.class)
        .hasMessage("Unterminated string at path $._view");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "x", "]"})
  void refusesWhatFollowsTheDocument(String rest) {
    assertThatThrownBy(() -> OfAuthJson.read(ChatUser.class, USER + rest))
        .isInstanceOf(JsonEncodingException.class);
  }

  @Test
  void tellsWhereTheTextIsNotJson() {
    assertThatThrownBy(
            () -> OfAuthJson.read(AvatarThumbs.class, "{\"c50\":\"\"\"\",\"c144\":\"\"}"))
        .isInstanceOf(JsonEncodingException.class)
        .hasMessageEndingWith(" at path $.c50");
  }

  @Test
  void refusesADocumentThatIsNull() {
    assertThatThrownBy(() -> OfAuthJson.read(ChatUser.class, "null"))
        .isInstanceOf(JsonDataException.class)
        .hasMessage("Expected ChatUser but was NULL at path $");
  }
}
