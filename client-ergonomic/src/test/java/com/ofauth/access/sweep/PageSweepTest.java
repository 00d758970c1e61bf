package com.ofauth.access.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.MassMessage;
import com.ofauth.access.model.OfAuthJson;
import com.ofauth.access.sweep.PageSweep.Damaged;
import com.ofauth.access.sweep.PageSweep.Losses;
import com.ofauth.access.sweep.PlainClasses.ChatPage;
import com.ofauth.access.sweep.PlainClasses.MassMessagePage;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.RateLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What one damaged value costs, in every field of both pages: beside Gson and Jackson on plain
 * classes, in {@code target/sweep.md}.
 */
final class PageSweepTest {
  private static final Path SEEDS = Path.of("../client-generated/src/test/resources/seeds");

  private final Gson gson = new GsonBuilder().create();
  private final ObjectMapper jackson =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  @Test
  void noPageIsLostButByItsListAndNoItemButByItsKey() throws IOException {
    List<Damaged> chats =
        PageSweep.of(Files.readString(SEEDS.resolve("chats-list.json")), "withUser", "id");
    List<Damaged> messages =
        PageSweep.of(Files.readString(SEEDS.resolve("list-mass-messages.json")), "id");
    Losses ofChats;
    Losses ofMessages;
    try (Pages pages = new Pages()) {
      ofChats = PageSweep.count(chats, pages::chats, "withUser", "id");
      ofMessages = PageSweep.count(messages, pages::massMessages, "id");
    }
    List<String> table =
        List.of(
            "%d pages of chats, %d of mass messages".formatted(chats.size(), messages.size()),
            "| | pages lost | items lost | neighbours lost | values lost |",
            "|---|---|---|---|---|",
            ofChats.line("chats, the SDK"),
            PageSweep.count(chats, gson(ChatPage.class, page -> page.list), "withUser", "id")
                .line("chats, Gson"),
            PageSweep.count(chats, jackson(ChatPage.class, page -> page.list), "withUser", "id")
                .line("chats, Jackson"),
            ofMessages.line("mass messages, the SDK"),
            PageSweep.count(messages, gson(MassMessagePage.class, page -> page.list), "id")
                .line("mass messages, Gson"),
            PageSweep.count(messages, jackson(MassMessagePage.class, page -> page.list), "id")
                .line("mass messages, Jackson"));
    Files.write(Path.of("target/sweep.md"), table);

    assertThat(chats.size() + messages.size()).isGreaterThan(3_000);
    // A next offset of 0 or -1 is no damage of a value: the service would lead the walk in a
    // circle.
    assertThat(ofChats.pages).isEqualTo(Map.of("$.list", 14, "$.nextOffset", 2));
    // The same holds for an empty list with more behind it, in two forms.
    assertThat(ofMessages.pages).isEqualTo(Map.of("$.list", 14 + 2));
    // What stands in the place of an item is no item; nor is what has two keys or two versions.
    assertThat(ofChats.items)
        .containsOnlyKeys(
            "$.list",
            "$.list.withUser",
            "$.list.withUser.id",
            "$.list.lastMessage",
            "$.list.lastMessage.id")
        .containsEntry("$.list.lastMessage", 1)
        .containsEntry("$.list.lastMessage.id", 1);
    assertThat(ofMessages.items)
        .containsOnlyKeys("$.list", "$.list.id", "$.list.date")
        .containsEntry("$.list.date", 1);
    assertThat(ofChats.neighbours).isEmpty();
    assertThat(ofMessages.neighbours).isEmpty();
    assertThat(ofChats.values).isEmpty();
    assertThat(ofMessages.values).isEmpty();
  }

  private <P> PageSweep.Reader gson(Class<P> page, Function<P, List<?>> list) {
    return json -> list.apply(gson.fromJson(json, page)).stream().map(gson::toJson).toList();
  }

  private <P> PageSweep.Reader jackson(Class<P> page, Function<P, List<?>> list) {
    return json -> {
      Stream.Builder<String> items = Stream.builder();
      for (Object item : list.apply(jackson.readValue(json, page))) {
        items.add(jackson.writeValueAsString(item));
      }
      return items.build().toList();
    };
  }

  /** A client of a provider that answers with one page. */
  private static final class Pages implements AutoCloseable {
    private final OfAuthTestProvider provider = OfAuthTestProvider.start();
    private final OfAuthClient client =
        OfAuthClient.builder()
            .apiKey(provider.apiKey())
            .connectionId(provider.connectionId())
            .baseUrl(provider.baseUrl().toString())
            .retryPolicy(RetryPolicy.none())
            .rateLimitPolicy(RateLimitPolicy.unlimited())
            .build();

    List<String> chats(String json) {
      answer(json);
      return client.connection().chats().list().firstPage().items().stream()
          .map(chat -> OfAuthJson.write(Chat.class, chat))
          .toList();
    }

    List<String> massMessages(String json) {
      answer(json);
      return client.connection().massMessages().list().firstPage().items().stream()
          .map(message -> OfAuthJson.write(MassMessage.class, message))
          .toList();
    }

    private void answer(String json) {
      if (provider.requests().size() > 100) {
        provider.reset();
      }
      provider.connection().rateLimit(RateLimit.none());
      provider.faults().clear();
      provider.faults().always(AnswerFault.respond(200, "application/json", json));
    }

    @Override
    public void close() {
      client.close();
      provider.close();
    }
  }
}
