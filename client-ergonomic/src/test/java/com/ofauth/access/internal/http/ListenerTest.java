package com.ofauth.access.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.CallInfo;
import com.ofauth.access.CallOutcome;
import com.ofauth.access.ChatListQuery;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.PermissionException;
import com.ofauth.access.TestClients;
import com.ofauth.access.WaitReason;
import com.ofauth.access.internal.util.SimulatedTime;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.RetryAfter;
import com.ofauth.access.testing.WireFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ListenerTest {
  private final SimulatedTime time = new SimulatedTime();
  private final OfAuthTestProvider provider =
      OfAuthTestProvider.builder().clock(time.clock()).chats(3).start();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void hearsOfACallFromItsBeginToItsEnd() {
    Recorder recorder = new Recorder();
    provider.faults().next(AnswerFault.rateLimited(RetryAfter.text("2")));
    try (OfAuthClient client = client(recorder)) {
      client.connection().chats().list().firstPage();
    }

    assertThat(recorder.events)
        .containsExactly(
            "request GET /v2/access/chats for connection conn_test",
            "attempt 1: 429",
            "retry 2 after RateLimitException",
            "wait RETRY",
            "attempt 2: 200",
            "end 2: 200",
            "page 0: 3, more: false");
    assertThat(recorder.calls).hasSize(7).containsOnly(recorder.calls.get(0));
  }

  @Test
  void hearsOfTheEndOfACallThatFails() {
    Recorder recorder = new Recorder();
    provider.faults().next(AnswerFault.error(403, "FORBIDDEN", "no"));
    try (OfAuthClient client = client(recorder)) {
      assertThatThrownBy(() -> client.connection().chats().list().firstPage())
          .isInstanceOf(PermissionException.class);
    }

    assertThat(recorder.events).last().isEqualTo("end 1: 403");
  }

  @Test
  void canNotHarmACall() {
    OfAuthListener broken =
        new OfAuthListener() {
          @Override
          public void onRequest(CallInfo call) {
            throw new IllegalStateException("broken listener");
          }

          @Override
          public void onEnd(CallInfo call, CallOutcome outcome) {
            throw new IllegalStateException("broken listener");
          }
        };
    try (LeakRecorder recorder = new LeakRecorder();
        OfAuthClient client = client(broken)) {
      assertThat(client.connection().chats().list().firstPage().items()).hasSize(3);
      assertThat(recorder.text()).contains("A listener of the OFAuth client failed");
    }
  }

  @Test
  void canNotHarmACallByAnErrorEither() {
    OfAuthListener linkedToAnotherVersion =
        new OfAuthListener() {
          @Override
          public void onAttempt(CallInfo call, CallOutcome outcome) {
            throw new NoSuchMethodError("addedInALaterVersion");
          }
        };
    Recorder recorder = new Recorder();
    try (OfAuthClient client =
        TestClients.build(
            TestClients.of(provider).listener(linkedToAnotherVersion).listener(recorder), time)) {
      assertThat(client.connection().chats().list().firstPage().items()).hasSize(3);
    }
    assertThat(recorder.events).contains("attempt 1: 200", "end 1: 200");
  }

  @Test
  void logsOnlyHeadersOfTheAllowListAndNoQuery() {
    provider.faults().next(WireFault.header("Set-Cookie", "session=private"));
    try (LeakRecorder recorder = new LeakRecorder();
        OfAuthClient client = client(new OfAuthListener() {})) {
      client
          .connection()
          .chats()
          .list(ChatListQuery.builder().query("somebody's name").build())
          .firstPage();

      assertThat(recorder.text())
          .contains("attempt 1 ended with status 200", "x-ratelimit-remaining=[89]")
          .doesNotContain("private", "somebody", "session");
    }
  }

  private OfAuthClient client(OfAuthListener listener) {
    return TestClients.build(TestClients.of(provider).listener(listener), time);
  }

  private static final class Recorder implements OfAuthListener {
    private final List<String> events = new ArrayList<>();
    private final List<CallInfo> calls = new ArrayList<>();

    @Override
    public void onRequest(CallInfo call) {
      note(call, "request " + call);
    }

    @Override
    public void onAttempt(CallInfo call, CallOutcome outcome) {
      note(call, "attempt " + outcome.attempt() + ": " + outcome.status());
    }

    @Override
    public void onWait(CallInfo call, WaitReason reason, Duration wait) {
      note(call, "wait " + reason);
    }

    @Override
    public void onRetry(CallInfo call, int nextAttempt, OfAuthException failure) {
      note(call, "retry " + nextAttempt + " after " + failure.getClass().getSimpleName());
    }

    @Override
    public void onPage(CallInfo call, long offset, int items, boolean hasMore) {
      note(call, "page " + offset + ": " + items + ", more: " + hasMore);
    }

    @Override
    public void onEnd(CallInfo call, CallOutcome outcome) {
      note(call, "end " + outcome.attempt() + ": " + outcome.status());
    }

    private void note(CallInfo call, String event) {
      calls.add(call);
      events.add(event);
    }
  }
}
