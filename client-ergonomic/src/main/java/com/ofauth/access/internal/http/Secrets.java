package com.ofauth.access.internal.http;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Takes the API key out of what a service sends back: an error text that quotes it must not carry
 * it into a log.
 */
public final class Secrets {
  private static final String REDACTED = "[redacted]";

  private final String apiKey;

  public Secrets(String apiKey) {
    this.apiKey = apiKey;
  }

  String redact(String text) {
    return text.replace(apiKey, REDACTED);
  }

  Headers redact(Headers headers) {
    if (!headers.toString().contains(apiKey)) {
      return headers;
    }
    Headers.Builder clean = new Headers.Builder();
    for (int i = 0; i < headers.size(); i++) {
      // Unsafe: servers send what OkHttp would not let a client send.
      if (!headers.name(i).contains(apiKey)) {
        clean.addUnsafeNonAscii(headers.name(i), redact(headers.value(i)));
      }
    }
    return clean.build();
  }

  /** The beginning of a body: the cut may have gone through a key, so that half of it is left. */
  String redactedExcerpt(RawResponse response) {
    String head = redact(response.bodyExcerpt());
    if (response.isExcerptComplete()) {
      return head;
    }
    int half = Math.min(apiKey.length() - 1, head.length());
    while (!head.endsWith(apiKey.substring(0, half))) {
      half--;
    }
    return head.substring(0, head.length() - half);
  }

  /** The failure as it is, or one of the same text without the key and without the original. */
  Throwable redact(Throwable failure) {
    if (!quotesKey(failure, Collections.newSetFromMap(new IdentityHashMap<>()))) {
      return failure;
    }
    IOException clean = new IOException(redact(failure.toString()));
    clean.setStackTrace(failure.getStackTrace());
    return clean;
  }

  private boolean quotesKey(@Nullable Throwable failure, Set<Throwable> known) {
    return failure != null
        && known.add(failure)
        && ((failure + " " + failure.getMessage()).contains(apiKey)
            || quotesKey(failure.getCause(), known)
            || Stream.of(failure.getSuppressed()).anyMatch(other -> quotesKey(other, known)));
  }

  @Override
  public String toString() {
    return REDACTED;
  }
}
