package com.ofauth.access.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.MalformedResponseException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.Page;
import com.ofauth.access.Paginated;
import com.ofauth.access.PagingException;
import com.ofauth.access.PagingMode;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.TestClients;
import com.ofauth.access.UndecodableItemsException;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.decoding.ValidationMode;
import com.ofauth.access.model.Chat;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.Fault;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.PageFault;
import com.ofauth.access.testing.RateLimit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One chat in the middle of the list can't be decoded. */
final class UndecodableItemsTest {
  private final OfAuthTestProvider provider = OfAuthTestProvider.builder().chats(0).start();
  private final OfAuthClient client =
      TestClients.of(provider).rateLimitPolicy(RateLimitPolicy.unlimited()).build();
  private final List<Long> ids = new ArrayList<>();

  @BeforeEach
  void fill() {
    ids.addAll(provider.connection().chats().addGenerated(70).userIds());
    provider.connection().rateLimit(RateLimit.none());
  }

  @AfterEach
  void close() {
    client.close();
    provider.close();
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void givesAllOthersAndThrowsAtTheEnd(PagingMode mode) {
    provider.faults().always(PageFault.invalidItem(ids.get(45)));
    List<Long> given = new ArrayList<>();
    ChatListQuery query = ChatListQuery.builder().pagingMode(mode).build();

    assertThatThrownBy(() -> read(query, given))
        .hasMessageContaining("1 of its items could not be decoded")
        .hasMessageContaining("at path $.list[")
        .isInstanceOfSatisfying(
            UndecodableItemsException.class,
            e -> {
              assertThat(e.count()).isEqualTo(1);
              assertThat(e.isRetryable()).isFalse();
              assertThat(e.collected(Chat.class)).isEmpty();
              assertThat(e.items())
                  .singleElement()
                  .satisfies(item -> assertThat(item.offset()).isEqualTo(45))
                  .satisfies(item -> assertThat(item.rawText()).isPresent());
              assertThat(e.getMessage()).doesNotContain(e.items().get(0).rawText().orElseThrow());
            });
    assertThat(given).containsExactlyElementsOf(without(45));
  }

  @Test
  void failsThePageInStrictModeAndNamesPagePathAndOffset() {
    provider.faults().always(PageFault.invalidItem(ids.get(45)));
    List<Long> given = new ArrayList<>();
    ChatListQuery query = ChatListQuery.builder().validationMode(ValidationMode.STRICT).build();

    assertThatThrownBy(() -> read(query, given))
        .hasMessageContaining("at path $.list[8]")
        .hasMessageContaining("offset 37")
        .hasMessageContaining("at offset 45")
        .isInstanceOfSatisfying(
            MalformedResponseException.class, e -> assertThat(e.checkpoint()).isPresent());
    assertThat(given).containsExactlyElementsOf(ids.subList(0, 39));
  }

  @Test
  void namesTheFirstItemOfAPageToo() {
    provider.faults().always(PageFault.invalidItem(ids.get(0)));
    ChatListQuery strict = ChatListQuery.builder().validationMode(ValidationMode.STRICT).build();

    assertThatThrownBy(() -> client.connection().chats().list(strict).firstPage())
        .hasMessageContaining("in the page at offset 0 with limit 20, item 0 of it, at offset 0");
  }

  @Test
  void namesNoItemWhereThePageIsBrokenElsewhere() {
    provider.faults().always(AnswerFault.htmlSuccess());

    assertThatThrownBy(() -> client.connection().chats().list().firstPage())
        .hasMessageContaining("in the page at offset 0 with limit 20")
        .hasMessageNotContaining("of it");
  }

  @Test
  void leavesOutAnItemThatIsTooLargeToRead() {
    provider.faults().always(PageFault.item(ids.get(2), json -> "\"" + "x".repeat(9 << 20) + "\""));
    List<UndecodableItem> reported = new ArrayList<>();
    List<Long> given = new ArrayList<>();
    ChatListQuery query =
        ChatListQuery.builder()
            .pagingMode(PagingMode.PLAIN)
            .pageSize(4)
            .maxItems(4)
            .onUndecodableItem(reported::add)
            .build();
    read(query, given);

    assertThat(given).containsExactly(ids.get(0), ids.get(1), ids.get(3), ids.get(4));
    assertThat(reported)
        .singleElement()
        .satisfies(item -> assertThat(item.offset()).isEqualTo(2))
        .satisfies(item -> assertThat(item.reason()).contains("more than 8 MiB"));
    assertThat(provider.requests())
        .extracting(
            request ->
                request.queryParam("offset").orElse("0")
                    + "+"
                    + request.queryParam("limit").orElse(""))
        .containsExactly("0+4", "0+2", "2+2", "2+1", "3+2");
  }

  @Test
  void tellsWhereTheParserStumbled() {
    provider.faults().always(PageFault.malformedItem(ids.get(7)));

    ChatListQuery one = ChatListQuery.builder().startAt(7).pageSize(1).build();
    assertThat(client.connection().chats().list(one).firstPage().undecodableItems())
        .singleElement()
        .satisfies(
            item -> assertThat(item.reason()).startsWith("Unterminated object at path $.list[0]."));
  }

  @Test
  void asksForLessWhereThePageIsLongerThanAskedAndTheRestIsNoJson() {
    provider
        .faults()
        .always(
            AnswerFault.respond(
                200, "application/json", "{\"list\":[{},{},{},{},{},{x}],\"hasMore\":true}"));
    ChatListQuery query = ChatListQuery.builder().pagingMode(PagingMode.PLAIN).pageSize(3).build();

    assertThatThrownBy(() -> read(query, new ArrayList<>()))
        .isInstanceOf(PagingException.class)
        .hasMessageContaining("nothing that can be read");
    assertThat(provider.requests()).hasSizeLessThan(70);
  }

  @Test
  void resumesBehindAFailureThatIsOver() {
    provider.faults().onRequest(3, PageFault.invalidItem(ids.get(45)));
    List<Long> given = new ArrayList<>();
    ChatListQuery query = ChatListQuery.builder().validationMode(ValidationMode.STRICT).build();
    try {
      read(query, given);
    } catch (MalformedResponseException e) {
      read(query.toBuilder().resumeFrom(e.checkpoint().orElseThrow()).build(), given);
    }

    assertThat(given).containsExactlyElementsOf(ids);
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void aResumedWalkStillEndsWithWhatEarlierLegsLeftOut(PagingMode mode) {
    // The first stands at the head, where a resumed walk looks once more.
    provider
        .faults()
        .always(PageFault.invalidItem(ids.get(1)), PageFault.malformedItem(ids.get(25)));
    ChatListQuery query = ChatListQuery.builder().pagingMode(mode).build();
    List<Long> given = new ArrayList<>();
    Iterator<Page<Chat>> pages = client.connection().chats().list(query).pages().iterator();
    Page<Chat> page = pages.next();
    while (given.size() < 40) {
      page.items().forEach(chat -> given.add(chat.withUser().id()));
      page = pages.next();
    }
    page.items().forEach(chat -> given.add(chat.withUser().id()));
    ChatListQuery rest = query.toBuilder().resumeFrom(page.checkpoint()).build();

    assertThatThrownBy(() -> read(rest, given))
        .isInstanceOfSatisfying(
            UndecodableItemsException.class,
            e -> {
              assertThat(e.count()).isEqualTo(2);
              // Behind them: they were told.
              read(query.toBuilder().resumeFrom(e.checkpoint().orElseThrow()).build(), given);
            });
    assertThat(given).containsExactlyElementsOf(without(1, 25));
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void theEndOfAListOfOnePageIsToldOnce(PagingMode mode) {
    List<Long> five = provider.connection().chats().clear().addGenerated(5).userIds();
    provider.faults().always(PageFault.invalidItem(five.get(2)));
    ChatListQuery query = ChatListQuery.builder().pagingMode(mode).build();
    List<Long> given = new ArrayList<>();

    assertThatThrownBy(() -> read(query, given))
        .isInstanceOfSatisfying(
            UndecodableItemsException.class,
            e -> read(query.toBuilder().resumeFrom(e.checkpoint().orElseThrow()).build(), given));
    assertThat(given).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void theCheckpointOfTheLastPageStillEndsWithThem(PagingMode mode) {
    provider.faults().always(PageFault.invalidItem(ids.get(69)));
    ChatListQuery query = ChatListQuery.builder().pagingMode(mode).build();
    Iterator<Page<Chat>> pages = client.connection().chats().list(query).pages().iterator();
    Page<Chat> last = pages.next();
    for (int given = last.items().size(); given < 69; given += last.items().size()) {
      last = pages.next();
    }
    ChatListQuery rest = query.toBuilder().resumeFrom(last.checkpoint()).build();
    List<Long> given = new ArrayList<>();

    assertThatThrownBy(() -> read(rest, given))
        .isInstanceOfSatisfying(
            UndecodableItemsException.class, e -> assertThat(e.count()).isEqualTo(1));
    assertThat(given).isEmpty();
  }

  @Test
  void whoCollectsFindsInTheExceptionWhatWasRead() {
    provider.faults().always(PageFault.invalidItem(ids.get(3)), PageFault.invalidItem(ids.get(50)));

    Paginated<Chat> chats = client.connection().chats().list();
    assertThatThrownBy(chats::toList)
        .isInstanceOfSatisfying(UndecodableItemsException.class, this::assertCollected);
    assertThatThrownBy(() -> chats.async().toList().join())
        .cause()
        .isInstanceOfSatisfying(UndecodableItemsException.class, this::assertCollected);
  }

  private void assertCollected(UndecodableItemsException end) {
    assertThat(end.collected(Chat.class))
        .extracting(chat -> chat.withUser().id())
        .containsExactlyElementsOf(without(3, 50));
    ChatListQuery behind =
        ChatListQuery.builder().resumeFrom(end.checkpoint().orElseThrow()).build();
    assertThat(client.connection().chats().list(behind).toList()).isEmpty();
  }

  @Test
  void theExceptionSurvivesSerialization() throws Exception {
    provider.faults().always(PageFault.invalidItem(ids.get(3)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Paginated<Chat> chats = client.connection().chats().list();
    assertThatThrownBy(chats::toList)
        .satisfies(
            e -> {
              try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(e);
              }
            });

    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      UndecodableItemsException copy = (UndecodableItemsException) in.readObject();
      assertThat(copy.count()).isEqualTo(1);
      assertThat(copy.items())
          .singleElement()
          .satisfies(item -> assertThat(item.rawText()).isPresent());
      assertThat(copy.checkpoint()).isPresent();
      assertThat(copy.collected(Chat.class)).isEmpty();
    }
  }

  @Test
  void aWalkThatEndsEarlyDoesNotThrow() {
    provider
        .faults()
        .always(PageFault.invalidItem(ids.get(0)), PageFault.malformedItem(ids.get(7)));

    for (PagingMode mode : PagingMode.values()) {
      ChatListQuery query = ChatListQuery.builder().pagingMode(mode).maxItems(30).build();
      assertThat(client.connection().chats().list(query).toList()).hasSize(30);
      assertThat(client.connection().chats().list(query).firstPage().undecodableItems())
          .isNotEmpty();
      assertThat(client.connection().chats().list(query).stream().limit(10)).hasSize(10);
    }
  }

  @Test
  void manyOfThemAreCountedAndCheckpointsStaySmall() {
    provider.connection().chats().clear().addGenerated(2_500);
    provider.faults().always(PageFault.itemAt(5, json -> "null"));
    List<Chat> given = new ArrayList<>();
    List<Long> met = new ArrayList<>();

    assertThatThrownBy(
            () -> {
              for (Page<Chat> page : client.connection().chats().list().pages()) {
                given.addAll(page.items());
                page.undecodableItems().forEach(item -> met.add(item.offset()));
                assertThat(page.checkpoint().compact().toString().length()).isLessThan(4_096);
              }
            })
        .isInstanceOfSatisfying(
            UndecodableItemsException.class,
            e -> {
              assertThat(e.count()).isEqualTo(met.size()).isGreaterThan(120);
              assertThat(e.items())
                  .hasSize(100)
                  .extracting(UndecodableItem::offset)
                  .containsExactlyElementsOf(met.subList(0, 100));
            });
    assertThat(given.size() + met.size()).isEqualTo(2_500);
  }

  @Test
  void newsLeavesItemsOutWithoutAnException() {
    Checkpoint now = client.connection().chats().checkpointNow();
    provider
        .connection()
        .chats()
        .receiveMessage(ids.get(30), "one")
        .receiveMessage(ids.get(40), "two")
        .receiveMessage(ids.get(50), "three");
    provider.faults().always(PageFault.invalidItem(ids.get(40)));

    assertThat(client.connection().chats().changes(now).toList())
        .extracting(chat -> chat.withUser().id())
        .containsExactly(ids.get(30), ids.get(50));
    assertThat(client.connection().chats().sync().toList()).hasSize(69);
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void everyItemThatIsLeftOutIsOnOnePage(PagingMode mode) {
    provider
        .faults()
        .always(
            PageFault.invalidItem(ids.get(0)),
            PageFault.invalidItem(ids.get(20)),
            PageFault.malformedItem(ids.get(41)));
    ChatListQuery query = ChatListQuery.builder().pagingMode(mode).build();
    List<Long> offsets = new ArrayList<>();

    assertThatThrownBy(
            () ->
                client
                    .connection()
                    .chats()
                    .list(query)
                    .pages()
                    .forEach(
                        page ->
                            page.undecodableItems().forEach(item -> offsets.add(item.offset()))))
        .isInstanceOf(UndecodableItemsException.class);
    assertThat(offsets).containsExactly(0L, 20L, 41L);
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void givesUpSoonWhereTheFirstItemOfEveryPageIsBroken(PagingMode mode) {
    provider
        .faults()
        .always(PageFault.itemAt(0, json -> json.replaceFirst("\\{", "{\"url\":\"\"\"\",")));
    ChatListQuery query = ChatListQuery.builder().pagingMode(mode).build();

    assertThatThrownBy(() -> read(query, new ArrayList<>()))
        .isInstanceOf(PagingException.class)
        .hasMessageContaining("nothing that can be read");
    assertThat(provider.requests()).hasSizeLessThan(60);
  }

  @Test
  void newsGivesUpAsSoon() {
    Checkpoint now = client.connection().chats().checkpointNow();
    provider
        .faults()
        .always(PageFault.itemAt(0, json -> json.replaceFirst("\\{", "{\"url\":\"\"\"\",")));

    assertThatThrownBy(() -> client.connection().chats().changes(now).toList())
        .isInstanceOf(PagingException.class);
    assertThat(provider.requests()).hasSizeLessThan(60);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 19, 20, 45, 68, 69})
  void leavesOutAndReportsAnItemThatBreaksTheContract(int index) {
    for (PagingMode mode : PagingMode.values()) {
      assertLeftOut(index, mode, PageFault.invalidItem(ids.get(index)), true);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 19, 20, 45, 68, 69})
  void leavesOutAndReportsAnItemThatIsNoJson(int index) {
    for (PagingMode mode : PagingMode.values()) {
      assertLeftOut(index, mode, PageFault.malformedItem(ids.get(index)), false);
    }
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void refusesAPageWithoutAListAllTheSame(PagingMode mode) {
    provider.faults().always(PageFault.nullList());
    ChatListQuery query =
        ChatListQuery.builder().pagingMode(mode).onUndecodableItem(item -> {}).build();

    assertThatThrownBy(() -> read(query, new ArrayList<>()))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("list");
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void goesOnWhereTheNextOffsetCantBeRead(PagingMode mode) {
    provider.faults().onRequest(1, PageFault.nextOffsetAsText());
    provider.faults().onRequest(2, PageFault.nextOffsetMissing());
    provider.faults().onRequest(3, PageFault.nextOffsetNull());
    List<Long> given = new ArrayList<>();
    read(ChatListQuery.builder().pagingMode(mode).build(), given);

    assertThat(given).containsExactlyElementsOf(ids);
  }

  @Test
  void leavesOutSeveralItemsOfEachKindInOnePage() {
    // Quotes that do not match: what follows looks like text until the page ends.
    Fault quotes = PageFault.item(ids.get(9), json -> json.replaceFirst("\\}$", ",\"x\":\"}"));
    Fault escape =
        PageFault.item(ids.get(11), json -> json.replaceFirst("\\}$", ",\"x\":\"\\\\q\"}"));
    provider
        .faults()
        .always(
            PageFault.invalidItem(ids.get(0)),
            PageFault.invalidItem(ids.get(5)),
            PageFault.malformedItem(ids.get(7)),
            PageFault.invalidItem(ids.get(8)),
            quotes,
            escape,
            PageFault.malformedItem(ids.get(40)),
            PageFault.invalidItem(ids.get(69)));
    List<Long> expected = without(0, 5, 7, 8, 9, 11, 40, 69);

    for (PagingMode mode : PagingMode.values()) {
      for (int lookAhead = 0; lookAhead <= 3; lookAhead++) {
        List<Long> offsets = new ArrayList<>();
        List<Long> given = new ArrayList<>();
        ChatListQuery query =
            ChatListQuery.builder()
                .pagingMode(mode)
                .lookAhead(lookAhead)
                .onUndecodableItem(item -> offsets.add(item.offset()))
                .build();
        read(query, given);

        assertThat(given).as("%s, %s ahead", mode, lookAhead).containsExactlyElementsOf(expected);
        assertThat(offsets).containsExactlyInAnyOrder(0L, 5L, 7L, 8L, 9L, 11L, 40L, 69L);
      }
    }
  }

  @Test
  void resumesBehindAnItemThatWasLeftOut() {
    provider.faults().always(PageFault.malformedItem(ids.get(25)));
    List<UndecodableItem> reported = new ArrayList<>();
    ChatListQuery query =
        ChatListQuery.builder().pageSize(5).onUndecodableItem(reported::add).build();
    List<Long> given = new ArrayList<>();
    Checkpoint reached = null;
    boolean more = true;
    while (more) {
      Iterator<Page<Chat>> pages =
          client
              .connection()
              .chats()
              .list(query.toBuilder().resumeFrom(reached).build())
              .pages()
              .iterator();
      more = pages.hasNext();
      if (more) {
        Page<Chat> page = pages.next();
        page.items().forEach(chat -> given.add(chat.withUser().id()));
        reached = page.checkpoint();
      }
    }

    List<Long> expected = new ArrayList<>(ids);
    expected.remove(25);
    assertThat(given).containsExactlyElementsOf(expected);
    assertThat(reported).isNotEmpty().allMatch(item -> item.offset() == 25);
  }

  @Test
  void blamesNoItemForAnAnswerThatIsNoPage() {
    for (Fault fault :
        List.of(
            AnswerFault.htmlSuccess(),
            AnswerFault.noContent(),
            AnswerFault.respond(200, "application/json", "{\"list\":[],\"hasMore\":maybe}"))) {
      provider.reset();
      provider.faults().always(fault);
      List<UndecodableItem> reported = new ArrayList<>();
      ChatListQuery query = ChatListQuery.builder().onUndecodableItem(reported::add).build();

      assertThatThrownBy(() -> read(query, new ArrayList<>()))
          .isInstanceOf(MalformedResponseException.class);
      assertThat(reported).isEmpty();
      assertThat(provider.requests()).hasSize(1);
    }
  }

  @Test
  void reportsEachOfSeveralItemsThatLookTheSame() {
    provider
        .faults()
        .always(
            AnswerFault.respond(
                200, "application/json", "{\"list\":[null,{},null,{}],\"hasMore\":false}"));
    List<Long> offsets = new ArrayList<>();
    ChatListQuery query =
        ChatListQuery.builder().onUndecodableItem(item -> offsets.add(item.offset())).build();
    read(query, new ArrayList<>());

    assertThat(offsets).containsExactly(0L, 1L, 2L, 3L);
  }

  private void assertLeftOut(int index, PagingMode mode, Fault fault, boolean hasRawText) {
    provider.faults().clear();
    provider.faults().always(fault);
    List<UndecodableItem> reported = new ArrayList<>();
    List<Long> given = new ArrayList<>();
    read(ChatListQuery.builder().pagingMode(mode).onUndecodableItem(reported::add).build(), given);

    List<Long> expected = new ArrayList<>(ids);
    expected.remove(index);
    assertThat(given).as("mode %s", mode).containsExactlyElementsOf(expected);
    assertThat(reported)
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.offset()).isEqualTo(index);
              assertThat(item.reason()).isNotBlank();
              assertThat(item.rawText().isPresent()).isEqualTo(hasRawText);
            });
  }

  private List<Long> without(Integer... indexes) {
    List<Long> rest = new ArrayList<>(ids);
    rest.removeAll(List.of(indexes).stream().map(ids::get).toList());
    return rest;
  }

  private void read(ChatListQuery query, List<Long> given) {
    client.connection().chats().list(query).forEach(chat -> given.add(chat.withUser().id()));
  }
}
