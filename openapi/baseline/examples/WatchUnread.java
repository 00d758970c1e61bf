package com.ofauth.access.examples;

import com.ofauth.access.OfAuthClient;
import com.ofauth.access.changes.Changes;
import com.ofauth.access.changes.Checkpointed;
import com.ofauth.access.changes.Watch;
import com.ofauth.access.model.Chat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Prints the id of each chat that has a new message and is unread, until it is stopped. It watches
 * the whole list and filters here, because a chat can leave a filtered list and come back without
 * activity.
 *
 * <p>The program saves the checkpoint after it has printed a chat. If it is killed in between, it
 * prints that one chat again.
 *
 * <p>Reads {@code OFAUTH_API_KEY}, {@code OFAUTH_CONNECTION_ID} and, if set, {@code
 * OFAUTH_BASE_URL} from the environment.
 */
public final class WatchUnread {
  private WatchUnread() {}

  /**
   * Runs the program.
   *
   * @param args the file that keeps the checkpoint; the seconds from poll to poll, 30 by default
   * @throws IOException when the file can't be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 1 || args.length > 2) {
      System.err.println("Name the file that keeps the checkpoint, for example unread.checkpoint");
      System.exit(1);
    }
    Duration interval = Duration.ofSeconds(args.length == 2 ? Long.parseLong(args[1]) : 30);
    try (OfAuthClient client = OfAuthClient.fromEnv()) {
      watch(client, Path.of(args[0]), interval);
    }
  }

  private static void watch(OfAuthClient client, Path state, Duration interval) throws IOException {
    SavedCheckpoint saved = SavedCheckpoint.read(state);
    if (saved == null) {
      saved = new SavedCheckpoint(0, client.connection().chats().checkpointNow());
      saved.write(state);
    }
    Changes<Chat> news = client.connection().chats().changes(saved.checkpoint());
    try (Watch.NewsIterator<Checkpointed<Chat>> chats =
        news.withCheckpoints().watch(interval).iterator()) {
      while (chats.hasNext()) {
        Checkpointed<Chat> chat = chats.next();
        Number unread = chat.item().unreadMessagesCount();
        if (unread != null && unread.longValue() > 0) {
          System.out.println(chat.item().withUser().id() + " " + unread);
        }
        new SavedCheckpoint(0, chat.checkpoint()).write(state);
      }
    }
  }
}
