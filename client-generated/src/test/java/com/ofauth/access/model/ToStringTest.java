package com.ofauth.access.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ToStringTest {
  private static final Message MESSAGE =
      Message.builder()
          .id(1)
          .text("see you at nine")
          .fromUser(MessageAuthor.builder().id(2).name("Robin").build())
          .media(List.of())
          .previews(List.of(3L, 4L))
          .isFree(true)
          .releaseForms("signed")
          .additionalProperty("secret", "token")
          .build();

  @Test
  void tellsIdsButNotWhatPeopleWrote() {
    assertThat(MESSAGE)
        .hasToString(
            "Message{id=1, text=<15 chars>, fromUser=MessageAuthor{id=2, name=<5 chars>}, media=<0 items>,"
                + " previews=<2 items>, isFree=true, releaseForms=<6 chars>, additionalProperties=<1 entries>}");
  }

  @Test
  void tellsTheTextOfAnEnumButNotAllOfALongOne() {
    Media media =
        Media.builder()
            .id(1)
            .type("x".repeat(1000))
            .convertedToVideo(false)
            .canView(true)
            .hasError(false)
            .createdAt("")
            .isReady(true)
            .releaseForms(List.of())
            .build();

    assertThat(media.toString()).contains("type=" + "x".repeat(40) + ", convertedToVideo=false");
    assertThat(media.toBuilder().type("a\r\nFORGED\u001b[31m").build().toString())
        .contains("type=a  FORGED [31m,");
    assertThat(media.toBuilder().type(MediaType.GIF).build().toString()).contains("type=gif,");
  }

  @Test
  void tellsABooleanReasonButNotATextOne() {
    assertThat(CanNotSendReason.of(true)).hasToString("CanNotSendReason{true}");
    assertThat(CanNotSendReason.of("muted by Robin")).hasToString("CanNotSendReason{<14 chars>}");
  }
}
