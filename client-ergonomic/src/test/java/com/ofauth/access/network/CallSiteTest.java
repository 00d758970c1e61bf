package com.ofauth.access.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Chats;
import com.ofauth.access.InvalidRequestException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.model.Chat;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever thread a request fails on, the stack trace names the user's code that asked for it. */
final class CallSiteTest {
  private SocketServer server;
  private OfAuthClient client;
  private Chats chats;

  @BeforeEach
  void start() throws IOException {
    server =
        ListServer.start(
            (peer, head) -> {
              if (ListServer.offset(head) == 0) {
                peer.answer("200 OK", "", ListServer.page(head, 100, ""));
              } else {
                peer.answer("400 No", "", "");
              }
            });
    client = OfAuthClient.builder().apiKey("sk_test").baseUrl(server.url()).build();
    chats = client.connection("conn_1").chats();
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void ofAWalkWithLookAhead() {
    ChatListQuery query = ChatListQuery.builder().lookAhead(3).build();

    assertNamesThisTest(
        catchThrowableOfType(
            InvalidRequestException.class, () -> chats.list(query).forEach(chat -> {})),
        "ofAWalkWithLookAhead");
  }

  @Test
  void ofAnAsyncList() {
    CompletableFuture<List<Chat>> future = chats.list().async().toList();

    assertNamesThisTest(cause(future), "ofAnAsyncList");
  }

  @Test
  void ofAnAsyncWalkWithLookAhead() {
    ChatListQuery query = ChatListQuery.builder().lookAhead(3).build();
    CompletableFuture<Void> future = chats.list(query).async().forEach(chat -> {});

    assertNamesThisTest(cause(future), "ofAnAsyncWalkWithLookAhead");
  }

  @Test
  void ofAnAsyncFirstPage() {
    ChatListQuery query = ChatListQuery.builder().startAt(5).build();

    assertNamesThisTest(cause(chats.list(query).async().firstPage()), "ofAnAsyncFirstPage");
  }

  @Test
  void ofASubscriber() {
    CompletableFuture<Void> end = new CompletableFuture<>();
    chats.list().publisher().subscribe(new UntilTheEnd(end));

    assertNamesThisTest(cause(end), "ofASubscriber");
  }

  private static Throwable cause(CompletableFuture<?> future) {
    return catchThrowableOfType(ExecutionException.class, () -> future.get(60, TimeUnit.SECONDS))
        .getCause();
  }

  private static void assertNamesThisTest(Throwable failure, String method) {
    assertThat(failure).isInstanceOf(InvalidRequestException.class);
    assertThat(failure.getStackTrace())
        .anyMatch(
            frame ->
                frame.getClassName().equals(CallSiteTest.class.getName())
                    && frame.getMethodName().equals(method));
  }

  private record UntilTheEnd(CompletableFuture<Void> end) implements Flow.Subscriber<Chat> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Chat chat) {}

    @Override
    public void onError(Throwable failure) {
      end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      end.complete(null);
    }
  }
}
