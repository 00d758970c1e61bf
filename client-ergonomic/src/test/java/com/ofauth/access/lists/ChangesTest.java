package com.ofauth.access.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.ChatFilter;
import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.ConnectionNotFoundException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.Page;
import com.ofauth.access.PermissionException;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.SessionExpiredException;
import com.ofauth.access.TestClients;
import com.ofauth.access.changes.Changes;
import com.ofauth.access.changes.Checkpointed;
import com.ofauth.access.changes.Watch;
import com.ofauth.access.internal.util.SimulatedTime;
import com.ofauth.access.model.Chat;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.TestChats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** News through the whole SDK. */
final class ChangesTest {
  private final SimulatedTime time = new SimulatedTime();
  private final OfAuthTestProvider provider =
      OfAuthTestProvider.builder().clock(time.clock()).chats(0).massMessages(0).start();
  private final OfAuthClient client =
      TestClients.build(TestClients.of(provider).retryPolicy(RetryPolicy.none()), time);
  private final TestChats chats = provider.connection().chats();

  @AfterEach
  void close() {
    client.close();
    provider.close();
  }

  @Test
  void givesWhatHasNewsOldestFirstWithOneRequest() {
    chats.addGenerated(100);
    Checkpoint since = client.connection().chats().checkpointNow();
    assertThat(provider.requests()).hasSize(1);
    List<Long> active = List.of(chats.userIds().get(40), chats.userIds().get(90));
    active.forEach(id -> chats.receiveMessage(id, "hi"));

    Changes<Chat> news = client.connection().chats().changes(Checkpoint.parse(since.toString()));
    assertThat(ids(news)).containsExactlyElementsOf(active);

    assertThat(provider.requests()).hasSize(2);
    assertThat(news.mayRepeat()).isFalse();
    assertThat(news.isCutShort()).isFalse();
    assertThat(news.isBaselineLost()).isFalse();
    assertThat(client.connection().chats().changes(news.checkpoint())).isEmpty();
  }

  @Test
  void tellsNoCheckpointBeforeTheNewsWasReadToItsEnd() {
    chats.addGenerated(30);
    Checkpoint since = client.connection().chats().checkpointNow();
    chats.receiveMessage(chats.userIds().get(20), "hi");
    chats.receiveMessage(chats.userIds().get(25), "hi");
    Changes<Chat> news = client.connection().chats().changes(since);

    assertThatThrownBy(news::checkpoint)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("withCheckpoints");
    Iterator<Chat> begun = news.iterator();
    begun.next();
    assertThatThrownBy(news::checkpoint).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void tellsACheckpointAlsoWhenNothingCame() {
    Checkpoint since = client.connection().chats().checkpointNow();
    Changes<Chat> news = client.connection().chats().changes(since);
    assertThat(news.toList()).isEmpty();
    chats.addGenerated(3);

    assertThat(client.connection().chats().changes(news.checkpoint()).toList()).hasSize(3);
  }

  @Test
  void goesOnBehindTheItemThatWasHandledLast() {
    chats.addGenerated(60);
    Checkpoint since = client.connection().chats().checkpointNow();
    List<Long> active = new ArrayList<>(chats.userIds().subList(30, 37));
    active.forEach(id -> chats.receiveMessage(id, "hi"));
    List<Long> handled = new ArrayList<>();
    Checkpoint saved = since;
    for (Checkpointed<Chat> chat : client.connection().chats().changes(since).withCheckpoints()) {
      handled.add(chat.item().withUser().id());
      saved = Checkpoint.parse(chat.checkpoint().toString());
      if (handled.size() == 3) {
        break;
      }
    }
    client.connection().chats().changes(saved).forEach(chat -> handled.add(chat.withUser().id()));

    assertThat(handled).containsExactlyElementsOf(active);
  }

  @Test
  void startsFromAWalkThatHasReachedTheEnd() {
    chats.addGenerated(70);
    Checkpoint last = null;
    for (Page<Chat> page : client.connection().chats().list().pages()) {
      last = page.checkpoint();
    }
    long active = chats.userIds().get(50);
    chats.receiveMessage(active, "hi");

    assertThat(ids(client.connection().chats().changes(Objects.requireNonNull(last))))
        .containsExactly(active);
  }

  @Test
  void startsFromAWalkThatDidNotKnowItsLastItem() {
    chats.addGenerated(40);
    // The third page, which would have had one more chat, has none.
    provider.beforeRequest(3, () -> chats.remove(chats.userIds().get(39)));
    Checkpoint last = null;
    for (Page<Chat> page : client.connection().chats().list().pages()) {
      last = Checkpoint.parse(page.checkpoint().toString());
    }
    long active = chats.userIds().get(30);
    chats.receiveMessage(active, "hi");
    chats.insertGenerated(0);
    long came = chats.userIds().get(0);

    assertThat(ids(client.connection().chats().changes(Objects.requireNonNull(last))))
        .containsExactly(active, came);
  }

  @Test
  void refusesCheckpointsOfOtherThings() {
    chats.addGenerated(70);
    Iterator<Page<Chat>> pages = client.connection().chats().list().pages().iterator();
    Checkpoint half = pages.next().checkpoint();
    Checkpoint filtered =
        client
            .connection()
            .chats()
            .list(ChatListQuery.builder().filter(ChatFilter.UNREAD).build())
            .firstPage()
            .checkpoint();
    Checkpoint copy =
        client.connection().chats().sync().withCheckpoints().iterator().next().checkpoint();
    Checkpoint other = client.connection().massMessages().checkpointNow();

    assertThatThrownBy(() -> client.connection().chats().changes(half).toList())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has not reached the end of the list");
    assertThatThrownBy(() -> client.connection().chats().changes(half.compact()))
        .hasMessageContaining("has not reached the end of the list");
    assertThatThrownBy(() -> client.connection().chats().changes(filtered))
        .hasMessageContaining("leaves something out");
    assertThatThrownBy(() -> client.connection().chats().changes(copy))
        .hasMessageContaining("sync(checkpoint)");
    assertThatThrownBy(() -> client.connection().chats().changes(other))
        .hasMessageContaining("belongs to listMassMessages");
    assertThatThrownBy(
            () ->
                client.connection().chats().list(ChatListQuery.builder().resumeFrom(copy).build()))
        .hasMessageContaining("belongs to changes() or sync()");
  }

  @Test
  void copiesTheListAndFollowsItAcrossCrashes() {
    chats.addGenerated(120);
    List<Long> given = new ArrayList<>();
    Checkpoint saved = null;
    boolean complete = false;
    while (!complete) {
      Changes<Chat> copy =
          saved == null
              ? client.connection().chats().sync()
              : client.connection().chats().sync(saved);
      complete = true;
      int crash = given.size() + 17;
      for (Checkpointed<Chat> chat : copy.withCheckpoints()) {
        given.add(chat.item().withUser().id());
        saved = Checkpoint.parse(chat.checkpoint().toString());
        assertThat(saved.toString().length()).isLessThan(4_096);
        if (given.size() == 50) {
          chats.receiveMessage(chats.userIds().get(110), "news of what was not copied");
        }
        if (given.size() == crash) {
          complete = false;
          break;
        }
      }
    }

    assertThat(given).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(chats.userIds());
    assertThat(client.connection().chats().sync(Objects.requireNonNull(saved))).isEmpty();
  }

  @Test
  void givesMassMessagesThatWereSentSince() {
    provider.connection().massMessages().addGenerated(30);
    Checkpoint since = client.connection().massMessages().checkpointNow();

    assertThat(client.connection().massMessages().changes(since)).isEmpty();
    assertThat(client.connection().massMessages().sync().toList()).hasSize(30);
  }

  @Test
  void givesTheSameByStreamPublisherAndFuture() throws Exception {
    chats.addGenerated(50);
    Checkpoint since = client.connection().chats().checkpointNow();
    chats.userIds().subList(20, 30).forEach(id -> chats.receiveMessage(id, "hi"));
    Changes<Chat> news = client.connection().chats().changes(since);
    List<Long> expected = ids(news);

    assertThat(expected).hasSize(10);
    assertThat(news.stream().map(chat -> chat.withUser().id())).isEqualTo(expected);
    assertThat(news.async().toList().get(20, TimeUnit.SECONDS))
        .extracting(chat -> chat.withUser().id())
        .isEqualTo(expected);
    Collected collected = new Collected(Long.MAX_VALUE);
    news.publisher().subscribe(collected);
    assertThat(collected.done.get(20, TimeUnit.SECONDS)).isEqualTo(expected);
  }

  @Test
  void failsWithTheCheckpointToPollFromAgain() {
    chats.addGenerated(50);
    Checkpoint since = client.connection().chats().checkpointNow();
    provider.faults().always(AnswerFault.error(403, "FORBIDDEN", "no"));

    assertThatThrownBy(() -> client.connection().chats().changes(since).toList())
        .isInstanceOfSatisfying(
            PermissionException.class, e -> assertThat(e.checkpoint()).contains(since));
  }

  // Watching

  @Test
  void sendsOneRequestAnIntervalWhileNothingHappens() {
    chats.addGenerated(50);
    Checkpoint since = client.connection().chats().checkpointNow();
    long active = chats.userIds().get(40);
    time.at(Duration.ofSeconds(95), () -> chats.receiveMessage(active, "hi"));
    try (Watch.NewsIterator<Chat> watch =
        client.connection().chats().changes(since).watch(Duration.ofSeconds(10)).iterator()) {

      assertThat(watch.next().withUser().id()).isEqualTo(active);
      // At 0, 10, … 100 seconds.
      assertThat(provider.requests()).hasSize(1 + 11);
      assertThat(time.elapsed()).isBetween(Duration.ofSeconds(100), Duration.ofSeconds(101));
    }
  }

  @Test
  void sendsNothingWhileNobodyAsks() {
    chats.addGenerated(50);
    Checkpoint since = client.connection().chats().checkpointNow();
    Watch<Chat> watch = client.connection().chats().changes(since).watch(Duration.ofSeconds(1));
    Collected collected = new Collected(0);
    watch.publisher().subscribe(collected);
    time.pass(Duration.ofHours(1));

    assertThat(provider.requests()).hasSize(1);
  }

  @Test
  void survivesFaultsThatPassAndWaitsLongerEachTime() {
    chats.addGenerated(50);
    Checkpoint since = client.connection().chats().checkpointNow();
    provider
        .faults()
        .when(
            request -> request.number() > 1 && time.elapsed().compareTo(Duration.ofMinutes(3)) < 0,
            AnswerFault.error(500, "X", "down"));
    long active = chats.userIds().get(40);
    chats.receiveMessage(active, "hi");
    try (Watch.NewsIterator<Chat> watch =
        client.connection().chats().changes(since).watch(Duration.ofSeconds(10)).iterator()) {

      assertThat(watch.next().withUser().id()).isEqualTo(active);
      // At 0, 10, 30, 70, 150 and 310 seconds.
      assertThat(provider.requests()).hasSize(1 + 6);
    }
  }

  @Test
  void endsWhenTheSessionHasExpired() {
    chats.addGenerated(50);
    Checkpoint since = client.connection().chats().checkpointNow();
    provider.connection().expireSession();
    try (Watch.NewsIterator<Chat> watch =
        client.connection().chats().changes(since).watch(Duration.ofSeconds(10)).iterator()) {

      assertThatThrownBy(watch::hasNext)
          .isInstanceOfSatisfying(
              SessionExpiredException.class, e -> assertThat(e.checkpoint()).contains(since));
    }
  }

  @Test
  void endsWhenTheServiceDoesNotKnowTheConnection() {
    try (Watch.NewsIterator<Chat> watch =
        client.connection("conn_tset").chats().sync().watch(Duration.ofSeconds(10)).iterator()) {

      assertThatThrownBy(watch::hasNext).isInstanceOf(ConnectionNotFoundException.class);
    }
  }

  @Test
  void aWaitEndsWithItsClientAndNoInterruptIsLeft() {
    Checkpoint since = client.connection().chats().checkpointNow();
    Watch.NewsIterator<Chat> watch =
        client.connection().chats().changes(since).watch(Duration.ofSeconds(10)).iterator();
    time.at(Duration.ofSeconds(35), () -> CompletableFuture.runAsync(client::close).join());

    assertThatThrownBy(watch::hasNext)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The OFAuth client is closed");
    assertThat(Thread.interrupted()).isFalse();
    assertThat(provider.requests()).hasSize(1 + 4);
  }

  @Test
  void endsWhenItIsClosed() {
    chats.addGenerated(5);
    Checkpoint since = client.connection().chats().checkpointNow();
    Watch.NewsIterator<Chat> watch =
        client.connection().chats().changes(since).watch(Duration.ofSeconds(10)).iterator();
    time.at(Duration.ofSeconds(35), () -> CompletableFuture.runAsync(watch::close).join());

    assertThat(watch.hasNext()).isFalse();
    assertThat(watch.hasNext()).isFalse();
    assertThat(Thread.interrupted()).isFalse();
    assertThat(provider.requests()).hasSize(1 + 4);
  }

  @Test
  void refusesAnIntervalBelowASecond() {
    Checkpoint since = client.connection().chats().checkpointNow();

    assertThatThrownBy(
            () -> client.connection().chats().changes(since).watch(Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT0.999S");
  }

  private static List<Long> ids(Changes<Chat> news) {
    List<Long> ids = new ArrayList<>();
    try {
      news.forEach(chat -> ids.add(chat.withUser().id()));
    } catch (OfAuthException e) {
      throw new AssertionError(e);
    }
    return ids;
  }

  /** Takes all that comes, up to a number. */
  private static final class Collected implements Flow.Subscriber<Chat> {
    private final List<Long> ids = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<List<Long>> done = new CompletableFuture<>();
    private final long demand;

    Collected(long demand) {
      this.demand = demand;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      if (demand > 0) {
        subscription.request(demand);
      }
    }

    @Override
    public void onNext(Chat chat) {
      ids.add(chat.withUser().id());
    }

    @Override
    public void onError(Throwable throwable) {
      done.completeExceptionally(throwable);
    }

    @Override
    public void onComplete() {
      done.complete(ids);
    }
  }
}
