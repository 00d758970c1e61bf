package com.ofauth.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.model.Message;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks the messages of a chat over HTTP, while messages come and go. */
@Tag("drift")
final class ChatMessagesTest {
  private static final int COUNT = 105;

  private final List<Long> ids =
      new CopyOnWriteArrayList<>(
          LongStream.rangeClosed(1, COUNT).map(i -> 5_000_000_000L - i).boxed().toList());
  private final List<Long> stay = List.copyOf(ids);
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final OfAuthClient client;

  ChatMessagesTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    client =
        OfAuthClient.builder()
            .apiKey("sk_sandbox_test")
            .baseUrl("http://localhost:" + server.getAddress().getPort() + "/")
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void givesEachMessageThatStaysOnceAndEnds(PagingMode mode) {
    List<Long> given = new ArrayList<>();
    for (Message message : list(mode, null)) {
      given.add(message.id());
      ids.add(0, 6_000_000_000L + given.size());
    }

    assertThat(given).containsExactlyElementsOf(stay);
    assertThat(asked).hasSize(6);
    assertThat(asked.get(0)).isEqualTo("/v2/access/chats/7/messages?limit=20");
    assertThat(asked.get(1)).endsWith("limit=20&lastId=" + stay.get(19));
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void resumesInAnotherProcessAndInTheSameChatOnly(PagingMode mode) {
    Page<Message> first = list(mode, null).firstPage();
    Checkpoint checkpoint = Checkpoint.parse(first.checkpoint().toString());
    List<Long> given = new ArrayList<>();
    first.items().forEach(message -> given.add(message.id()));
    list(mode, checkpoint).forEach(message -> given.add(message.id()));

    assertThat(given).containsExactlyElementsOf(stay);
    assertThatThrownBy(
            () ->
                client
                    .connection("conn_1")
                    .chatMessages()
                    .list(
                        ChatMessageListQuery.builder(8)
                            .pagingMode(mode)
                            .resumeFrom(checkpoint)
                            .build()))
        .hasMessageContaining("belongs to another query");
  }

  private Paginated<Message> list(
      PagingMode mode, @org.jspecify.annotations.Nullable Checkpoint from) {
    return client
        .connection("conn_1")
        .chatMessages()
        .list(ChatMessageListQuery.builder(7).pagingMode(mode).resumeFrom(from).build());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String uri = exchange.getRequestURI().toString();
    asked.add(uri);
    String query = Objects.requireNonNull(exchange.getRequestURI().getQuery());
    int at = query.indexOf("lastId=");
    long before = at < 0 ? Long.MAX_VALUE : Long.parseLong(query.substring(at + 7));
    List<Long> rest = ids.stream().filter(id -> id < before).toList();
    List<Long> page = rest.subList(0, Math.min(20, rest.size()));
    boolean more = page.size() < rest.size();
    String body =
        page.stream()
                .map(
                    id ->
                        "{\"id\":%d,\"text\":\"\",\"fromUser\":{\"id\":7},\"media\":[],\"previews\":[]}"
                            .formatted(id))
                .collect(Collectors.joining(",", "{\"list\":[", "],\"hasMore\":" + more))
            + (more ? ",\"nextLastId\":" + page.get(page.size() - 1) : "")
            + "}";
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
