package com.ofauth.access.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.ChatFilter;
import com.ofauth.access.ChatListQuery;
import com.ofauth.access.ChatOrder;
import com.ofauth.access.ListQuery;
import com.ofauth.access.MassMessageListQuery;
import com.ofauth.access.MassMessageStatus;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthConnection;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server gets to read of a query, decoded by the JDK and not by what encoded it. */
final class RequestParametersTest {
  @Test
  void onlyThePlaceIsAskedForByDefault() throws IOException {
    assertThat(chats(query -> {})).containsExactly("limit=20", "offset=0");
    assertThat(massMessages(query -> {})).containsExactly("limit=20", "offset=0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "birthday",
        "Birthday CAKE",
        " both ends ",
        "a+b c&d=e?f#g/h;i,j:k@l",
        "100% %41 %2B %",
        "\"quoted\" 'single' <b>{c}|d\\e^`~",
        "Größe ñ 東京 🎉 e\u0301",
        "a\tb\nc",
        "%",
        "+",
      })
  void aSearchTextArrivesToTheLetter(String text) throws IOException {
    assertThat(chats(query -> query.query(text)))
        .containsExactly("limit=20", "offset=0", "query=" + text);
  }

  @Test
  void aSearchTextArrivesInFullLength() throws IOException {
    String text = "0123456789".repeat(9) + "ABCDEFGHIJ";

    assertThat(chats(query -> query.query(text))).contains("query=" + text);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, Integer.MAX_VALUE, 4_294_967_297L, Long.MAX_VALUE})
  void aUserListArrivesAsItIs(long userListId) throws IOException {
    assertThat(chats(query -> query.userListId(userListId))).contains("userListId=" + userListId);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, Integer.MAX_VALUE, 4_294_967_297L})
  void aStartArrivesAsItIs(long offset) throws IOException {
    assertThat(chats(query -> query.startAt(offset))).contains("offset=" + offset);
    assertThat(massMessages(query -> query.startAt(offset))).contains("offset=" + offset);
  }

  @ParameterizedTest
  @EnumSource
  void anOrderArrivesAsItsWord(ChatOrder order) throws IOException {
    assertThat(chats(query -> query.order(order)))
        .contains("order=" + (order == ChatOrder.OLD ? "old" : "recent"));
  }

  @ParameterizedTest
  @EnumSource
  void aFilterArrivesAsItsWord(ChatFilter filter) throws IOException {
    String word =
        switch (filter) {
          case PRIORITY -> "priority";
          case WHO_TIPPED -> "who_tipped";
          case UNREAD -> "unread";
        };

    assertThat(chats(query -> query.filter(filter))).contains("filter=" + word);
  }

  @ParameterizedTest
  @EnumSource
  void aStatusArrivesAsItsWord(MassMessageStatus status) throws IOException {
    String word =
        switch (status) {
          case SENT -> "sent";
          case UNSENT -> "unsent";
          case SCHEDULED -> "scheduled";
        };

    assertThat(massMessages(query -> query.status(status))).contains("type=" + word);
  }

  @Test
  void aPageSizeArrives() throws IOException {
    assertThat(chats(query -> query.pageSize(7))).contains("limit=7");
    assertThat(massMessages(query -> query.pageSize(7))).contains("limit=7");
  }

  @Test
  void eachAdditionalParameterArrivesToTheLetter() throws IOException {
    Consumer<ListQuery.Builder<?, ?>> add =
        query ->
            query
                .additionalQueryParam("New", "A b+c&d=é%20")
                .additionalQueryParam("in[]", "")
                .additionalQueryParam("ü=&", "2");

    assertThat(chats(add::accept))
        .containsExactly("limit=20", "offset=0", "New=A b+c&d=é%20", "in[]=", "ü=&=2");
    assertThat(massMessages(add::accept)).contains("New=A b+c&d=é%20", "in[]=", "ü=&=2");
  }

  private static List<String> chats(Consumer<ChatListQuery.Builder> settings) throws IOException {
    ChatListQuery.Builder query = ChatListQuery.builder();
    settings.accept(query);
    return parameters(
        (connection, built) -> connection.chats().list(built).firstPage(), query.build());
  }

  private static List<String> massMessages(Consumer<MassMessageListQuery.Builder> settings)
      throws IOException {
    MassMessageListQuery.Builder query = MassMessageListQuery.builder();
    settings.accept(query);
    return parameters(
        (connection, built) -> connection.massMessages().list(built).firstPage(), query.build());
  }

  /** The parameters of the only request, in the order of their coming. */
  private static <Q> List<String> parameters(BiConsumer<OfAuthConnection, Q> read, Q query)
      throws IOException {
    try (SocketServer server = ListServer.start((peer, head) -> peer.page());
        OfAuthClient client =
            OfAuthClient.builder().apiKey("sk_test").baseUrl(server.url()).build()) {
      read.accept(client.connection("conn_1"), query);

      assertThat(server.requests()).hasSize(1);
      String target = server.requests().get(0).split(" ", 3)[1];
      List<String> parameters = new ArrayList<>();
      for (String parameter : target.substring(target.indexOf('?') + 1).split("&", -1)) {
        parameters.add(URLDecoder.decode(parameter, StandardCharsets.UTF_8));
      }
      return parameters;
    }
  }
}
