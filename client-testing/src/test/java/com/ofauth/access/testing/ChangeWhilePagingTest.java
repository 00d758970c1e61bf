package com.ofauth.access.testing;

import static com.ofauth.access.testing.Http.CHATS;
import static com.ofauth.access.testing.Http.MASS_MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.model.Chat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.opentest4j.AssertionFailedError;

final class ChangeWhilePagingTest {
  @RegisterExtension static final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

  private final OfAuthTestProvider provider = ofauth.provider();
  private final TestChats chats = provider.connection().chats();
  private final List<Long> ids = chats.userIds();

  @Test
  void keepsPinnedChatsAtTheHead() {
    chats.pin(ids.get(5)).pin(ids.get(7));

    chats.receiveMessage(ids.get(9), "hi").answer(ids.get(3), "hello");
    chats.receiveMessage(ids.get(5), "pinned");
    new ChatChange(ChatChange.Kind.APPEAR_AT_HEAD, 0).applyTo(chats);

    List<Long> now = page(0);
    assertThat(now).startsWith(ids.get(7), ids.get(5));
    assertThat(ids).doesNotContain(now.get(2));
    assertThat(now.subList(3, 6)).containsExactly(ids.get(3), ids.get(9), ids.get(0));

    chats.unpin(ids.get(7)).unpin(ids.get(0));
    assertThat(chats.userIds()).startsWith(ids.get(5), ids.get(7), now.get(2), ids.get(3));
    chats.unpin(ids.get(5)).receiveMessage(ids.get(3), "again");
    assertThat(chats.userIds()).startsWith(ids.get(3), ids.get(5), ids.get(7));
  }

  @Test
  void showsItemsWithoutAVersion() {
    chats.replace(chats.get(ids.get(0)).toBuilder().lastMessage(null).build());
    TestMassMessages messages = provider.connection().massMessages();
    messages.replace(messages.get(messages.ids().get(0)).toBuilder().date(null).build());

    assertThat(Http.get(provider, CHATS).json().at("/list/0").has("lastMessage")).isFalse();
    assertThat(Http.get(provider, MASS_MESSAGES).json().at("/list/0").has("date")).isFalse();
  }

  @Test
  void movesAChatThatReceivesAMessageToTheHead() {
    long active = ids.get(30);
    provider.beforeRequest(2, () -> chats.receiveMessage(active, "hello 👋"));

    List<Long> first = page(0);
    List<Long> second = page(10);

    assertThat(first).isEqualTo(ids.subList(0, 10));
    // The last one of the first page comes again: the new head has shifted it.
    assertThat(second).isEqualTo(ids.subList(9, 19));
    Http.Answer head = Http.get(provider, CHATS + "?limit=1");
    assertThat(head.ids()).containsExactly(active);
    assertThat(head.json().at("/list/0/lastMessage/text").asText()).isEqualTo("hello 👋");
    assertThat(head.json().at("/list/0/lastMessage/isNew").asBoolean()).isTrue();
  }

  @Test
  void countsUnreadMessagesAndGivesThemRisingIds() {
    long user = ids.get(0);
    chats.markAsRead(user).receiveMessage(user, "one").receiveMessage(user, "two");

    Chat chat = chats.get(user);
    assertThat(chat.unreadMessagesCount()).isEqualTo(2);
    assertThat(lastMessageId(chat)).isGreaterThan(chat.lastReadMessageId());
  }

  @Test
  void unlistsAnAnsweredChatFromTheUnreadOnes() {
    long unread = Http.get(provider, CHATS + "?filter=unread").ids().get(0);

    chats.answer(unread, "thanks!");

    assertThat(Http.get(provider, CHATS + "?filter=unread").ids()).doesNotContain(unread);
    assertThat(page(0).get(0)).isEqualTo(unread);
    Chat chat = chats.get(unread);
    assertThat(chat.lastReadMessageId()).isEqualTo(lastMessageId(chat));
  }

  @Test
  void keepsThePlaceOfAChatThatIsMarkedAsRead() {
    long unread = Http.get(provider, CHATS + "?filter=unread").ids().get(2);

    chats.markAsRead(unread);

    assertThat(chats.userIds()).isEqualTo(ids);
    assertThat(Http.get(provider, CHATS + "?filter=unread").ids()).doesNotContain(unread);
  }

  @Test
  void insertsRemovesAndMoves() {
    Chat guest = SampleData.seeded(77).chat(5);

    chats.insert(2, guest).remove(ids.get(0)).move(ids.get(4), 0);

    assertThat(page(0))
        .startsWith(
            ids.get(4), ids.get(1), guest.withUser().id(), ids.get(2), ids.get(3), ids.get(5));
  }

  @Test
  void refusesChangesOfChatsThatAreNotThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chats.remove(1))
        .withMessage("no chat with id 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chats.insert(0, chats.get(ids.get(3))))
        .withMessage("there is a chat with id " + ids.get(3) + " already");
    assertThatThrownBy(() -> chats.move(ids.get(3), 50))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("index must be between 0 and 49: 50");
  }

  @Test
  void showsSeveralChangesAsOne() throws Exception {
    TestConnection connection = provider.connection();
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; i < 200; i++) {
                connection.change(
                    () -> {
                      long last = chats.userIds().get(49);
                      Chat chat = chats.get(last);
                      chats.remove(last).insert(0, chat);
                    });
              }
            });
    writer.start();

    // Without the lock a page in between would show 49 chats in all.
    List<Boolean> more =
        IntStream.range(0, 50)
            .mapToObj(i -> Http.get(provider, CHATS + "?limit=1&offset=48"))
            .map(page -> page.json().get("hasMore").booleanValue())
            .toList();
    writer.join();

    assertThat(more).containsOnly(true);
  }

  @Test
  void callsBackBeforeEachRequestInOrder() {
    List<String> calls = new ArrayList<>();
    provider.onRequest(request -> calls.add("a" + request.number()));
    provider.onRequest(request -> calls.add("b" + request.number() + request.path()));

    page(0);
    Http.get(provider, MASS_MESSAGES);

    assertThat(calls).containsExactly("a1", "b1" + CHATS, "a2", "b2" + MASS_MESSAGES);
  }

  @Test
  void churnsTheSameWayForTheSameSeed() {
    assertThat(churnedWalk(5)).isEqualTo(churnedWalk(5)).isNotEqualTo(churnedWalk(6));
  }

  @Test
  void churnsMassMessagesToo() {
    TestMassMessages sent = provider.connection().massMessages();
    List<Long> before = sent.ids();
    provider.onRequest(Churn.seeded(3).atMost(5).of(sent));

    for (int i = 0; i < 10; i++) {
      Http.get(provider, MASS_MESSAGES);
    }

    assertThat(sent.ids()).isNotEqualTo(before);
  }

  @Test
  void churnsNoMoreAfterItsLastRequest() {
    Churn churn = Churn.seeded(9).atMost(4).untilRequest(20);

    assertThat(IntStream.rangeClosed(1, 20).mapToObj(churn::chatChanges))
        .anyMatch(changes -> changes.size() == 4)
        .anyMatch(List::isEmpty);
    assertThat(churn.chatChanges(21)).isEmpty();
    assertThat(churn.massMessageChanges(21)).isEmpty();
  }

  @Test
  void appliesEveryKindOfChangeToAnyList() {
    chats.clear();
    for (int position : new int[] {0, 7, Integer.MAX_VALUE}) {
      for (ChatChange.Kind kind : ChatChange.Kind.values()) {
        new ChatChange(kind, position).applyTo(chats);
      }
    }

    assertThat(chats.size()).isPositive();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ChatChange(ChatChange.Kind.APPEAR, -1))
        .withMessage("position must not be negative: -1");
  }

  @Test
  void answers500AndFailsAtTheEndWhenACallbackFails() {
    OfAuthTestProvider own = OfAuthTestProvider.start();
    own.onRequest(
        request -> {
          throw new AssertionFailedError("not what I expected");
        });

    assertThat(Http.get(own, CHATS).status()).isEqualTo(500);
    assertThatThrownBy(own::close)
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("not what I expected");
  }

  private List<List<Long>> churnedWalk(long seed) {
    OfAuthTestProvider own = OfAuthTestProvider.start();
    try (own) {
      own.onRequest(Churn.seeded(seed).atMost(3).of(own.connection().chats()));
      return IntStream.range(0, 12)
          .mapToObj(i -> Http.get(own, CHATS + "?offset=" + i * 4).ids())
          .toList();
    }
  }

  private static long lastMessageId(Chat chat) {
    return Objects.requireNonNull(chat.lastMessage()).id();
  }

  private List<Long> page(int offset) {
    return Http.get(provider, CHATS + "?offset=" + offset).ids();
  }
}
