package com.ofauth.access.internal.http;

import java.util.Objects;

/**
 * The values of the two headers that every call carries. Checked here, since OkHttp quotes a value
 * that it refuses; never shown.
 */
public final class Credentials {
  private Credentials() {}

  public static String requireApiKey(String apiKey) {
    return requireHeaderValue("apiKey", apiKey);
  }

  public static String requireConnectionId(String connectionId) {
    return requireHeaderValue("connection id", connectionId);
  }

  private static String requireHeaderValue(String name, String value) {
    Objects.requireNonNull(value, name);
    if (value.isEmpty()) {
      throw new IllegalArgumentException(name + " must not be empty");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c > '~') {
        throw new IllegalArgumentException(
            String.format(
                "%s must consist of visible ASCII characters; the character at position %d of %d is U+%04X (the value is not"
                    + " shown)",
                name, i + 1, value.length(), (int) c));
      }
    }
    return value;
  }
}
