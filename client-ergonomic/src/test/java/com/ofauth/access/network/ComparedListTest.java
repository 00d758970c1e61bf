package com.ofauth.access.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.MassMessageListQuery;
import com.ofauth.access.MassMessageStatus;
import com.ofauth.access.MassMessages;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.changes.Changes;
import com.ofauth.access.changes.Checkpointed;
import com.ofauth.access.model.MassMessage;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scheduled messages of the JDK's own server, as captures of the service show them. */
final class ComparedListTest {
  private static final MassMessageListQuery SCHEDULED =
      MassMessageListQuery.builder().status(MassMessageStatus.SCHEDULED).build();
  private static final Pattern WINDOW = Pattern.compile("limit=([0-9]+)&offset=([0-9]+)");

  private final List<String> list = new ArrayList<>();
  private HttpServer server;
  private OfAuthClient client;
  private MassMessages messages;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v2/access/mass-messages",
        exchange -> {
          Matcher window = WINDOW.matcher(exchange.getRequestURI().getQuery());
          assertThat(window.find()).isTrue();
          int from = Math.min(Integer.parseInt(window.group(2)), list.size());
          int to = Math.min(from + Integer.parseInt(window.group(1)), list.size());
          byte[] body =
              ("{\"list\":["
                      + String.join(",", list.subList(from, to))
                      + "],\"hasMore\":"
                      + (to < list.size())
                      + "}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    client =
        OfAuthClient.builder()
            .apiKey("key")
            .baseUrl("http://127.0.0.1:" + server.getAddress().getPort())
            .rateLimitPolicy(RateLimitPolicy.unlimited())
            .build();
    messages = client.connection("conn_1").massMessages();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void doesNotTakeAnotherSpellingForAChange() {
    list.add("{\"id\":1,\"text\":\"a\",\"price\":\"9.99\",\"previews\":[5,6],\"media\":[]}");
    list.add("{\"id\":2,\"text\":null,\"media\":null,\"mediaTypes\":null}");
    list.add(
        "{\"id\":3,\"text\":\"b\",\"media\":[{\"id\":8,\"type\":\"photo\","
            + "\"files\":{\"full\":{\"url\":\"https://cdn.example.com/8?expires=1\"}}}]}");
    Checkpoint since = messages.checkpointNow(SCHEDULED);
    list.set(
        0,
        "{\"id\":\"1\",\"text\":\"a\",\"price\":9.99,\"previews\":[{\"id\":5,\"url\":\"https://cdn.example.com/5\"},\"6\"],"
            + "\"media\":null}");
    list.set(1, "{\"id\":2,\"cancelSeconds\":4294967296,\"isNew\":true}");
    list.set(
        2,
        "{\"id\":3,\"text\":\"b\",\"media\":[{\"id\":\"8\",\"type\":\"photo\","
            + "\"files\":{\"full\":{\"url\":\"https://cdn.example.com/8?expires=2\"}}}],\"new\":1}");

    assertThat(messages.changes(SCHEDULED, since)).isEmpty();

    list.set(0, list.get(0).replace("\"6\"", "\"7\""));
    list.set(1, list.get(1).replace("}", ",\"date\":1893456000}"));
    assertThat(ids(messages.changes(SCHEDULED, since))).containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void losesNothingWhileItCrashesAfterEachItem() {
    for (int id = 1; id <= 130; id++) {
      list.add("{\"id\":" + id + ",\"text\":\"" + id + "\"}");
    }
    Checkpoint saved = messages.checkpointNow(SCHEDULED);
    List<Long> handled = new ArrayList<>();
    for (int change = 0; change < 20; change++) {
      list.set(change * 6, list.get(change * 6).replaceAll("\"text\".*", "\"text\":\"edited\"}"));
      list.add(change * 3, "{\"id\":" + (1_000 + change) + ",\"text\":\"new\"}");
      list.remove(list.size() - 1);
      Checkpointed<MassMessage> first =
          messages.changes(SCHEDULED, saved).withCheckpoints().iterator().next();
      handled.add(first.item().id());
      saved = Checkpoint.parse(first.checkpoint().toString());
    }
    handled.addAll(ids(messages.changes(SCHEDULED, saved)));

    assertThat(handled).doesNotHaveDuplicates();
    List<String> news =
        list.stream().filter(item -> !item.matches(".*\"text\":\"[0-9]+\".*")).toList();
    assertThat(news).hasSizeGreaterThan(20);
    assertThat(handled).hasSizeGreaterThanOrEqualTo(news.size());
    for (String item : news) {
      assertThat(handled).contains(MassMessage.fromJson(item).id());
    }
  }

  private static List<Long> ids(Changes<MassMessage> news) {
    List<Long> ids = new ArrayList<>();
    news.forEach(message -> ids.add(message.id()));
    return ids;
  }
}
