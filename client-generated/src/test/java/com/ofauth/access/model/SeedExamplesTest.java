package com.ofauth.access.model;

import static com.ofauth.access.internal.json.JsonAssertions.assertRoundTrip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The example responses of the API's own documentation. */
@NullUnmarked
class SeedExamplesTest {
  @Test
  void readsAndWritesTheListOfChats() throws IOException {
    ChatListResponse page =
        assertRoundTrip(ChatListResponse.class, resource("seeds/chats-list.json"));

    assertThat(page.hasMore()).isTrue();
    assertThat(page.nextOffset()).isEqualTo(123);
    assertThat(page.additionalProperties()).isEmpty();
    Chat chat = page.list().get(0);
    assertThat(chat.withUser().id()).isEqualTo(123);
    assertThat(chat.canNotSendReason()).isEqualTo(CanNotSendReason.of(true));
    assertThat(chat.lastMessage().media().get(0).type()).isEqualTo(MediaType.PHOTO);
    assertThat(chat.lastMessage().releaseForms()).isEqualTo("<unknown>");
    assertThat(chat.additionalProperties()).isEmpty();
    assertThat(chat.lastMessage().additionalProperties()).isEmpty();
  }

  @Test
  void readsAndWritesTheListOfMassMessages() throws IOException {
    MassMessageListResponse page =
        assertRoundTrip(MassMessageListResponse.class, resource("seeds/list-mass-messages.json"));

    MassMessage message = page.list().get(0);
    assertThat(message.fromUser().name()).isEqualTo("<string>");
    assertThat(message.mediaTypes().video()).isEqualTo(123);
    assertThat(message.media().get(0).videoSources()._240()).isEqualTo("<string>");
    assertThat(message.additionalProperties()).isEmpty();
  }

  private static String resource(String name) throws IOException {
    return Files.readString(Path.of("src/test/resources", name));
  }
}
