package com.ofauth.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.testing.Fault;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.PageFault;
import java.util.ArrayList;
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
  }

  @AfterEach
  void close() {
    client.close();
    provider.close();
  }

  @Test
  void failsAndNamesPagePathAndOffset() {
    provider.faults().always(PageFault.invalidItem(ids.get(45)));
    List<Long> given = new ArrayList<>();

    assertThatThrownBy(() -> read(ChatListQuery.all(), given))
        .hasMessageContaining("at path $.list[7]")
        .hasMessageContaining("offset 38")
        .hasMessageContaining("at offset 45")
        .isInstanceOfSatisfying(
            MalformedResponseException.class, e -> assertThat(e.checkpoint()).isPresent());
    assertThat(given).containsExactlyElementsOf(ids.subList(0, 39));
  }

  @Test
  void resumesBehindAFailureThatIsOver() {
    provider.faults().onRequest(3, PageFault.invalidItem(ids.get(45)));
    List<Long> given = new ArrayList<>();
    try {
      read(ChatListQuery.all(), given);
    } catch (MalformedResponseException e) {
      read(ChatListQuery.builder().resumeFrom(e.checkpoint().orElseThrow()).build(), given);
    }

    assertThat(given).containsExactlyElementsOf(ids);
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

  @Test
  void refusesANullForTheNextOffset() {
    provider.faults().onRequest(2, PageFault.nextOffsetNull());
    List<Long> given = new ArrayList<>();

    assertThatThrownBy(() -> read(ChatListQuery.all(), given))
        .isInstanceOfSatisfying(
            MalformedResponseException.class, e -> assertThat(e.checkpoint()).isPresent())
        .hasMessageContaining("'nextOffset' is null");
    assertThat(given).hasSize(20);
  }

  @Test
  void takesANextOffsetThatIsTextOrMissing() {
    provider.faults().onRequest(1, PageFault.nextOffsetAsText());
    provider.faults().onRequest(2, PageFault.nextOffsetMissing());
    List<Long> given = new ArrayList<>();
    read(ChatListQuery.all(), given);

    assertThat(given).containsExactlyElementsOf(ids);
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

  private void read(ChatListQuery query, List<Long> given) {
    client.connection().chats().list(query).forEach(chat -> given.add(chat.withUser().id()));
  }
}
