package com.ofauth.access.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.CallInfo;
import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.MalformedResponseException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.Page;
import com.ofauth.access.PagingMode;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.TestClients;
import com.ofauth.access.UndecodableItemsException;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.decoding.ValidationMode;
import com.ofauth.access.internal.util.LogLines;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.Deviation;
import com.ofauth.access.model.MassMessage;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.Fault;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.PageFault;
import com.ofauth.access.testing.RateLimit;
import com.ofauth.access.testing.TestChats;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One odd value costs that value, and is told once: by pages, by the listener and by the log. */
final class DeviationsTest {
  private final OfAuthTestProvider provider =
      OfAuthTestProvider.builder().chats(0).massMessages(0).start();
  private final List<Deviation> told = new CopyOnWriteArrayList<>();
  private final List<UndecodableItem> toldLeftOut = new CopyOnWriteArrayList<>();
  private final OfAuthClient client = client(ValidationMode.TOLERANT);
  private final LogLines log = LogLines.record();

  @BeforeEach
  void start() {
    provider.connection().rateLimit(RateLimit.none());
  }

  @AfterEach
  void close() {
    log.close();
    client.close();
    provider.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 20})
  void givesAllCapturedItemsAndTellsEachDeviationOnce(int pageSize) {
    provider.connection().chats().addCaptured();
    for (int lookAhead = 0; lookAhead <= 2; lookAhead += 2) {
      for (PagingMode mode : PagingMode.values()) {
        told.clear();
        log.clear();
        List<Deviation> onPages = new ArrayList<>();
        List<Chat> given = new ArrayList<>();
        ChatListQuery query =
            ChatListQuery.builder()
                .pageSize(pageSize)
                .pagingMode(mode)
                .lookAhead(lookAhead)
                .build();
        for (Page<Chat> page : client.connection().chats().list(query).pages()) {
          given.addAll(page.items());
          onPages.addAll(page.deviations());
        }

        assertThat(given)
            .extracting(chat -> chat.withUser().id())
            .containsExactlyElementsOf(provider.connection().chats().userIds());
        List<String> expected =
            given.stream()
                .flatMap(chat -> chat.deviations().stream())
                .map(d -> text(d, "$"))
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(onPages)
            .extracting(d -> text(d, "$.list[*]"))
            .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(told)
            .extracting(d -> text(d, "$.list[*]"))
            .containsExactlyInAnyOrderElementsOf(expected);
        Set<String> kinds = new HashSet<>();
        told.forEach(d -> kinds.add(d.pattern() + d.expected() + d.found()));
        assertThat(log.lines(Level.INFO)).hasSameSizeAs(kinds).doesNotHaveDuplicates();
        assertThat(log.lines(Level.WARNING)).isEmpty();
      }
    }
  }

  @Test
  void givesAllCapturedMassMessagesAndTellsEachDeviationOnce() {
    provider.connection().massMessages().addCaptured();
    List<MassMessage> given = client.connection().massMessages().list().toList();

    assertThat(given)
        .extracting(MassMessage::id)
        .containsExactlyElementsOf(provider.connection().massMessages().ids());
    List<String> expected =
        given.stream()
            .flatMap(message -> message.deviations().stream())
            .map(d -> text(d, "$"))
            .toList();
    assertThat(expected).isNotEmpty();
    assertThat(told)
        .extracting(d -> text(d, "$.list[*]"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"true\"", "true", "1.0"})
  void takesHasMoreInOtherForms(String json) {
    provider.connection().chats().addGenerated(45);
    provider.faults().always(moreUnlessLast(json));

    assertReadsAll(45);
    assertThat(told).allMatch(d -> d.path().equals("$.hasMore") && d.taken());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "\"false\"", "false"})
  void takesTheEndInOtherForms(String json) {
    provider.connection().chats().addGenerated(15);
    provider.faults().always(PageFault.hasMore(json));

    assertReadsAll(15);
    assertThat(provider.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "2", "[]", "{}", "\"maybe\""})
  void goesOnUntilAnEmptyPageWithoutAReadableHasMoreAndTellsIt(String json) {
    provider.connection().chats().addGenerated(45);
    provider.faults().always(PageFault.hasMore(json));

    assertReadsAll(45);
    assertThat(told)
        .isNotEmpty()
        .allMatch(
            d -> d.path().equals("$.hasMore") && !d.taken() && d.expected().equals("a boolean"));
    told.clear();
    provider.faults().clear();
    provider.faults().always(PageFault.hasMoreMissing());
    assertReadsAll(45);
    assertThat(told).isNotEmpty().allMatch(d -> d.found().equals("nothing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "false", "null", "[]", "12.5", "-1"})
  void doesNotJudgeTheNextOffsetOfALastPage(String json) {
    provider.connection().chats().addGenerated(15);
    provider.faults().always(PageFault.nextOffset(json));

    assertReadsAll(15);
    assertThat(told).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "false", "[]", "12.5", "{}"})
  void goesOnBehindTheItemsWhereTheNextOffsetCantBeRead(String json) {
    provider.connection().chats().addGenerated(45);
    provider.faults().onRequest(1, PageFault.nextOffset(json));

    assertReadsAll(45);
    assertThat(told).extracting(Deviation::path).containsOnly("$.nextOffset");
  }

  @Test
  void anEmptyObjectIsAnEmptyList() {
    provider.faults().always(PageFault.list("{}"));

    Page<Chat> page = client.connection().chats().list().firstPage();
    assertThat(page.items()).isEmpty();
    assertThat(page.deviations())
        .containsExactly(new Deviation("$.list", "an array", "an object", true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "1", "true", "{\"0\":{}}"})
  void aPageWithoutAReadableListFails(String json) {
    provider.faults().always(PageFault.list(json));

    assertThatThrownBy(() -> client.connection().chats().list().firstPage())
        .isInstanceOfSatisfying(
            MalformedResponseException.class,
            e ->
                assertThat(e.defect()).isEqualTo(MalformedResponseException.Defect.CONTRACT_BROKEN))
        .hasMessageContaining("$.list");
  }

  @Test
  void aPageWithoutAListSaysSo() {
    provider.faults().always(AnswerFault.respond(200, "application/json", "{\"hasMore\":false}"));

    assertThatThrownBy(() -> client.connection().chats().list().firstPage())
        .hasMessageContaining("Expected an array but was nothing at path $.list");
  }

  @Test
  void anItemThatIsNoObjectSaysSoAndHidesNoDeviationOfOthers() {
    String odd = "{\"withUser\":{\"id\":7},\"hasPurchasedFeed\":\"maybe\"}";
    provider.faults().always(PageFault.list("[7," + odd + "]"));

    Page<Chat> page = client.connection().chats().list().firstPage();

    assertThat(page.undecodableItems())
        .singleElement()
        .extracting(UndecodableItem::reason)
        .isEqualTo("Expected an object but was a number at path $.list[0]");
    assertThat(page.deviations())
        .extracting(Deviation::path)
        .containsExactly("$.list[1].hasPurchasedFeed");
  }

  @Test
  void aPageTellsAThousandDeviationsAtMost() {
    String previews = "[" + "null,".repeat(1_050) + "null]";
    provider
        .faults()
        .always(
            PageFault.list(
                "[{\"withUser\":{\"id\":7},\"lastMessage\":{\"id\":1,\"previews\":"
                    + previews
                    + "}}]"));

    assertThat(client.connection().chats().list().firstPage().deviations()).hasSize(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"withUser\":{\"id\":1,\"id\":2}}",
        "{\"withUser\":{\"id\":1},\"withUser\":{\"id\":2}}",
        "{\"withUser\":{\"id\":1},\"lastMessage\":{\"id\":5},\"lastMessage\":{\"id\":6}}",
        "{\"withUser\":{\"id\":1},\"lastMessage\":{\"id\":5,\"id\":6}}",
      })
  void anItemWhoseKeyOrVersionComesTwiceWithDifferentValuesIsLeftOut(String item) {
    provider.faults().always(PageFault.list("[" + item + "]"));

    Page<Chat> page = client.connection().chats().list().firstPage();
    assertThat(page.items()).isEmpty();
    assertThat(page.undecodableItems())
        .singleElement()
        .satisfies(
            left -> assertThat(left.reason()).contains("two different values at path $.list[0]."));
    assertThat(toldLeftOut).hasSize(1);
    assertThat(told).isEmpty();
  }

  @Test
  void anItemWhoseKeyComesTwiceWithTheSameValueIsGiven() {
    provider.faults().always(PageFault.list("[{\"withUser\":{\"id\":7,\"id\":7}}]"));

    assertThat(client.connection().chats().list().firstPage().items())
        .extracting(chat -> chat.withUser().id())
        .containsExactly(7L);
    assertThat(told).anyMatch(d -> d.found().equals("two values") && d.taken());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "[]",
        "{\"id\":\"x\"}",
        "{\"id\":null}",
        "\"text\"",
        "7",
        "{\"id\":12.5}"
      })
  void anItemWithoutAReadableVersionIsGiven(String lastMessage) {
    provider.connection().chats().addGenerated(60);
    List<Long> ids = provider.connection().chats().userIds();
    for (int i = 0; i < 60; i += 2) {
      provider
          .faults()
          .always(
              PageFault.item(
                  ids.get(i),
                  json ->
                      "{\"withUser\":{\"id\":"
                          + idOf(json)
                          + "},\"lastMessage\":"
                          + lastMessage
                          + "}"));
    }

    assertReadsAll(60);
  }

  @Test
  void strictModeOfClientOrQueryFailsByAnyDeviation() {
    provider.connection().chats().addCaptured();
    ChatListQuery strict = ChatListQuery.builder().validationMode(ValidationMode.STRICT).build();
    ChatListQuery tolerant =
        ChatListQuery.builder().validationMode(ValidationMode.TOLERANT).build();

    assertBroken(client, strict);
    try (OfAuthClient strictClient = client(ValidationMode.STRICT)) {
      assertBroken(strictClient, ChatListQuery.all());
      assertThat(strictClient.connection().chats().list(tolerant).toList()).hasSize(8);
      provider.connection().chats().clear().addGenerated(30);
      assertThat(strictClient.connection().chats().list().toList()).hasSize(30);
      provider.faults().always(PageFault.hasMore("1"));
      assertBroken(strictClient, ChatListQuery.all());
    }
  }

  @Test
  void strictModeChecksTextsThatTellTimes() {
    provider.connection().chats().addGenerated(1);
    long id = provider.connection().chats().userIds().get(0);
    provider
        .faults()
        .always(
            PageFault.item(
                id,
                json ->
                    json.replaceFirst(
                        "(\"lastMessage\":\\{.*?\"createdAt\":)\"[^\"]*\"", "$1\"yesterday\"")));
    ChatListQuery strict = ChatListQuery.builder().validationMode(ValidationMode.STRICT).build();

    assertThat(client.connection().chats().list().toList()).hasSize(1);
    assertBroken(client, strict);
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void walksWithBrokenItemsGiveAllOthersAndResume(PagingMode mode) {
    for (int seed = 0; seed < 12; seed++) {
      Random random = new Random(seed);
      provider.reset();
      provider.connection().rateLimit(RateLimit.none());
      List<Long> good =
          new ArrayList<>(provider.connection().chats().clear().addGenerated(200).userIds());
      List<Long> bad = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        bad.add(good.remove(random.nextInt(good.size())));
      }
      for (long id : bad) {
        Fault fault =
            switch (random.nextInt(4)) {
              case 0 -> PageFault.invalidItem(id);
              case 1 -> PageFault.malformedItem(id);
              case 2 -> PageFault.item(id, json -> "{}");
              default -> PageFault.item(id, json -> "null");
            };
        provider.faults().always(fault);
      }
      ChatListQuery query =
          ChatListQuery.builder()
              .pagingMode(mode)
              .pageSize(1 + random.nextInt(20))
              .lookAhead(random.nextInt(3))
              .build();
      assertThat(legs(query, random.nextInt(200)))
          .as("seed %s, %s", seed, query.pageSize())
          .containsExactlyElementsOf(good);
      assertThat(legs(query, 201)).as("seed %s, at once", seed).containsExactlyElementsOf(good);
    }
  }

  @Test
  void brokenItemsOfAListThatMovesCostNoOther() {
    for (int seed = 0; seed < 8; seed++) {
      Random random = new Random(seed);
      provider.reset();
      provider.connection().rateLimit(RateLimit.none());
      TestChats chats = provider.connection().chats().clear().addGenerated(200);
      List<Long> good = new ArrayList<>(chats.userIds());
      for (int i = 0; i < 6; i++) {
        long id = good.remove(random.nextInt(good.size()));
        // It is known again wherever it stands, since its JSON is longer than 64 characters.
        String text = "\"id\":\"" + "7".repeat(64) + id + "\"";
        provider
            .faults()
            .always(PageFault.item(id, json -> json.replaceFirst("\"id\":" + id, text)));
      }
      provider.onRequest(
          request -> chats.receiveMessage(good.get(random.nextInt(good.size())), "new"));
      ChatListQuery query = ChatListQuery.builder().lookAhead(seed % 3).build();
      List<Long> given = new ArrayList<>();

      assertThatThrownBy(
              () ->
                  client
                      .connection()
                      .chats()
                      .list(query)
                      .forEach(chat -> given.add(chat.withUser().id())))
          .isInstanceOfSatisfying(
              UndecodableItemsException.class, e -> assertThat(e.count()).isEqualTo(6));
      assertThat(given).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(good);
    }
  }

  /** Walks in legs: a crash after so many items, and one more after as many. */
  private List<Long> legs(ChatListQuery query, int crash) {
    List<Long> given = new ArrayList<>();
    Checkpoint reached = null;
    while (true) {
      ChatListQuery leg = query.toBuilder().resumeFrom(reached).build();
      var items = client.connection().chats().list(leg).withCheckpoints().iterator();
      try {
        for (int i = 0; i <= crash && items.hasNext(); i++) {
          var item = items.next();
          given.add(item.item().withUser().id());
          reached = item.checkpoint();
        }
      } catch (UndecodableItemsException e) {
        assertThat(e.count()).isEqualTo(6);
        assertThat(provider.requests()).hasSizeLessThan(1_500);
        return given;
      }
      assertThat(items.hasNext()).isTrue();
    }
  }

  private void assertReadsAll(int count) {
    for (PagingMode mode : PagingMode.values()) {
      ChatListQuery query = ChatListQuery.builder().pagingMode(mode).build();
      assertThat(client.connection().chats().list(query).toList())
          .as("%s", mode)
          .extracting(chat -> chat.withUser().id())
          .containsExactlyElementsOf(provider.connection().chats().userIds())
          .hasSize(count);
    }
  }

  private static void assertBroken(OfAuthClient client, ChatListQuery query) {
    Iterator<Chat> chats = client.connection().chats().list(query).iterator();
    assertThatThrownBy(chats::hasNext)
        .isInstanceOfSatisfying(
            MalformedResponseException.class,
            e ->
                assertThat(e.defect()).isEqualTo(MalformedResponseException.Defect.CONTRACT_BROKEN))
        .hasMessageContaining("at path $.");
  }

  private static Fault moreUnlessLast(String json) {
    return PageFault.page(body -> body.replaceFirst("\"hasMore\":true", "\"hasMore\":" + json));
  }

  private static String idOf(String json) {
    return json.replaceFirst("(?s).*\"withUser\":\\{.*?\"id\":([0-9]+).*", "$1");
  }

  /** A deviation without the place of its item. */
  private static String text(Deviation deviation, String prefix) {
    String path = deviation.path();
    String inItem = prefix.equals("$") ? path : path.replaceFirst("\\$\\.list\\[[0-9*]+]", "\\$");
    return inItem + " " + deviation.expected() + " " + deviation.found() + " " + deviation.taken();
  }

  private OfAuthClient client(ValidationMode mode) {
    return TestClients.of(provider)
        .rateLimitPolicy(RateLimitPolicy.unlimited())
        .validationMode(mode)
        .listener(
            new OfAuthListener() {
              @Override
              public void onDeviation(CallInfo call, Deviation deviation) {
                told.add(deviation);
              }

              @Override
              public void onUndecodableItem(CallInfo call, UndecodableItem item) {
                toldLeftOut.add(item);
              }
            })
        .build();
  }
}
