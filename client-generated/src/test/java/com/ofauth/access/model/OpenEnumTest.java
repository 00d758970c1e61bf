package com.ofauth.access.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class OpenEnumTest {
  private static final Media.Builder MEDIA =
      Media.builder()
          .id(1)
          .convertedToVideo(false)
          .canView(true)
          .hasError(false)
          .createdAt("2024-01-15T10:30:00Z")
          .isReady(true)
          .releaseForms(List.of());

  @Test
  void takesAConstant() {
    Media media = MEDIA.type(MediaType.GIF).build();

    assertThat(media.type()).isEqualTo(MediaType.GIF);
    assertThat(media.typeAsString()).isEqualTo("gif");
  }

  @Test
  void takesAText() {
    assertThat(MEDIA.type("gif").build().type()).isEqualTo(MediaType.GIF);
    assertThat(MEDIA.type("hologram").build().type()).isEqualTo(MediaType.UNKNOWN_TO_SDK_VERSION);
  }

  @Test
  void refusesTheConstantThatHasNoText() {
    assertThatThrownBy(() -> MEDIA.type(MediaType.UNKNOWN_TO_SDK_VERSION))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("UNKNOWN_TO_SDK_VERSION has no text, give the text itself");
  }

  @Test
  void everyConstantIsFoundByItsText() {
    assertThat(MediaType.values()).allMatch(type -> MediaType.fromValue(type.value()) == type);
  }

  @Test
  void isReadAndWrittenOnItsOwn() {
    assertThat(OfAuthJson.read(MediaType.class, "\"photo\"")).isEqualTo(MediaType.PHOTO);
    assertThat(OfAuthJson.write(MediaType.class, MediaType.PHOTO)).isEqualTo("\"photo\"");
    assertThatThrownBy(() -> OfAuthJson.write(MediaType.class, MediaType.UNKNOWN_TO_SDK_VERSION))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
