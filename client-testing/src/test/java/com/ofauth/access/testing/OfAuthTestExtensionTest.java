package com.ofauth.access.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** How long the provider of a test class lives. The nested cases run by the engine's test kit. */
final class OfAuthTestExtensionTest {
  private static final List<OfAuthTestProvider> SEEN = new ArrayList<>();

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  @Test
  void sharesTheProviderOfAStaticFieldAndResetsItBetweenTests() {
    Events tests = run(StaticFieldCase.class);

    tests.assertStatistics(stats -> stats.succeeded(3).failed(0));
    assertThat(SEEN).hasSize(3).containsOnly(SEEN.get(0));
    assertClosed(SEEN.get(0));
  }

  @Test
  void givesEachTestAProviderOfItsOwnInAnInstanceField() {
    Events tests = run(InstanceFieldCase.class);

    tests.assertStatistics(stats -> stats.succeeded(2).failed(0));
    assertThat(SEEN).hasSize(2).doesNotHaveDuplicates();
    SEEN.forEach(OfAuthTestExtensionTest::assertClosed);
  }

  @Test
  void resetsBetweenTestsThatShareTheirInstance() {
    run(PerClassCase.class).assertStatistics(stats -> stats.succeeded(2).failed(0));
  }

  @Test
  void failsTheTestWhoseCallbackFailed() {
    Events tests = run(FailingCallbackCase.class);

    tests.assertStatistics(stats -> stats.succeeded(1).failed(1));
    tests
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("fails"),
                finishedWithFailure(message("a callback of the test provider failed"))));
  }

  private static Events run(Class<?> testCase) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.conditions.deactivate", "*")
        .selectors(selectClass(testCase))
        .execute()
        .testEvents();
  }

  private static void assertClosed(OfAuthTestProvider provider) {
    assertThat(provider.openConnections()).isZero();
    assertThat(catchThrowable(() -> new RawHttp(provider))).isInstanceOf(ConnectException.class);
  }

  static final class StaticFieldCase {
    @RegisterExtension static final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

    private final List<Long> ids = ofauth.provider().connection().chats().userIds();

    @Test
    void first() {
      check();
    }

    @Test
    void second() {
      check();
    }

    private void check() {
      SEEN.add(ofauth.provider());
      assertThat(ids).hasSize(50);
      assertThat(ofauth.provider().requests()).isEmpty();
      assertThat(Http.get(ofauth.provider(), Http.CHATS).ids()).isEqualTo(ids.subList(0, 10));
      ofauth.provider().connection().chats().clear();
    }

    @Nested
    final class Inside {
      @Test
      void third() {
        check();
      }
    }
  }

  static final class InstanceFieldCase {
    @RegisterExtension final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

    private final OfAuthTestProvider provider = ofauth.provider();

    @Test
    void first(OfAuthTestProvider parameter) {
      assertThat(parameter).isSameAs(provider);
      SEEN.add(provider);
    }

    @Test
    void second(OfAuthTestProvider parameter) {
      assertThat(parameter).isSameAs(provider);
      SEEN.add(provider);
    }
  }

  @TestInstance(Lifecycle.PER_CLASS)
  static final class PerClassCase {
    @RegisterExtension static final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

    @Test
    void first() {
      check();
    }

    @Test
    void second() {
      check();
    }

    private void check() {
      assertThat(Http.get(ofauth.provider(), Http.CHATS).ids()).hasSize(10);
      ofauth.provider().connection().chats().clear();
    }
  }

  static final class FailingCallbackCase {
    @RegisterExtension static final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

    @Test
    void fails() {
      ofauth
          .provider()
          .onRequest(
              request -> {
                throw new IllegalStateException("wrong");
              });
      assertThat(Http.get(ofauth.provider(), Http.CHATS).status()).isEqualTo(500);
    }

    @Test
    void passes() {
      assertThat(Http.get(ofauth.provider(), Http.CHATS).status()).isEqualTo(200);
    }
  }
}
