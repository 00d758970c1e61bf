package com.ofauth.access.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.internal.json.ModelAdapter;
import com.squareup.moshi.JsonDataException;
import java.math.BigDecimal;
import java.time.Instant;
import okio.ByteString;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that tell times and amounts. */
@NullUnmarked
class TypedTextTest {
  @ParameterizedTest
  @CsvSource({
    "'\"2024-01-15T10:30:00Z\"', 2024-01-15T10:30:00Z",
    "'\"2024-01-15T10:30:00+00:00\"', 2024-01-15T10:30:00Z",
    "'\"2024-01-15T10:30:00.123456789-03:30\"', 2024-01-15T14:00:00.123456789Z",
    "'\"2024-01-15T10:30:00+0200\"', 2024-01-15T08:30:00Z",
    "'\"2024-01-15T10:30Z\"', 2024-01-15T10:30:00Z",
    "1705314600, 2024-01-15T10:30:00Z",
    "'\"1705314600\"', 2024-01-15T10:30:00Z",
    "1705314600123, 2024-01-15T10:30:00.123Z",
    "1705314600.25, 2024-01-15T10:30:00.250Z",
    "-1.5, 1969-12-31T23:59:58.500Z",
    "0, 1970-01-01T00:00:00Z",
  })
  void readsTimes(String json, Instant expected) {
    Message message = Message.fromJson("{\"id\":1,\"createdAt\":" + json + "}");

    assertThat(message.createdAtInstant()).isEqualTo(expected);
    assertThat(message.toJson()).isEqualTo("{\"id\":1,\"createdAt\":" + json + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2024-01-15",
        "2024-01-15T10:30:00",
        "2024-02-30T00:00:00Z",
        "1e99"
      })
  void tellsATextThatIsNoTime(String text) {
    Message message = Message.fromJson("{\"id\":1,\"createdAt\":\"" + text + "\"}");

    assertThat(message.createdAt()).isEqualTo(text);
    assertThat(message.deviations()).isEmpty();
    assertThatThrownBy(message::createdAtInstant)
        .isInstanceOf(UnreadableValueException.class)
        .hasMessage(
            "Expected a timestamp in ISO 8601, or of an epoch but was the text \""
                + text
                + "\" at path $.createdAt");
  }

  @Test
  void whatIsToldOfATextIsOnePrintableLine() {
    Message message = Message.fromJson("{\"id\":1,\"createdAt\":\"x\\r\\nFORGED\\u202e\\u2028\"}");

    assertThatThrownBy(message::createdAtInstant).hasMessageContaining("\"x  FORGED\uFFFD \"");
    assertThat(message.createdAt()).isEqualTo("x\r\nFORGED\u202e\u2028");
  }

  @Test
  void anAbsentTextIsNull() {
    assertThat(Message.fromJson("{\"id\":1}").createdAtInstant()).isNull();
    assertThat(MassMessage.fromJson("{\"id\":1,\"price\":null}").priceAmount()).isNull();
  }

  @Test
  void readsAmountsInTextAndInNumbers() {
    assertThat(MassMessage.fromJson("{\"id\":1,\"price\":\"9.90\"}").priceAmount())
        .isEqualTo(new BigDecimal("9.90"));
    MassMessage number = MassMessage.fromJson("{\"id\":1,\"price\":9.90}");
    assertThat(number.priceAmount()).isEqualTo(new BigDecimal("9.90"));
    assertThat(number.price()).isEqualTo("9.90");
    assertThat(number.deviations()).isEmpty();
    assertThat(number.toJson()).isEqualTo("{\"id\":1,\"price\":9.90}");
    MassMessage free = MassMessage.fromJson("{\"id\":1,\"price\":\"free\"}");
    assertThatThrownBy(free::priceAmount)
        .hasMessage("Expected a decimal number but was the text \"free\" at path $.price");
  }

  @Test
  void strictReadingReadsThemToo() {
    ModelAdapter<MassMessage> adapter = ModelAdapter.of(MassMessage.class);

    assertThatThrownBy(() -> adapter.readStrictly(json("{\"id\":1,\"price\":\"free\"}")))
        .isInstanceOf(JsonDataException.class)
        .hasMessage("Expected a decimal number but was another text at path $.price");
    assertThatThrownBy(() -> adapter.readStrictly(json("{\"id\":1,\"date\":\"today\"}")))
        .isInstanceOf(JsonDataException.class);
    assertThatThrownBy(() -> adapter.readStrictly(json("{\"id\":\"1\"}")))
        .hasMessage("Expected an integer but was a text at path $.id");
  }

  @Test
  void bothKindsOfMessagesHaveThem() {
    AnyMessage message = MassMessage.fromJson("{\"id\":1,\"createdAt\":0}");

    assertThat(message.createdAtInstant()).isEqualTo(Instant.EPOCH);
    assertThat(message.id()).isEqualTo(1);
  }

  private static ByteString json(String text) {
    return ByteString.encodeUtf8(text);
  }
}
