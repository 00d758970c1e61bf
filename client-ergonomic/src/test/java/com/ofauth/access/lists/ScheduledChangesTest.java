package com.ofauth.access.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.MassMessageListQuery;
import com.ofauth.access.MassMessageStatus;
import com.ofauth.access.MassMessages;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.PagingException;
import com.ofauth.access.PagingMode;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.ServerException;
import com.ofauth.access.TestClients;
import com.ofauth.access.changes.Changes;
import com.ofauth.access.changes.Checkpointed;
import com.ofauth.access.changes.Watch;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.internal.util.SimulatedTime;
import com.ofauth.access.model.MassMessage;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.PageFault;
import com.ofauth.access.testing.TestMassMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is new among scheduled mass messages, found by comparing the whole list. */
final class ScheduledChangesTest {
  private static final MassMessageListQuery SCHEDULED =
      MassMessageListQuery.builder().status(MassMessageStatus.SCHEDULED).build();

  private final SimulatedTime time = new SimulatedTime();
  private final OfAuthTestProvider provider =
      OfAuthTestProvider.builder().clock(time.clock()).chats(0).massMessages(0).start();
  private final OfAuthClient client =
      TestClients.build(TestClients.of(provider).retryPolicy(RetryPolicy.none()), time);
  private final TestMassMessages scheduled = provider.connection().scheduledMassMessages();
  private final MassMessages messages = client.connection().massMessages();

  @AfterEach
  void close() {
    client.close();
    provider.close();
  }

  @Test
  void givesWhatIsNewEditedOrPutOff() {
    add(1, 12);
    Checkpoint since = messages.checkpointNow(SCHEDULED);
    scheduled.replace(message(3).toBuilder().text("edited").build());
    scheduled.remove(7).insert(2, message(7).toBuilder().date("2031-01-01T00:00:00Z").build());
    scheduled.replace(message(9).toBuilder().price("12.50").build());
    scheduled.insert(5, message(100));
    scheduled.remove(11);

    Changes<MassMessage> news = messages.changes(SCHEDULED, Checkpoint.parse(since.toString()));
    assertThat(ids(news)).containsExactlyInAnyOrder(3L, 7L, 9L, 100L);

    assertThat(provider.requests()).hasSize(2);
    assertThat(news.mayRepeat()).isFalse();
    assertThat(news.isCutShort()).isFalse();
    assertThat(news.isBaselineLost()).isFalse();
    assertThat(messages.changes(SCHEDULED, news.checkpoint())).isEmpty();
  }

  @Test
  void doesNotGiveWhatChangesByItself() {
    add(1, 5);
    Checkpoint since = messages.checkpointNow(SCHEDULED);
    scheduled.replace(
        message(2).toBuilder().cancelSeconds(5L).unsendSeconds(7L).viewedCount(3L).build());
    scheduled.moveTo(4, provider.connection().massMessages());

    assertThat(messages.changes(SCHEDULED, since)).isEmpty();
  }

  @Test
  void doesNotGiveAgainWhatLeftAndIsBackAsItWas() {
    add(1, 256);
    Checkpoint since = messages.checkpointNow(SCHEDULED);
    for (long id = 1; id <= 44; id++) {
      scheduled.remove(id);
    }
    Changes<MassMessage> none = messages.changes(SCHEDULED, since);
    assertThat(none).isEmpty();
    assertThat(none.checkpoint().toString().length()).isLessThan(4_096);
    add(1_000, 44);
    Changes<MassMessage> came = messages.changes(SCHEDULED, none.checkpoint());
    assertThat(came).hasSize(44);
    for (long id = 1; id <= 44; id++) {
      scheduled
          .remove(999 + id)
          .insert(0, id == 7 ? message(7).toBuilder().text("edited").build() : message(id));
    }
    Changes<MassMessage> back = messages.changes(SCHEDULED, came.checkpoint());

    assertThat(ids(back)).containsExactly(7L);
    assertThat(back.mayRepeat()).isFalse();
  }

  @Test
  void tellsWhenMoreLeftThanACheckpointHolds() {
    add(1, 256);
    Checkpoint since = messages.checkpointNow(SCHEDULED);
    scheduled.clear();
    add(1_000, 256);
    Changes<MassMessage> other = messages.changes(SCHEDULED, since);
    assertThat(other).hasSize(256);
    assertThat(other.mayRepeat()).isFalse();
    Changes<MassMessage> next = messages.changes(SCHEDULED, other.checkpoint());

    assertThat(next).isEmpty();
    assertThat(next.mayRepeat()).isTrue();
    assertThat(messages.changes(SCHEDULED, next.checkpoint()).toList()).isEmpty();
  }

  @Test
  void goesOnBehindTheItemThatWasHandledLast() {
    add(1, 60);
    Checkpoint since = messages.checkpointNow(SCHEDULED);
    for (long id = 10; id < 50; id++) {
      scheduled.replace(message(id).toBuilder().text("edited").build());
    }
    List<Long> handled = new ArrayList<>();
    Checkpoint saved = since;
    boolean crashed = true;
    while (crashed) {
      crashed = false;
      int stop = handled.size() + 7;
      for (Checkpointed<MassMessage> message :
          messages.changes(SCHEDULED, saved).withCheckpoints()) {
        handled.add(message.item().id());
        saved = Checkpoint.parse(message.checkpoint().toString());
        assertThat(saved.toString().length()).isLessThan(4_096);
        if (handled.size() == stop) {
          crashed = true;
          break;
        }
      }
    }

    assertThat(handled).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void readsTheWholeListWhichCostsARequestForEach19() {
    add(1, 256);
    Checkpoint since = messages.checkpointNow(SCHEDULED);
    assertThat(since.toString().length()).isLessThan(4_096);
    int before = provider.requests().size();

    assertThat(messages.changes(SCHEDULED, since)).isEmpty();
    // 20, 12 times 19, the rest, and a look at the head.
    assertThat(provider.requests().size() - before).isEqualTo(15);
  }

  @Test
  void refusesAListOfMoreThan256() {
    add(1, 256);
    Checkpoint since = messages.checkpointNow(SCHEDULED);
    add(1_000, 1);

    assertThatThrownBy(() -> messages.changes(SCHEDULED, since).toList())
        .isInstanceOfSatisfying(
            PagingException.class,
            e -> {
              assertThat(e.checkpoint()).contains(since);
              assertThat(e).hasMessageContaining("bounded to 256 items; the list has 257");
            });
    add(2_000, 400);
    int before = provider.requests().size();
    assertThatThrownBy(() -> messages.checkpointNow(SCHEDULED))
        .isInstanceOfSatisfying(
            PagingException.class,
            e -> {
              assertThat(e.checkpoint()).isEmpty();
              assertThat(e)
                  .hasMessageContaining("bounded to 256 items; the list has more than 267");
            });
    assertThat(provider.requests().size() - before).isEqualTo(14);
  }

  @Test
  void refusesCheckpointsOfOtherThings() {
    add(1, 5);
    Checkpoint ofScheduled = messages.checkpointNow(SCHEDULED);
    Checkpoint ofSent = messages.checkpointNow();
    Checkpoint walk = messages.list(SCHEDULED).firstPage().checkpoint();
    Checkpoint unsent =
        messages.checkpointNow(SCHEDULED.toBuilder().status(MassMessageStatus.UNSENT).build());

    for (Checkpoint other : List.of(ofSent, walk, unsent)) {
      assertThatThrownBy(() -> messages.changes(SCHEDULED, other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("checkpointNow(query)");
    }
    assertThatThrownBy(() -> messages.changes(ofScheduled))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leaves something out");
    assertThatThrownBy(
            () -> messages.changes(SCHEDULED, client.connection().chats().checkpointNow()))
        .hasMessageContaining("belongs to listChats");
    assertThatThrownBy(() -> messages.list(SCHEDULED.toBuilder().resumeFrom(ofScheduled).build()))
        .hasMessageContaining("belongs to changes() or sync()");
  }

  @Test
  void refusesSettingsThatLeavePartOfTheListOut() {
    add(1, 5);
    Checkpoint since = messages.checkpointNow(SCHEDULED);
    Checkpoint walk = messages.list(SCHEDULED).firstPage().checkpoint();

    for (MassMessageListQuery part :
        List.of(
            SCHEDULED.toBuilder().startAt(3).build(),
            SCHEDULED.toBuilder().maxItems(3).build(),
            SCHEDULED.toBuilder().resumeFrom(walk).build(),
            SCHEDULED.toBuilder().pagingMode(PagingMode.PLAIN).build())) {
      assertThatThrownBy(() -> messages.changes(part, since))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching(".*must not set (startAt 3|maxItems 3|resumeFrom|pagingMode PLAIN)");
      assertThatThrownBy(() -> messages.checkpointNow(part))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void isTheSameAsChangesOfTheWholeListWhereNothingIsLeftOut() {
    TestMassMessages sent = provider.connection().massMessages();
    sent.addGenerated(300);
    MassMessageListQuery explicit =
        MassMessageListQuery.builder().status(MassMessageStatus.SENT).build();
    Checkpoint since = messages.checkpointNow(explicit);
    assertThat(provider.requests()).hasSize(1);
    sent.insertGenerated(0);
    long came = sent.ids().get(0);

    assertThat(ids(messages.changes(explicit, since))).containsExactly(came);
    assertThat(ids(messages.changes(MassMessageListQuery.allSent(), since))).containsExactly(came);
    Changes<MassMessage> news = messages.changes(since);
    assertThat(ids(news)).containsExactly(came);
    assertThat(messages.changes(explicit, news.checkpoint())).isEmpty();
  }

  @Test
  void goesOnWithWhatItHasReadAfterAFault() {
    add(1, 100);
    Checkpoint since = messages.checkpointNow(SCHEDULED);
    int before = provider.requests().size();
    scheduled.replace(message(90).toBuilder().text("edited").build());
    provider.faults().onRequest(before + 4, AnswerFault.error(500, "X", "down"));
    Changes<MassMessage> news = messages.changes(SCHEDULED, since);

    assertThatThrownBy(news::toList)
        .isInstanceOfSatisfying(
            ServerException.class, e -> assertThat(e.checkpoint()).contains(since));
    assertThat(ids(news)).containsExactly(90L);
  }

  @Test
  void leavesOutWhatCanNotBeDecodedAndTellsIt() {
    add(1, 4);
    provider.faults().always(PageFault.invalidItem(4));
    List<UndecodableItem> told = new ArrayList<>();
    MassMessageListQuery query = SCHEDULED.toBuilder().onUndecodableItem(told::add).build();
    Checkpoint since = messages.checkpointNow(query);
    assertThat(told).hasSize(1);
    scheduled.replace(message(2).toBuilder().text("edited").build());

    assertThat(ids(messages.changes(query, since))).containsExactly(2L);
    assertThat(ids(messages.changes(SCHEDULED, since))).containsExactly(2L);
  }

  @Test
  void watchesAtMostOnceAnInterval() {
    add(1, 15);
    Checkpoint since = messages.checkpointNow(SCHEDULED);
    time.at(
        Duration.ofSeconds(95),
        () -> scheduled.replace(message(5).toBuilder().text("edited").build()));
    time.at(Duration.ofSeconds(125), () -> scheduled.insert(0, message(100)));
    try (Watch.NewsIterator<MassMessage> watch =
        messages.changes(SCHEDULED, since).watch(Duration.ofSeconds(10)).iterator()) {

      assertThat(watch.next().id()).isEqualTo(5);
      // At 0, 10, … 100 seconds.
      assertThat(provider.requests()).hasSize(1 + 11);
      assertThat(watch.next().id()).isEqualTo(100);
      assertThat(provider.requests()).hasSize(1 + 14);
    }
  }

  @Test
  void endsTheWatchOfAListThatHasGrownTooLong() {
    add(1, 15);
    Checkpoint since = messages.checkpointNow(SCHEDULED);
    time.at(Duration.ofSeconds(25), () -> add(1_000, 250));
    try (Watch.NewsIterator<MassMessage> watch =
        messages.changes(SCHEDULED, since).watch(Duration.ofSeconds(10)).iterator()) {

      assertThatThrownBy(watch::hasNext)
          .isInstanceOf(PagingException.class)
          .hasMessageContaining("256");
    }
  }

  @Test
  void aStartThatFailsIsNoPlaceToGoOnFrom() {
    add(1, 60);
    provider.faults().onRequest(2, AnswerFault.error(500, "X", "down"));

    assertThatThrownBy(() -> messages.checkpointNow(SCHEDULED))
        .isInstanceOfSatisfying(ServerException.class, e -> assertThat(e.checkpoint()).isEmpty());
  }

  private void add(long first, int count) {
    for (long id = first; id < first + count; id++) {
      scheduled.add(message(id));
    }
  }

  private static MassMessage message(long id) {
    return MassMessage.fromJson(
        """
        {"id": %d, "text": "text %d", "date": "2030-01-01T00:00:00Z", "price": "3.00", "cancelSeconds": 900,
         "media": [{"id": 7%d, "type": "photo", "files": {"full": {"url": "https://cdn.example.com/a?sign=1"}}}]}
        """
            .formatted(id, id, id));
  }

  private static List<Long> ids(Changes<MassMessage> news) {
    List<Long> ids = new ArrayList<>();
    news.forEach(message -> ids.add(message.id()));
    return ids;
  }
}
