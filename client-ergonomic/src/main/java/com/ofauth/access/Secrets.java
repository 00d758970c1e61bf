package com.ofauth.access;

import java.io.IOException;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Takes the API key out of what a service sends back: an error text that quotes it must not carry
 * it into a log.
 */
final class Secrets {
  private static final String REDACTED = "[redacted]";

  private final String apiKey;

  Secrets(String apiKey) {
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

  /** The failure as it is, or one of the same text without the key and without the original. */
  IOException redact(IOException failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (String.valueOf(t.getMessage()).contains(apiKey)) {
        return withoutKey(failure.getMessage(), failure.getStackTrace());
      }
    }
    return failure;
  }

  private IOException withoutKey(@Nullable String message, StackTraceElement[] stack) {
    IOException clean = new IOException(redact(String.valueOf(message)));
    clean.setStackTrace(stack);
    return clean;
  }

  @Override
  public String toString() {
    return REDACTED;
  }
}
