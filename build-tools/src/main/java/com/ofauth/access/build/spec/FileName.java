package com.ofauth.access.build.spec;

import java.nio.file.Path;

/** How messages name a file. */
public final class FileName {
  private FileName() {}

  /** The folder and the name, as a reader of the repository knows the file. */
  public static String of(Path file) {
    Path folder = file.getParent();
    return folder == null || folder.getFileName() == null
        ? String.valueOf(file.getFileName())
        : folder.getFileName() + "/" + file.getFileName();
  }
}
