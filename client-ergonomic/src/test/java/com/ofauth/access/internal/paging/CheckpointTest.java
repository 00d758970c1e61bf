package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.ofauth.access.ChatFilter;
import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.MassMessageListQuery;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.Page;
import com.ofauth.access.Paginated;
import com.ofauth.access.PermissionException;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.ServerException;
import com.ofauth.access.TestClients;
import com.ofauth.access.model.Chat;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.OfAuthTestProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckpointTest {
  private final OfAuthTestProvider provider = OfAuthTestProvider.builder().chats(100).start();
  private final OfAuthClient client = TestClients.of(provider).build();

  /** Does not try a second time. */
  private final OfAuthClient once =
      TestClients.of(provider).retryPolicy(RetryPolicy.none()).build();

  @AfterEach
  void close() {
    client.close();
    once.close();
    provider.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void resumesInAnotherClientWithWhatWasNotYetGiven(int pages) {
    List<Long> given = new ArrayList<>();
    Checkpoint reached = readPages(pages, given);
    long head = provider.connection().chats().userIds().get(90);
    provider.connection().chats().receiveMessage(head, "hi");
    provider.connection().chats().receiveMessage(given.get(0), "hi");

    try (OfAuthClient other = TestClients.of(provider).build()) {
      ChatListQuery query =
          ChatListQuery.builder().resumeFrom(Checkpoint.parse(reached.toString())).build();
      other.connection().chats().list(query).forEach(chat -> given.add(chat.withUser().id()));
    }

    assertThat(given).containsExactlyInAnyOrderElementsOf(provider.connection().chats().userIds());
  }

  @Test
  void comesWithEachExceptionThatInterruptsAWalk() {
    provider
        .faults()
        .when(request -> request.number() == 3, AnswerFault.error(403, "FORBIDDEN", "no"));
    List<Long> given = new ArrayList<>();
    Checkpoint reached = null;
    try {
      read(ChatListQuery.all(), given);
    } catch (PermissionException e) {
      reached = e.checkpoint().orElseThrow();
    }

    assertThat(given).hasSize(39);
    read(ChatListQuery.builder().resumeFrom(reached).build(), given);
    assertThat(given).containsExactlyElementsOf(provider.connection().chats().userIds());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isTheOneOfTheStartWhereNobodyGotAnItem(boolean async) {
    List<Long> given = new ArrayList<>();
    Checkpoint start = readPages(1, given);
    failOnRequest(4);
    Paginated<Chat> rest =
        once.connection().chats().list(ChatListQuery.builder().resumeFrom(start).build());

    assertThat(failureOf(rest, async).checkpoint()).contains(start);
    assertThat(provider.requests()).hasSize(4);
    read(ChatListQuery.builder().resumeFrom(start).build(), given);
    assertThat(given).containsExactlyElementsOf(provider.connection().chats().userIds());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void leadsToTheWholeListWhereNobodyGotAnItem(boolean async) {
    failOnRequest(3);
    Checkpoint reached =
        failureOf(once.connection().chats().list(), async).checkpoint().orElseThrow();

    List<Long> given = new ArrayList<>();
    read(ChatListQuery.builder().resumeFrom(reached).build(), given);
    assertThat(given).containsExactlyElementsOf(provider.connection().chats().userIds());
  }

  private void failOnRequest(int number) {
    provider
        .faults()
        .when(request -> request.number() == number, AnswerFault.error(500, "X", "down"));
  }

  private static OfAuthException failureOf(Paginated<Chat> list, boolean async) {
    Throwable thrown =
        async
            ? catchThrowable(() -> list.async().toList().get(20, TimeUnit.SECONDS)).getCause()
            : catchThrowable(list::toList);
    assertThat(thrown).isInstanceOf(ServerException.class);
    return (OfAuthException) Objects.requireNonNull(thrown);
  }

  @Test
  void isRefusedByAnotherQuery() {
    Checkpoint reached = readPages(1, new ArrayList<>());
    ChatListQuery other =
        ChatListQuery.builder().filter(ChatFilter.UNREAD).resumeFrom(reached).build();

    assertThatThrownBy(() -> client.connection().chats().list(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("belongs to another query");
  }

  @Test
  void isRefusedByAnotherConnection() {
    Checkpoint reached = readPages(1, new ArrayList<>());

    assertThatThrownBy(
            () ->
                client
                    .connection("conn_other")
                    .chats()
                    .list(ChatListQuery.builder().resumeFrom(reached).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("belongs to another connection");
  }

  @Test
  void isRefusedByAnotherEndpoint() {
    Checkpoint reached = readPages(1, new ArrayList<>());

    assertThatThrownBy(
            () ->
                client
                    .connection()
                    .massMessages()
                    .list(MassMessageListQuery.builder().resumeFrom(reached).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("belongs to listChats, not to listMassMessages");
  }

  @Test
  void isRefusedWhenAnotherVersionWroteIt() {
    assertThatThrownBy(() -> Checkpoint.parse("ofa1.abc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has version 1; this SDK reads version 2");
  }

  @Test
  void isRefusedWhenItIsDamaged() {
    String text = readPages(3, new ArrayList<>()).toString();
    for (int i = "ofa2.".length(); i < text.length(); i++) {
      char other = text.charAt(i) == 'A' ? 'B' : 'A';
      String changed = text.substring(0, i) + other + text.substring(i + 1);
      assertThatThrownBy(() -> Checkpoint.parse(changed))
          .as("character %s changed", i)
          .isInstanceOf(IllegalArgumentException.class);
      String cut = text.substring(0, i);
      assertThatThrownBy(() -> Checkpoint.parse(cut)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Checkpoint.parse("hello"))
        .hasMessageContaining("This text is no checkpoint");
  }

  @Test
  void isRefusedWhenSomethingFollowsIt() {
    String text = readPages(1, new ArrayList<>()).toString();

    for (String more : List.of("AAAA", text)) {
      assertThatThrownBy(() -> Checkpoint.parse(text + more))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is damaged");
    }
  }

  @Test
  void saysWhatACopyHasAdded() {
    String text = readPages(1, new ArrayList<>()).toString();

    assertThatThrownBy(() -> Checkpoint.parse(text + "\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The checkpoint must not end with a line break");
    assertThatThrownBy(() -> Checkpoint.parse('"' + text + '"'))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The checkpoint must not stand in quotes");
  }

  @Test
  void isRefusedWhenNoWalkCanHaveComeToIt() {
    WindowPlanner impossible =
        new WindowPlanner(-20, WindowPlanner.Mode.ANCHOR, 0, 0, 0, false, 0, 3, false, false);
    WalkState begin = WalkState.begin(0);
    WalkState state =
        new WalkState(
            impossible,
            null,
            /* closing= */ false,
            /* anew= */ false,
            begin.leftOut(),
            begin.anchors(),
            begin.baseline(),
            begin.given(),
            false);
    String body =
        CheckpointCodec.encode(
            new CheckpointCodec.Content(CheckpointCodec.Kind.WALK, "listChats", 1, 2, state));

    assertThatThrownBy(() -> CheckpointCodec.decode(body))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is damaged");
  }

  @Test
  void holdsNoSecretAndStaysSmall() {
    String text = readPages(5, new ArrayList<>()).toString();

    assertThat(text).matches("[A-Za-z0-9._-]+").doesNotContain(provider.apiKey());
    // 96 items: about four characters each, and 80 anchors.
    assertThat(text.length()).isLessThan(96 * 6 + 80 * 16 * 4 / 3 + 200);
  }

  private Checkpoint readPages(int count, List<Long> given) {
    Iterator<Page<Chat>> pages = client.connection().chats().list().pages().iterator();
    Page<Chat> page = pages.next();
    page.items().forEach(chat -> given.add(chat.withUser().id()));
    for (int i = 1; i < count; i++) {
      page = pages.next();
      page.items().forEach(chat -> given.add(chat.withUser().id()));
    }
    return page.checkpoint();
  }

  private void read(ChatListQuery query, List<Long> given) {
    client.connection().chats().list(query).forEach(chat -> given.add(chat.withUser().id()));
  }
}
