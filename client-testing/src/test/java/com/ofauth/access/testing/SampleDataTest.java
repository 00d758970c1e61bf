package com.ofauth.access.testing;

import static com.ofauth.access.testing.Http.CHATS;
import static com.ofauth.access.testing.Http.MASS_MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the data of a provider that was given no other has to show. */
final class SampleDataTest {
  @RegisterExtension static final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

  private final OfAuthTestProvider provider = ofauth.provider();
  private final String chats = all(CHATS, 50);
  private final String massMessages = all(MASS_MESSAGES, 25);

  @Test
  void hasAllMediaTypes() {
    for (String type : List.of("photo", "video", "gif", "audio")) {
      assertThat(chats).contains("\"type\":\"" + type + "\"");
      assertThat(massMessages).contains("\"type\":\"" + type + "\"");
    }
  }

  @Test
  void hasBothFormsOfTheReasonNotToSend() {
    assertThat(chats)
        .contains(
            "\"canNotSendReason\":true",
            "\"canNotSendReason\":false",
            "\"canNotSendReason\":\"muted\"")
        .containsPattern("\\{\"withUser\":\\{[^}]*},\"can(SendMessage|GoToProfile)\"");
  }

  @Test
  void hasEachFieldPresentAndAbsent() {
    Set<String> present = new TreeSet<>();
    Set<String> absent = new TreeSet<>(Spec.propertyNames("MassMessage"));
    for (JsonNode message : items(MASS_MESSAGES, 25)) {
      Set<String> names = new HashSet<>();
      message.fieldNames().forEachRemaining(names::add);
      present.addAll(names);
      Spec.propertyNames("MassMessage").stream()
          .filter(name -> !names.contains(name))
          .forEach(absent::remove);
    }
    // What was never absent are the required ones.
    assertThat(present).isEqualTo(Spec.propertyNames("MassMessage"));
    assertThat(absent).containsExactly("id", "text");
  }

  @Test
  void hasNullsWhereTheSpecAllowsThem() {
    assertThat(chats)
        .contains("\"giphyId\":null", "\"releaseForms\":null", "\"240\":null", "\"720\":null");
  }

  @Test
  void hasWhatCapturesShow() {
    List<JsonNode> media = new ArrayList<>();
    items(CHATS, 50)
        .forEach(chat -> chat.at("/lastMessage/media").elements().forEachRemaining(media::add));

    assertThat(media)
        .anyMatch(
            photo ->
                photo.get("type").asText().equals("photo")
                    && photo.get("createdAt").isNull()
                    && !photo.has("releaseForms")
                    && !photo.has("canView")
                    && photo.at("/files/full/width").decimalValue().scale() == 3)
        .anyMatch(
            video ->
                video.get("type").asText().equals("video")
                    && video.at("/files/full/url").isNull()
                    && video.at("/files/thumb/url").isTextual()
                    && video.get("duration").isFloatingPointNumber())
        .anyMatch(photo -> photo.has("releaseForms"))
        .anyMatch(video -> video.at("/files/full/url").isTextual());
    assertThat(items(CHATS, 50))
        .anyMatch(
            chat ->
                chat.path("canNotSendReason").asText().equals("deleted_user")
                    && chat.get("withUser").size() == 1);
    assertThat(items(MASS_MESSAGES, 25))
        .anyMatch(
            message ->
                message.path("mediaTypes").isNull()
                    && message.get("price").isNumber()
                    && !message.has("fromUser")
                    && !message.has("media"));
  }

  @Test
  void hasFreeFormReleaseForms() {
    assertThat(chats)
        .contains(
            "\"releaseForms\":{\"pending\":2,\"note\":\"تم\"}",
            "\"releaseForms\":\"unknown\"",
            "\"releaseForms\":[9999999999999999999999999,true]");
  }

  @Test
  void hasEmojiAndRightToLeftText() {
    assertThat(chats)
        .contains("💛", "👩‍👩‍👧‍👦", "شكرا", "תודה", "\\n", "\\\\", "\u200f", "&amp;");
  }

  @Test
  void hasIdsAndSizesPast32Bits() {
    List<Long> ids = provider.connection().chats().userIds();

    assertThat(ids).anyMatch(id -> id > Integer.MAX_VALUE).anyMatch(id -> id < Integer.MAX_VALUE);
    assertThat(chats).containsPattern("\"size\":3221\\d{6}\\b");
    assertThat(provider.connection().massMessages().ids()).allMatch(id -> id > Integer.MAX_VALUE);
  }

  @Test
  void hasUrlsThatLookSignedAndLeadNowhere() {
    assertThat(chats)
        .containsPattern(
            "https://cdn\\.example\\.com/photo/\\d+/source\\.jpg\\?Expires=\\d+&Signature=[\\w~-]{24}&");
    assertThat(chats.replace("https://cdn.example.com/", "")).doesNotContain("://");
  }

  @Test
  void hasTimestampsInBothForms() {
    assertThat(chats)
        .containsPattern("\"createdAt\":\"2024-05-\\d\\dT\\d\\d:\\d\\d:00Z\"")
        .containsPattern("\"createdAt\":\"2024-05-\\d\\dT\\d\\d:\\d\\d:00\\+00:00\"");
  }

  @Test
  void isTheSameInEachRunForTheSameSeedAndConnection() {
    // Fixed here, so that another JDK or machine that gives other data fails.
    assertThat(SampleData.seeded(1).chat(3).withUser().id()).isEqualTo(4_800_003_404L);
    assertThat(SampleData.seeded(1).chat(3)).isEqualTo(SampleData.seeded(1).chat(3));
    assertThat(SampleData.seeded(1).chat(3)).isNotEqualTo(SampleData.seeded(2).chat(3));
    assertThat(SampleData.seeded(1).massMessage(0)).isEqualTo(SampleData.seeded(1).massMessage(0));

    try (OfAuthTestProvider again = OfAuthTestProvider.start()) {
      assertThat(again.connection().chats().all()).isEqualTo(provider.connection().chats().all());
      again.connection("conn_other").chats().addGenerated(50);
      assertThat(again.connection("conn_other").chats().userIds())
          .isNotEqualTo(provider.connection().chats().userIds());
    }
  }

  @Test
  void givesEachItemAnIdOfItsOwn() {
    TestConnection connection = provider.connection("conn_big");
    connection.chats().addGenerated(100_000);
    connection.massMessages().addGenerated(100_000);
    connection.scheduledMassMessages().addGenerated(100_000);

    assertThat(new HashSet<>(connection.chats().userIds())).hasSize(100_000);
    assertThat(connection.massMessages().ids())
        .doesNotContainAnyElementsOf(connection.scheduledMassMessages().ids().subList(0, 100));
  }

  private String all(String path, int count) {
    StringBuilder all = new StringBuilder();
    for (int offset = 0; offset < count; offset += 20) {
      all.append(Http.get(provider, path + "?limit=20&offset=" + offset).body());
    }
    return all.toString();
  }

  private List<JsonNode> items(String path, int count) {
    List<JsonNode> items = new ArrayList<>();
    for (int offset = 0; offset < count; offset += 20) {
      Http.get(provider, path + "?limit=20&offset=" + offset)
          .json()
          .get("list")
          .forEach(items::add);
    }
    return items;
  }
}
