package com.ofauth.access.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.AsyncPaginated;
import com.ofauth.access.ChatFilter;
import com.ofauth.access.ChatListQuery;
import com.ofauth.access.ChatOrder;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.Page;
import com.ofauth.access.Paginated;
import com.ofauth.access.PagingMode;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.SessionExpiredException;
import com.ofauth.access.TestClients;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.MassMessage;
import com.ofauth.access.testing.Churn;
import com.ofauth.access.testing.Gate;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.TestChats;
import com.ofauth.access.testing.WireFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists, read through the whole SDK from the provider. */
final class PagingTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final OfAuthTestProvider provider =
      OfAuthTestProvider.builder().chats(0).massMessages(0).start();
  private final OfAuthClient client =
      TestClients.of(provider).rateLimitPolicy(RateLimitPolicy.unlimited()).build();
  private final TestChats chats = provider.connection().chats();

  @AfterEach
  void close() {
    client.close();
    provider.close();
  }

  @Test
  void sendsNothingBeforeTheListIsRead() {
    Paginated<Chat> list = list(ChatListQuery.all());
    assertThat(list.stream().isParallel()).isFalse();
    assertThat(list.iterator()).isNotNull();
    assertThat(list.pages().iterator()).isNotNull();
    assertThat(list.publisher()).isNotNull();
    assertThat(list.async()).isNotNull();

    assertThat(provider.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void givesAllChatsInTheOrderOfTheList(PagingMode mode) {
    chats.addGenerated(65);

    assertThat(list(ChatListQuery.builder().pagingMode(mode).build()))
        .extracting(chat -> chat.withUser().id())
        .containsExactlyElementsOf(chats.userIds());
  }

  @Test
  void givesAllMassMessages() {
    provider.connection().massMessages().addGenerated(45);

    assertThat(client.connection().massMessages().list())
        .extracting(MassMessage::id)
        .containsExactlyElementsOf(provider.connection().massMessages().ids());
  }

  @Test
  void givesAnEmptyListWithOneRequest() {
    assertThat(list(ChatListQuery.all())).isEmpty();
    assertThat(provider.requests()).hasSize(1);
  }

  @Test
  void asksForNoPageTooManyWhenAStreamIsCutShort() {
    chats.addGenerated(100);

    assertThat(list(ChatListQuery.all()).stream().limit(20)).hasSize(20);
    assertThat(provider.requests()).hasSize(1);
    assertThat(list(ChatListQuery.all()).stream().limit(21)).hasSize(21);
    assertThat(provider.requests()).hasSize(3);
  }

  @Test
  void endsAtMaxItemsWithoutAskingForMoreThanThose() {
    chats.addGenerated(100);

    assertThat(list(ChatListQuery.builder().maxItems(25).build())).hasSize(25);
    assertThat(provider.requests())
        .extracting(request -> request.queryParam("limit").orElse(""))
        .containsExactly("20", "6");
  }

  @Test
  void startsAtAnOffset() {
    chats.addGenerated(50);

    assertThat(list(ChatListQuery.builder().startAt(30).build()))
        .extracting(chat -> chat.withUser().id())
        .containsExactlyElementsOf(chats.userIds().subList(30, 50));
  }

  @Test
  void givesTheFirstPageWithOneRequest() {
    chats.addGenerated(30);
    Page<Chat> page = list(ChatListQuery.builder().pageSize(7).build()).firstPage();

    assertThat(page.items()).hasSize(7);
    assertThat(page.hasMore()).isTrue();
    assertThat(page.offset()).isZero();
    assertThat(page.headers()).containsKey("x-ratelimit-remaining");
    assertThat(page.rawBody()).isEmpty();
    assertThat(provider.requests()).hasSize(1);
  }

  @Test
  void theFirstPageAloneHasTheCheckpointsThatItHasInAWalk() {
    chats.addGenerated(30);
    for (PagingMode mode : PagingMode.values()) {
      for (int limit : new int[] {3, 20, 100}) {
        Paginated<Chat> list =
            list(ChatListQuery.builder().pagingMode(mode).startAt(2).maxItems(limit).build());
        Page<Chat> walked = list.pages().iterator().next();
        Page<Chat> alone = list.firstPage();

        assertThat(alone.items()).isEqualTo(walked.items());
        assertThat(alone.checkpoint()).hasToString(walked.checkpoint().toString());
        assertThat(list.withCheckpoints().firstPage().items())
            .map(item -> item.checkpoint().toString())
            .isEqualTo(
                list.withCheckpoints().pages().iterator().next().items().stream()
                    .map(item -> item.checkpoint().toString())
                    .toList());
      }
    }
  }

  @Test
  void keepsTheBodyOfAResponseForAQueryThatAsksForIt() {
    chats.addGenerated(30);
    Paginated<Chat> list = list(ChatListQuery.builder().keepRawBody().build());

    for (Page<Chat> page : list.pages()) {
      assertThat(page.rawBody())
          .hasValueSatisfying(body -> assertThat(body).startsWith("{\"list\""));
    }
  }

  @Test
  void fetchesNothingAheadOfAFirstPageThatIsAllThatIsWanted() throws Exception {
    chats.addGenerated(100);
    Paginated<Chat> list = list(ChatListQuery.builder().lookAhead(5).build());

    assertThat(list.firstPage().items()).hasSize(20);
    assertThat(list.async().firstPage().get(20, TimeUnit.SECONDS).items()).hasSize(20);
    client.close();

    provider.awaitOpenConnections(0, SOON);
    assertThat(provider.requests()).hasSize(2);
  }

  @Test
  void givesAnEmptyFirstPageOfAnEmptyList() {
    assertThat(list(ChatListQuery.all()).firstPage().items()).isEmpty();
  }

  @Test
  void givesPagesThatAreNeverLargerThanAsked() {
    chats.addGenerated(50);
    List<Integer> sizes = new ArrayList<>();
    list(ChatListQuery.builder().pageSize(8).build())
        .pages()
        .forEach(page -> sizes.add(page.items().size()));

    assertThat(sizes).allSatisfy(size -> assertThat(size).isBetween(1, 8));
    assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(50);
  }

  @Test
  void losesNoUnreadChatWhileTheyAreAnswered() {
    chats.addGenerated(200);
    ChatListQuery unread = ChatListQuery.builder().filter(ChatFilter.UNREAD).pageSize(5).build();
    Set<Long> waiting = new HashSet<>();
    list(unread).forEach(chat -> waiting.add(chat.withUser().id()));
    assertThat(waiting).hasSizeGreaterThan(30);

    List<Long> answered = new ArrayList<>();
    for (Chat chat : list(unread)) {
      chats.answer(chat.withUser().id(), "thanks");
      answered.add(chat.withUser().id());
    }

    assertThat(answered).containsExactlyInAnyOrderElementsOf(waiting);
  }

  @Test
  void losesUnreadChatsWhileTheyAreAnsweredWhenWalkedPlainly() {
    chats.addGenerated(200);
    ChatListQuery unread =
        ChatListQuery.builder()
            .filter(ChatFilter.UNREAD)
            .pageSize(5)
            .pagingMode(PagingMode.PLAIN)
            .build();
    long waiting = list(unread).stream().count();
    long answered =
        list(unread).stream().peek(chat -> chats.answer(chat.withUser().id(), "thanks")).count();

    assertThat(answered).isLessThan(waiting * 2 / 3);
  }

  @ParameterizedTest
  @EnumSource(ChatOrder.class)
  void givesEachChatThatStaysExactlyOnceThroughTheWholeStack(ChatOrder order) {
    for (long seed = 0; seed < 60; seed++) {
      provider.reset();
      chats.clear();
      chats.addGenerated(90);
      Set<Long> stayed = new HashSet<>(chats.userIds());
      provider.onRequest(Churn.seeded(seed).atMost(6).untilRequest(12).of(chats));
      provider.onRequest(request -> stayed.retainAll(chats.userIds()));
      List<Long> given = new ArrayList<>();
      ChatListQuery query =
          ChatListQuery.builder().order(order).pageSize(10).lookAhead((int) (seed % 3)).build();
      list(query).forEach(chat -> given.add(chat.withUser().id()));

      assertThat(given).as("seed %s", seed).doesNotHaveDuplicates().containsAll(stayed);
    }
  }

  @ParameterizedTest
  @EnumSource(ChatFilter.class)
  void givesEachFilteredChatWhenTheServiceFiltersAfterSlicing(ChatFilter filter) {
    chats.addGenerated(150);
    for (long id : chats.userIds().subList(0, 60)) {
      chats.setPriority(id, true).markAsTipper(id);
    }
    ChatListQuery query = ChatListQuery.builder().filter(filter).build();
    List<Long> expected = list(query).stream().map(chat -> chat.withUser().id()).toList();
    assertThat(expected).hasSizeGreaterThan(20);
    chats.filterAfterSlicing(true);

    assertThat(list(query).stream().map(chat -> chat.withUser().id()))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void fetchesPagesAheadAndGivesThemInOrder() {
    chats.addGenerated(200);

    assertThat(list(ChatListQuery.builder().lookAhead(4).build()))
        .extracting(chat -> chat.withUser().id())
        .containsExactlyElementsOf(chats.userIds());
    // 200 chats take 11 windows and a look; guesses past the end are bounded by the look-ahead.
    assertThat(provider.requests()).hasSizeBetween(12, 12 + 4);
  }

  @Test
  void fetchesAheadAfterAResumeTooAndNotFarPastTheLastItemThatIsWanted() throws Exception {
    chats.addGenerated(200);
    Iterator<Page<Chat>> pages = list(ChatListQuery.all()).pages().iterator();
    pages.next();
    pages.next();
    Checkpoint reached = pages.next().checkpoint();
    int before = provider.requests().size();
    Gate gate = Gate.create();
    AtomicInteger come = new AtomicInteger();
    provider.faults().when(request -> come.incrementAndGet() > 1, WireFault.hold(gate));
    ChatListQuery rest =
        ChatListQuery.builder().resumeFrom(reached).maxItems(50).lookAhead(5).build();
    Iterator<Chat> items = list(rest).iterator();
    items.next();

    // Beyond the window that was read, two more can hold what is wanted.
    gate.awaitHeld(2, SOON);
    gate.release();
    items.forEachRemaining(chat -> {});
    assertThat(provider.requests()).hasSizeBetween(before + 3, before + 4);
  }

  @ParameterizedTest
  @EnumSource(PagingMode.class)
  void endsAtOnceWhenItStartsBeyondAnyList(PagingMode mode) {
    chats.addGenerated(5);
    ChatListQuery query =
        ChatListQuery.builder()
            .startAt(Long.MAX_VALUE)
            .maxItems(Long.MAX_VALUE)
            .lookAhead(2)
            .pagingMode(mode)
            .build();

    assertThat(list(query)).isEmpty();
    assertThat(provider.requests()).hasSize(1);
  }

  /** Where the JVM has virtual threads, workers are such, and nothing lists those. */
  @Test
  @EnabledForJreRange(max = JRE.JAVA_20)
  void startsNoThreadUnlessPagesAreFetchedAhead() {
    chats.addGenerated(60);
    // Those of other tests' clients may still be idling.
    Set<Thread> others = workers();
    list(ChatListQuery.all()).forEach(chat -> {});
    assertThat(workers()).isSubsetOf(others);
    list(ChatListQuery.builder().lookAhead(2).build()).forEach(chat -> {});
    assertThat(workers()).anyMatch(worker -> !others.contains(worker));
  }

  @Test
  void leavesNothingBehindWhenAnIteratorIsAbandoned() throws Exception {
    chats.addGenerated(300);
    Iterator<Chat> abandoned = list(ChatListQuery.builder().lookAhead(5).build()).iterator();
    abandoned.next();
    client.close();

    provider.awaitOpenConnections(0, SOON);
    assertThat(provider.requests()).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void endsWhatWasFetchedAheadWhenAStreamIsClosed() throws Exception {
    chats.addGenerated(300);
    Gate gate = Gate.create();
    provider.faults().when(request -> request.number() > 1, WireFault.hold(gate));
    try (Stream<Chat> stream = list(ChatListQuery.builder().lookAhead(3).build()).stream()) {
      stream.iterator().next();
      gate.awaitHeld(3, SOON);
    }

    provider.awaitAbandoned(3, SOON);
    assertThat(provider.abandonedRequests()).hasSize(3);
    gate.release();
  }

  @Test
  void walksByFutures() throws Exception {
    chats.addGenerated(50);
    AsyncPaginated<Chat> async = list(ChatListQuery.all()).async();

    assertThat(async.firstPage().get(20, TimeUnit.SECONDS).items()).hasSize(20);
    assertThat(async.toList().get(20, TimeUnit.SECONDS)).hasSize(50);
    List<Long> ids = new ArrayList<>();
    async.forEach(chat -> ids.add(chat.withUser().id())).get(20, TimeUnit.SECONDS);
    assertThat(ids).containsExactlyElementsOf(chats.userIds());
  }

  @Test
  void cancelsTheRequestInFlightWithItsFuture() throws Exception {
    chats.addGenerated(50);
    Gate gate = Gate.create();
    provider.faults().always(WireFault.hold(gate));
    CompletableFuture<List<Chat>> future = list(ChatListQuery.all()).async().toList();
    gate.awaitHeld(1, SOON);
    assertThat(future.cancel(true)).isTrue();

    provider.awaitAbandoned(1, SOON);
    assertThat(provider.requests()).hasSize(1);
    gate.release();
  }

  @Test
  void endsTheRequestInFlightWhenItsFutureTimesOut() throws Exception {
    Gate gate = Gate.create();
    provider.faults().always(WireFault.hold(gate));
    CompletableFuture<List<Chat>> future = list(ChatListQuery.all()).async().toList();
    gate.awaitHeld(1, SOON);

    assertThat(future.orTimeout(1, TimeUnit.MILLISECONDS))
        .failsWithin(SOON)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(TimeoutException.class);

    provider.awaitAbandoned(1, SOON);
    gate.release();
  }

  @Test
  void passesFailuresOnByFutures() {
    provider.connection().expireSession();

    assertThatThrownBy(() -> list(ChatListQuery.all()).async().toList().get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(SessionExpiredException.class);
  }

  private Paginated<Chat> list(ChatListQuery query) {
    return client.connection().chats().list(query);
  }

  private static Set<Thread> workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("ofauth-access-worker"))
        .collect(Collectors.toUnmodifiableSet());
  }
}
