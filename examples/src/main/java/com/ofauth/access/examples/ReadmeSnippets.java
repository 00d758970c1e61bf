package com.ofauth.access.examples;

import com.ofauth.access.ChatFilter;
import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.MassMessageListQuery;
import com.ofauth.access.MassMessageStatus;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.RateLimitException;
import com.ofauth.access.SessionExpiredException;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.MassMessage;
import java.util.List;
import java.util.function.Consumer;

/** The code of the README, compiled. A test holds the two together. */
final class ReadmeSnippets {
  private ReadmeSnippets() {}

  static void firstSteps() {
    try (OfAuthClient client =
        OfAuthClient.builder().apiKey(System.getenv("OFAUTH_API_KEY")).build()) {
      OfAuthConnection creator = client.connection("conn_123");

      for (Chat chat :
          creator.chats().list(ChatListQuery.builder().filter(ChatFilter.UNREAD).build())) {
        System.out.println(chat.withUser().id() + " " + chat.unreadMessagesCount());
      }

      List<MassMessage> next =
          creator
              .massMessages()
              .list(
                  MassMessageListQuery.builder()
                      .status(MassMessageStatus.SCHEDULED)
                      .maxItems(50)
                      .build())
              .stream()
              .toList();
      System.out.println(next.size() + " mass messages are scheduled");
    }
  }

  static void errors(OfAuthConnection creator, Consumer<Chat> archive) {
    try {
      creator.chats().list().forEach(archive);
    } catch (SessionExpiredException e) {
      System.err.println("Reconnect the account: " + e.getMessage());
    } catch (RateLimitException e) {
      System.err.println("Too many requests: " + e.getMessage());
    } catch (OfAuthException e) {
      System.err.println(e.status() + " " + e.errorType().orElse("") + " " + e.getMessage());
    }
  }

  static void checkpoints(OfAuthConnection creator, Consumer<Chat> archive, String saved) {
    ChatListQuery query = ChatListQuery.builder().resumeFrom(Checkpoint.parse(saved)).build();
    try {
      creator.chats().list(query).forEach(archive);
    } catch (OfAuthException e) {
      e.checkpoint().ifPresent(checkpoint -> System.out.println("go on later from " + checkpoint));
    }
  }
}
