package com.ofauth.access.testing;

import static com.ofauth.access.testing.Http.CHATS;
import static com.ofauth.access.testing.Http.MASS_MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When faults come, and how they combine. */
final class FaultsTest {
  @RegisterExtension static final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

  private final OfAuthTestProvider provider = ofauth.provider();
  private final Faults faults = provider.faults();

  @Test
  void queuesOneEntryForEachRequest() {
    faults.next(AnswerFault.emptyServerError());
    faults.next();
    faults.next(AnswerFault.htmlBadGateway());

    assertThat(statuses(4)).containsExactly(500, 200, 502, 200);
  }

  @Test
  void queuesForSeveralRequests() {
    faults.nextRequests(2, AnswerFault.emptyServerError());

    assertThat(statuses(3)).containsExactly(500, 500, 200);
  }

  @Test
  void hitsTheRequestWithTheNumber() {
    faults.onRequest(3, AnswerFault.emptyServerError());

    assertThat(statuses(4)).containsExactly(200, 200, 500, 200);
  }

  @Test
  void hitsEveryNthRequest() {
    faults.every(2, AnswerFault.emptyServerError());

    assertThat(statuses(5)).containsExactly(200, 500, 200, 500, 200);
  }

  @Test
  void hitsEachRequestUntilCleared() {
    faults.always(AnswerFault.emptyServerError());
    assertThat(statuses(3)).containsExactly(500, 500, 500);

    faults.clear();
    assertThat(statuses(2)).containsExactly(200, 200);
  }

  @Test
  void hitsRequestsThatFit() {
    faults.when(request -> request.path().equals(MASS_MESSAGES), AnswerFault.emptyServerError());

    assertThat(Http.get(provider, CHATS).status()).isEqualTo(200);
    assertThat(Http.get(provider, MASS_MESSAGES).status()).isEqualTo(500);
  }

  @Test
  void letsAConditionAddRulesForLaterRequests() {
    faults.when(
        request -> {
          faults.onRequest(request.number() + 1, AnswerFault.emptyServerError());
          return false;
        });

    assertThat(statuses(2)).containsExactly(200, 500);
  }

  @Test
  void combinesAnAnswerWithHowItTravels() throws Exception {
    faults.always(WireFault.cutBody(Framing.CONTENT_LENGTH));
    faults.next(AnswerFault.respond(500, "text/plain", "0123456789"));

    try (RawHttp raw = new RawHttp(provider)) {
      RawHttp.Wire wire = raw.send(CHATS).readToEnd();
      assertThat(wire.head()).startsWith("HTTP/1.1 500").contains("content-length: 10");
      assertThat(wire.body()).isEqualTo("01234");
    }
  }

  @Test
  void appliesFaultsInTheOrderInWhichTheyWereAdded() {
    faults.always(PageFault.nextOffset("1"));
    faults.always(PageFault.nextOffset("2"));

    assertThat(Http.get(provider, CHATS).json().get("nextOffset").asInt()).isEqualTo(2);
  }

  @Test
  void chargesATokenForASpoiledRequest() {
    faults.next(AnswerFault.emptyServerError());
    Http.get(provider, CHATS);

    assertThat(Http.get(provider, CHATS).header("X-RateLimit-Remaining")).isEqualTo("88");
  }

  @Test
  void answers500AndFailsAtTheEndWhenCodeOfTheTestFails() {
    IllegalStateException failure = new IllegalStateException("not what I expected");
    for (boolean inCondition : new boolean[] {true, false}) {
      OfAuthTestProvider own = OfAuthTestProvider.start();
      own.faults()
          .when(
              request -> {
                if (inCondition) {
                  throw failure;
                }
                return true;
              },
              PageFault.everyItem(
                  json -> {
                    throw failure;
                  }));

      Http.Answer answer = Http.get(own, CHATS);

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.header("X-Request-Id")).isEqualTo("req_00000001");
      assertThatThrownBy(own::close)
          .isInstanceOf(IllegalStateException.class)
          .cause()
          .isSameAs(failure);
    }
  }

  @Test
  void refusesFiguresOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> faults.every(0))
        .withMessage("number must be at least 1: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> faults.nextRequests(0))
        .withMessage("count must be at least 1: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> faults.onRequest(-1))
        .withMessage("number must be at least 1: -1");
  }

  private List<Integer> statuses(int requests) {
    return IntStream.range(0, requests).mapToObj(i -> Http.get(provider, CHATS).status()).toList();
  }
}
