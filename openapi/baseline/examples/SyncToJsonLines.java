package com.ofauth.access.examples;

import com.ofauth.access.OfAuthClient;
import com.ofauth.access.changes.Changes;
import com.ofauth.access.changes.Checkpointed;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.OfAuthJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Copies all chats into a file, one line of JSON each. Each further run appends what is new: a chat
 * comes again when it has new activity, and its last line is the newest.
 *
 * <p>The program can be killed at any moment. It saves the length of the file beside the
 * checkpoint, and cuts the file to that length when it starts again. So each version of a chat is
 * written exactly once. The program prints the id of each chat.
 *
 * <p>Reads {@code OFAUTH_API_KEY}, {@code OFAUTH_CONNECTION_ID} and, if set, {@code
 * OFAUTH_BASE_URL} from the environment.
 */
public final class SyncToJsonLines {
  private SyncToJsonLines() {}

  /**
   * Runs the program.
   *
   * @param args the file to append to
   * @throws IOException when a file can't be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("Name the file to append to, for example chats.jsonl");
      System.exit(1);
    }
    try (OfAuthClient client = OfAuthClient.fromEnv()) {
      sync(client, Path.of(args[0]));
    }
  }

  private static void sync(OfAuthClient client, Path output) throws IOException {
    Path state = output.resolveSibling(output.getFileName() + ".checkpoint");
    SavedCheckpoint saved = SavedCheckpoint.read(state);
    Changes<Chat> chats =
        saved == null
            ? client.connection().chats().sync()
            : client.connection().chats().sync(saved.checkpoint());
    try (FileChannel file =
        FileChannel.open(output, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // Chats that were written after the checkpoint was saved come again.
      file.truncate(saved == null ? 0 : saved.length());
      file.position(file.size());
      for (Checkpointed<Chat> chat : chats.withCheckpoints()) {
        append(file, OfAuthJson.write(Chat.class, chat.item()) + "\n");
        new SavedCheckpoint(file.position(), chat.checkpoint()).write(state);
        System.out.println(chat.item().withUser().id());
      }
    }
  }

  private static void append(FileChannel file, String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    // After a power cut the file must be as long as the saved checkpoint says.
    file.force(/* metaData= */ false);
  }
}
