package com.ofauth.access.examples;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.SessionExpiredException;
import com.ofauth.access.changes.Checkpointed;
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
    } catch (OfAuthException e) {
      System.err.println(e.status() + " " + e.errorType().orElse("") + " " + e.getMessage());
    }
  }

  static void news(
      OfAuthConnection creator, Consumer<Chat> handle, Consumer<String> save, String saved) {
    Checkpoint since = Checkpoint.parse(saved);
    for (Checkpointed<Chat> chat : creator.chats().changes(since).withCheckpoints()) {
      handle.accept(chat.item());
      save.accept(chat.checkpoint().toString());
    }
  }
}
