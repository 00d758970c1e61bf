package com.ofauth.access.openapi;

import java.nio.file.Path;

/** How messages name a file. */
final class FileName {
  private FileName() {}

  /** The folder and the name, as a reader of the repository knows the file. */
  static String of(Path file) {
    Path folder = file.getParent();
    return folder == null || folder.getFileName() == null
        ? String.valueOf(file.getFileName())
        : folder.getFileName() + "/" + file.getFileName();
  }
}
