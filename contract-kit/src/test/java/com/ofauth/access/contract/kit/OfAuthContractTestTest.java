package com.ofauth.access.contract.kit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The class that users extend to verify their mock. */
class OfAuthContractTestTest {

  /** A mock as it should be. */
  @Tag("sample")
  static class GoodMock extends Mock {
    GoodMock() {
      super(3);
    }
  }

  /** A mock whose chats have a field of a wrong type. */
  @Tag("sample")
  static class BadMock extends Mock {
    BadMock() {
      super(3);
      account.chats.forEach(chat -> chat.put("canSendMessage", 1));
    }
  }

  /** A mock without items. */
  @Tag("sample")
  static class EmptyMock extends Mock {
    EmptyMock() {
      super(0);
    }
  }

  /** A mock in the JVM of the test. */
  abstract static class Mock extends OfAuthContractTest {
    final Account account;

    Mock(int items) {
      try {
        account = Account.of(items);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    protected URI baseUrl() {
      return account.url();
    }

    @Override
    protected String apiKey() {
      return Account.KEY;
    }

    @Override
    protected String connectionId() {
      return Account.CONNECTION;
    }
  }

  @Test
  void eachCheckOfAGoodMockIsATestThatPasses() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(GoodMock.class))
        .execute()
        .testEvents()
        .assertStatistics(stats -> stats.succeeded(11).failed(0));
  }

  @Test
  void badMockFailsWithPathsAndKinds() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(BadMock.class))
        .execute()
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    message(
                        text ->
                            text.contains(
                                "$.list[*].canSendMessage: expected boolean, found integer, in 3"
                                    + " of 3 items")))));
  }

  @Test
  void emptyMockFailsAsNotVerified() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(EmptyMock.class))
        .execute()
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            2, event(finishedWithFailure(message(text -> text.startsWith("NOT VERIFIED")))));
  }
}
