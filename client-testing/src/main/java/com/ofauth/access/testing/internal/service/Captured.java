package com.ofauth.access.testing.internal.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Items in shapes that were captured from the service: files with one JSON object on a line. */
public enum Captured {
  CHATS("captured-chats.jsonl"),
  MASS_MESSAGES("captured-mass-messages.jsonl");

  private final String file;

  Captured(String file) {
    this.file = file;
  }

  public List<String> items() {
    try (InputStream in = Objects.requireNonNull(Captured.class.getResourceAsStream(file), file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
