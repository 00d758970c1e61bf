package com.ofauth.access.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.TestClients;
import com.ofauth.access.internal.json.ModelAdapter;
import com.ofauth.access.internal.util.Deadline;
import com.ofauth.access.internal.util.SimulatedTime;
import com.ofauth.access.model.ChatListResponse;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import java.io.EOFException;
import java.time.Duration;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BodyDecoderTest {
  private final Deadline deadline = Deadline.after(Duration.ofMinutes(2), new SimulatedTime());
  private final BodyDecoder<ChatListResponse> decoder =
      (json, until) ->
          BodyDecoder.read(ModelAdapter.of(ChatListResponse.class), deviation -> {}, json, until);

  @Test
  void knowsABodyThatIsCutShortWhereverTheCutIs() {
    String body = page();

    for (int end = 0; end < body.length(); end++) {
      String cut = body.substring(0, end);
      assertThat(catchThrowable(() -> decoder.decode(new Buffer().writeUtf8(cut), deadline)))
          .as("cut after %s", cut.substring(Math.max(0, end - 40)))
          .isInstanceOf(EOFException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>hello</body></html>",
        "{\"list\":[{\"withUser\":{\"id\":1,\"_view\":\"\"\"\"}}],\"hasMore\":false}",
        "{\"list\":[{\"withUser\":{\"id\":1,\"_view\":\"\"\"}}],\"hasMore\":false}",
        "{\"list\":[],\"hasMore\":false,}",
        "hello",
      })
  void tellsBrokenSyntaxFromACut(String body) {
    assertThatThrownBy(() -> decoder.decode(new Buffer().writeUtf8(body), deadline))
        .isInstanceOf(JsonEncodingException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[1]", "42", "{\"list\":[],\"hasMore\":false}{}"})
  void refusesJsonThatIsNoPage(String body) {
    assertThatThrownBy(() -> decoder.decode(new Buffer().writeUtf8(body), deadline))
        .isInstanceOfAny(JsonDataException.class, JsonEncodingException.class);
  }

  private static String page() {
    try (OfAuthTestProvider provider = OfAuthTestProvider.builder().chats(2).start();
        OfAuthClient client = TestClients.of(provider).build()) {
      return client
          .connection()
          .chats()
          .list(ChatListQuery.builder().keepRawBody().build())
          .firstPage()
          .rawBody()
          .orElseThrow();
    }
  }
}
