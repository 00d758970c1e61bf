package com.ofauth.access.examples;

import com.ofauth.access.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint in a file, with the length that the output had when it was saved. The file is
 * replaced as a whole, so a program that is killed leaves either the old one or the new one.
 *
 * @param length the bytes of output that the checkpoint counts
 * @param checkpoint how far the program had come
 */
record SavedCheckpoint(long length, Checkpoint checkpoint) {

  /** Returns what was saved last, or null if nothing was. */
  static @Nullable SavedCheckpoint read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    List<String> lines = Files.readAllLines(file);
    return new SavedCheckpoint(Long.parseLong(lines.get(0)), Checkpoint.parse(lines.get(1)));
  }

  void write(Path file) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(next, length + "\n" + checkpoint + "\n");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
