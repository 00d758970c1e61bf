package com.ofauth.access.model;

import static com.ofauth.access.internal.json.JsonAssertions.assertRoundTrip;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What the API sends beyond its documentation, and what a careless reader would lose. */
@NullUnmarked
class ChatPageTest {
  @Test
  void keepsUnknownPropertiesAtEveryLevel() {
    ChatListResponse page =
        assertRoundTrip(
            ChatListResponse.class,
            """
            {"list":[{"withUser":{"id":1,"_view":"s","badge":{"level":[1,{"of":5.50}]}},"pinned":null}],
             "hasMore":false,"cursor":"abc"}
            """);

    assertThat(page.additionalProperties()).containsExactly(Map.entry("cursor", "abc"));
    Chat chat = page.list().get(0);
    assertThat(chat.additionalProperties()).containsEntry("pinned", null);
    assertThat(chat.withUser().additionalProperties())
        .containsEntry("badge", Map.of("level", List.of(1L, Map.of("of", new BigDecimal("5.50")))));
  }

  @Test
  void keepsAMediaTypeThatItDoesNotKnow() {
    Media media = assertRoundTrip(Media.class, media("\"hologram\"", ""));

    assertThat(media.type()).isEqualTo(MediaType.UNKNOWN_TO_SDK_VERSION);
    assertThat(media.typeAsString()).isEqualTo("hologram");
  }

  @Test
  void keepsExplicitNulls() {
    Media media =
        assertRoundTrip(
            Media.class,
            media(
                "\"video\"", ",\"videoSources\":{\"240\":null},\"duration\":null,\"files\":null"));

    assertThat(media.duration()).isNull();
    assertThat(media.files()).isNull();
    assertThat(media.videoSources()._240()).isNull();
    assertThat(media.videoSources()._720()).isNull();
  }

  @Test
  void keepsIdsOf64Bits() {
    ChatUser user = assertRoundTrip(ChatUser.class, "{\"id\":9223372036854775807,\"_view\":\"\"}");

    assertThat(user.id()).isEqualTo(Long.MAX_VALUE);
    assertThat(user.view()).isEmpty();
  }

  @Test
  void keepsSizesPastTwoGigabytes() {
    MediaThumbFile file = assertRoundTrip(MediaThumbFile.class, "{\"size\":3221225472}");

    assertThat(file.size()).isEqualTo(3_221_225_472L);
  }

  @Test
  void readsANextOffsetInQuotesAndWritesItInQuotes() {
    ChatListResponse page =
        assertRoundTrip(
            ChatListResponse.class, "{\"list\":[],\"hasMore\":true,\"nextOffset\":\"40\"}");

    assertThat(page.nextOffset()).isEqualTo(40);
  }

  @Test
  void writesANextOffsetWithoutQuotesOnceItIsSetAnew() {
    ChatListResponse page =
        assertRoundTrip(
            ChatListResponse.class, "{\"list\":[],\"hasMore\":true,\"nextOffset\":\"40\"}");

    assertThat(page.toBuilder().nextOffset(60L).build().toJson())
        .isEqualTo("{\"list\":[],\"hasMore\":true,\"nextOffset\":60}");
  }

  @Test
  void takesIntegersInAnyNotationOfJson() {
    MediaTypeCounts counts =
        assertThatReads(MediaTypeCounts.class, "{\"photo\":1.0,\"video\":12e1,\"gif\":-0}");

    assertThat(counts.photo()).isEqualTo(1);
    assertThat(counts.video()).isEqualTo(120);
    assertThat(counts.gif()).isZero();
  }

  @Test
  void keepsFreeFormReleaseFormsWithEveryDigit() {
    String json =
        """
        {"id":1,"text":"","fromUser":{"id":2},"media":[],"previews":[9007199254740993],
         "releaseForms":[{"big":123456789012345678901234567890,"exact":0.10000000000000000000001,"none":null}]}
        """;
    Message message = assertRoundTrip(Message.class, json);

    assertThat(message.previews()).containsExactly(9007199254740993L);
    Map<?, ?> form = (Map<?, ?>) ((List<?>) message.releaseForms()).get(0);
    assertThat(form.get("big")).isEqualTo(new BigInteger("123456789012345678901234567890"));
    assertThat(form.get("exact")).isEqualTo(new BigDecimal("0.10000000000000000000001"));
    assertThat(message.toJson())
        .contains("123456789012345678901234567890", "0.10000000000000000000001");
  }

  @Test
  void readsBothFormsOfCanNotSendReason() {
    Chat cannot = assertRoundTrip(Chat.class, chat("\"muted\""));
    Chat can = assertRoundTrip(Chat.class, chat("false"));

    assertThat(cannot.canNotSendReason().asString()).contains("muted");
    assertThat(cannot.canNotSendReason().isBoolean()).isFalse();
    assertThat(can.canNotSendReason().asBoolean()).contains(false);
    assertThat(can.canNotSendReason().asString()).isEmpty();
  }

  @Test
  void readsEveryDialectOfErrors() {
    ErrorResponse current =
        assertRoundTrip(
            ErrorResponse.class,
            "{\"error\":\"gone\",\"type\":\"SESSION_EXPIRED\",\"requestId\":\"req_1\",\"actionRequired\":\"refresh_session\"}");
    ErrorResponse older =
        assertRoundTrip(
            ErrorResponse.class, "{\"error\":\"bad\",\"code\":\"X\",\"details\":{\"a\":[1]}}");
    ErrorResponse sdks =
        assertRoundTrip(
            ErrorResponse.class, "{\"message\":\"bad\",\"code\":\"X\",\"details\":\"a\"}");

    assertThat(current.type()).isEqualTo("SESSION_EXPIRED");
    assertThat(older.details()).isEqualTo(Map.of("a", List.of(1L)));
    assertThat(sdks.message()).isEqualTo("bad");
  }

  private static <T> T assertThatReads(Class<T> type, String json) {
    return com.ofauth.access.internal.json.JsonAssertions.read(type, json);
  }

  private static String chat(String reason) {
    return "{\"withUser\":{\"id\":1,\"_view\":\"s\"},\"canNotSendReason\":" + reason + "}";
  }

  private static String media(String type, String more) {
    return "{\"id\":1,\"type\":"
        + type
        + ",\"convertedToVideo\":false,\"canView\":true,\"hasError\":false,\"createdAt\":\"2024-01-15T10:30:00Z\","
        + "\"isReady\":true,\"releaseForms\":[]"
        + more
        + "}";
  }
}
