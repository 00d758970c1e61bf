package com.ofauth.access.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.MalformedResponseException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.PagingMode;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.decoding.ValidationMode;
import com.ofauth.access.model.Chat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A body above 8 MiB is not read: the page is asked for in smaller parts. */
final class LargeBodyTest {
  private static final String MEBIBYTE = "x".repeat(1 << 20);
  private static final int CHATS = 12;

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void aPageThatIsTooLargeIsAskedForWithHalfTheSize(PagingMode mode) throws IOException {
    try (SocketServer server =
            ListServer.start(
                (peer, head) -> peer.answer("200 OK", "", ListServer.page(head, CHATS, MEBIBYTE)));
        OfAuthClient client = client(server)) {
      List<Long> ids = new ArrayList<>();
      for (Chat chat :
          client
              .connection("conn_1")
              .chats()
              .list(ChatListQuery.builder().pagingMode(mode).build())) {
        ids.add(chat.withUser().id());
      }

      assertThat(ids).containsExactlyElementsOf(LongStream.rangeClosed(1, CHATS).boxed().toList());
      assertThat(server.requests().stream().limit(3).map(ListServer::limit))
          .containsExactly(20L, 10L, 5L);
    }
  }

  @Test
  void anItemThatIsTooLargeIsAnUndecodableItem() throws IOException {
    try (SocketServer server =
            ListServer.start(
                (peer, head) -> {
                  String page = ListServer.page(head, CHATS, "small");
                  peer.answer(
                      "200 OK",
                      "",
                      page.replace(
                          "\"id\":3,\"_view\":\"s\"",
                          "\"id\":3,\"_view\":\"" + MEBIBYTE.repeat(9) + "\""));
                });
        OfAuthClient client = client(server)) {
      List<UndecodableItem> broken = new ArrayList<>();
      List<Long> ids = new ArrayList<>();
      for (Chat chat :
          client
              .connection("conn_1")
              .chats()
              .list(ChatListQuery.builder().onUndecodableItem(broken::add).build())) {
        ids.add(chat.withUser().id());
      }

      assertThat(ids)
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, CHATS).filter(id -> id != 3).boxed().toList());
      assertThat(broken).hasSize(1);
      assertThat(broken.get(0).offset()).isEqualTo(2);
      assertThat(broken.get(0).reason()).contains("8 MiB");
      assertThat(broken.get(0).rawText()).isEmpty();
    }
  }

  @Test
  void anItemThatIsTooLargeFailsItsPageInStrictMode() throws IOException {
    byte[] packed = gzip(ListServer.page("?limit=1&offset=0", 1, MEBIBYTE.repeat(9)));
    try (SocketServer server =
            ListServer.start(
                (peer, head) -> {
                  peer.send(
                      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                          + packed.length
                          + "\r\n\r\n");
                  peer.send(packed);
                });
        OfAuthClient client = client(server)) {

      // A few kilobytes, which unpack to more.
      assertThat(packed.length).isLessThan(100_000);
      ChatListQuery strict = ChatListQuery.builder().validationMode(ValidationMode.STRICT).build();
      assertThatThrownBy(() -> client.connection("conn_1").chats().list(strict).firstPage())
          .isInstanceOfSatisfying(
              MalformedResponseException.class,
              e -> assertThat(e.defect()).isEqualTo(MalformedResponseException.Defect.TOO_LARGE))
          .hasMessageContaining("more than 8 MiB")
          .hasMessageContaining("at offset 0");
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static OfAuthClient client(SocketServer server) {
    return OfAuthClient.builder().apiKey("sk_test").baseUrl(server.url()).build();
  }
}
