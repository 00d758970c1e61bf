package com.ofauth.access.testing;

import static com.ofauth.access.testing.Http.CHATS;
import static com.ofauth.access.testing.Http.MASS_MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider can not lie: what it gives without a fault is legal by the spec. */
final class SpecConformanceTest {
  @RegisterExtension
  static final OfAuthTestExtension ofauth =
      OfAuthTestExtension.of(
          OfAuthTestProvider.builder()
              .chats(500)
              .massMessages(500)
              .rateLimit(RateLimit.of(1_000_000, 1_000_000)));

  private final OfAuthTestProvider provider = ofauth.provider();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "order=old",
        "filter=unread",
        "filter=priority&order=old",
        "filter=who_tipped",
        "query=a"
      })
  void givesLegalPagesOfChats(String query) {
    assertLegalWalk("ChatListResponse", CHATS + "?limit=20&" + query);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sent", "unsent", "scheduled"})
  void givesLegalPagesOfMassMessages(String type) {
    assertLegalWalk("MassMessageListResponse", MASS_MESSAGES + "?limit=20&type=" + type);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, Long.MIN_VALUE})
  void generatesLegalItemsFromEverySeed(long seed) {
    try (OfAuthTestProvider other =
        OfAuthTestProvider.builder().seed(seed).chats(100).massMessages(100).start()) {
      for (int offset = 0; offset < 100; offset += 20) {
        String window = "?limit=20&offset=" + offset;
        assertLegal("ChatListResponse", Http.get(other, CHATS + window));
        assertLegal("MassMessageListResponse", Http.get(other, MASS_MESSAGES + window));
      }
    }
  }

  @Test
  void givesLegalPagesWhileListsChange() {
    TestConnection connection = provider.connection();
    provider.onRequest(Churn.seeded(1).atMost(10).of(connection.chats()));
    provider.onRequest(Churn.seeded(2).atMost(10).of(connection.massMessages()));

    for (int i = 0; i < 30; i++) {
      assertLegal("ChatListResponse", Http.get(provider, CHATS + "?limit=20"));
      assertLegal("MassMessageListResponse", Http.get(provider, MASS_MESSAGES + "?limit=20"));
    }
  }

  @Test
  void givesLegalShortAndEmptyPages() {
    provider.connection().chats().filterAfterSlicing(true);

    assertLegalWalk("ChatListResponse", CHATS + "?limit=3&filter=priority");
    assertLegal("ChatListResponse", Http.get(provider, CHATS + "?offset=1000"));
    assertLegal("MassMessageListResponse", Http.get(provider, MASS_MESSAGES + "?offset=1000"));
  }

  @ParameterizedTest
  @EnumSource(ErrorDialect.class)
  void givesLegalErrorsInEachDialect(ErrorDialect dialect) {
    provider.errorDialect(dialect);
    TestConnection connection = provider.connection();
    List<Http.Answer> errors = new ArrayList<>();

    errors.add(Http.get(provider, "/elsewhere"));
    errors.add(Http.get(provider, "conn_unknown", CHATS));
    errors.add(Http.get(provider, CHATS + "?limit=0&order=x"));
    connection.expireSession();
    errors.add(Http.get(provider, CHATS));
    connection.renewSession();
    connection.revokePermission("messages:read");
    errors.add(Http.get(provider, MASS_MESSAGES));
    connection.rateLimit(RateLimit.of(1, 1));
    connection.spendTokens(1);
    errors.add(Http.get(provider, MASS_MESSAGES));

    for (Http.Answer error : errors) {
      assertThat(error.status()).isBetween(400, 429);
      assertThat(Spec.problems("ErrorResponse", error.json())).as(error.body()).isEmpty();
    }
  }

  @Test
  void wouldNoticeALie() {
    assertThat(lie(PageFault.nullList())).isNotEmpty();
    assertThat(lie(PageFault.schemaViolation())).isNotEmpty();
    assertThat(lie(PageFault.nextOffsetNull())).isNotEmpty();
    assertThat(lie(PageFault.nextOffsetAsText())).isNotEmpty();
    assertThat(lie(renaming("\"withUser\"", "\"user\""))).isNotEmpty();
    assertThat(lie(renaming("\"canGoToProfile\"", "\"canGoToProfil\"")))
        .containsExactly("$.list[0].canGoToProfil is not in the spec");
  }

  private Fault renaming(String from, String to) {
    long first = provider.connection().chats().userIds().get(0);
    return PageFault.item(first, json -> json.replace(from, to));
  }

  private List<String> lie(Fault fault) {
    provider.faults().next(fault);
    return Spec.problems("ChatListResponse", Http.get(provider, CHATS).json());
  }

  private void assertLegalWalk(String schema, String target) {
    int offset = 0;
    Http.Answer page;
    do {
      page = Http.get(provider, target + "&offset=" + offset);
      assertLegal(schema, page);
      offset = page.json().path("nextOffset").asInt(offset + page.ids().size());
    } while (page.json().get("hasMore").booleanValue());
    assertThat(offset).isPositive();
  }

  private static void assertLegal(String schema, Http.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("X-RateLimit-Limit")).matches("[0-9]+");
    assertThat(answer.header("X-RateLimit-Remaining")).matches("[0-9]+");
    assertThat(answer.header("X-RateLimit-Reset")).matches("[0-9]+");
    assertThat(Spec.problems(schema, answer.json())).as(answer.body()).isEmpty();
  }
}
