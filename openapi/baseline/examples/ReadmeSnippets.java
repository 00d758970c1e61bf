package com.ofauth.access.examples;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Checkpoint;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.RateLimitException;
import com.ofauth.access.SessionExpiredException;
import com.ofauth.access.model.Chat;
import java.util.function.Consumer;

/** Java blocks of the README, compiled. {@code ReadmeTest} compares them. */
final class ReadmeSnippets {
  private ReadmeSnippets() {}

  static OfAuthConnection inCode(String apiKey) {
    OfAuthClient client = OfAuthClient.builder().apiKey(apiKey).build();
    OfAuthConnection creator = client.connection("conn_123");
    return creator;
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

  static boolean json(Chat chat) {
    String json = chat.toJson();
    Chat same = Chat.fromJson(json);
    return same.equals(chat);
  }

  static void checkpoints(OfAuthConnection creator, Consumer<Chat> archive, String saved) {
    ChatListQuery query = ChatListQuery.builder().resumeFrom(Checkpoint.parse(saved)).build();
    try {
      creator.chats().list(query).forEach(archive);
    } catch (OfAuthException e) {
      e.checkpoint().ifPresent(checkpoint -> System.out.println("Resume from " + checkpoint));
    }
  }
}
