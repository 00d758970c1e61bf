package com.ofauth.access.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.MassMessageListQuery;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.PagingMode;
import com.ofauth.access.model.MassMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the next page begins: as the service says, else behind the items that came. */
final class NextOffsetTest {
  static Stream<Function<OfAuthConnection, List<Long>>> lists() {
    return Stream.of(NextOffsetTest::chats, NextOffsetTest::massMessages);
  }

  @Test
  void isFollowed() throws IOException {
    assertThat(
            read(
                NextOffsetTest::chats,
                Map.of(
                    0L, page("\"hasMore\":true,\"nextOffset\":50", 1, 2),
                    50L, page("\"hasMore\":true,\"nextOffset\":51", 3),
                    51L, page("\"hasMore\":false", 4))))
        .containsExactly(1L, 2L, 3L, 4L);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void isBehindTheItemsWhereItIsNotSaid(Function<OfAuthConnection, List<Long>> list)
      throws IOException {
    assertThat(
            read(
                list,
                Map.of(
                    0L, page("\"hasMore\":true", 1, 2),
                    2L, page("\"hasMore\":true,\"nextOffset\":null", 3),
                    3L, page("\"hasMore\":false", 4))))
        .containsExactly(1L, 2L, 3L, 4L);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void aPageThatDoesNotSayWhetherThereIsMoreIsNotTheEnd(Function<OfAuthConnection, List<Long>> list)
      throws IOException {
    assertThat(
            read(
                list,
                Map.of(
                    0L, page("\"nextOffset\":2", 1, 2),
                    2L, page("\"hasMore\":null", 3),
                    3L, page("\"nextOffset\":3"))))
        .containsExactly(1L, 2L, 3L);
  }

  private static List<Long> chats(OfAuthConnection connection) {
    ChatListQuery query = ChatListQuery.builder().pagingMode(PagingMode.PLAIN).pageSize(2).build();
    return connection.chats().list(query).stream().map(chat -> chat.withUser().id()).toList();
  }

  private static List<Long> massMessages(OfAuthConnection connection) {
    MassMessageListQuery query =
        MassMessageListQuery.builder().pagingMode(PagingMode.PLAIN).pageSize(2).build();
    return connection.massMessages().list(query).stream().map(MassMessage::id).toList();
  }

  private static List<Long> read(
      Function<OfAuthConnection, List<Long>> list, Map<Long, String> pages) throws IOException {
    try (SocketServer server =
            ListServer.start(
                (peer, head) ->
                    peer.answer(
                        "200 OK",
                        "Content-Type: application/json\r\n",
                        pages.getOrDefault(ListServer.offset(head), SocketServer.EMPTY_PAGE)));
        OfAuthClient client =
            OfAuthClient.builder().apiKey("sk_test").baseUrl(server.url()).build()) {
      return list.apply(client.connection("conn_1"));
    }
  }

  /** Items that are chats and mass messages at the same time. */
  private static String page(String rest, long... ids) {
    StringBuilder items = new StringBuilder();
    for (long id : ids) {
      items.append(items.isEmpty() ? "" : ",");
      items.append("{\"id\":").append(id).append(",\"withUser\":{\"id\":").append(id).append("}}");
    }
    return "{\"list\":[" + items + "]," + rest + "}";
  }
}
