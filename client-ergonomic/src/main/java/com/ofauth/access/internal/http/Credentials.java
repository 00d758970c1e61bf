package com.ofauth.access.internal.http;

import com.ofauth.access.internal.util.Messages;
import com.ofauth.access.internal.util.Preconditions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The values of the two headers of every call. They are checked here, because OkHttp quotes a value
 * that it refuses. They are never shown.
 */
public final class Credentials {
  public static final String MISSING_API_KEY =
      "The API key is missing: set it by OfAuthClient.builder().apiKey(…) or in the environment"
          + " variable OFAUTH_API_KEY";

  private Credentials() {}

  public static String requireApiKey(@Nullable String apiKey) {
    if (apiKey == null) {
      throw new NullPointerException(MISSING_API_KEY);
    }
    if (apiKey.isEmpty()) {
      throw new IllegalArgumentException(MISSING_API_KEY);
    }
    String lower = apiKey.toLowerCase(Locale.ROOT);
    for (String prefix : new String[] {"bearer ", "apikey:", "apikey="}) {
      if (lower.startsWith(prefix)) {
        throw new IllegalArgumentException(
            "apiKey must be the key alone, without \""
                + apiKey.substring(0, prefix.length()).strip()
                + "\" in front of it (the value is not shown)");
      }
    }
    return requireHeaderValue("apiKey", apiKey);
  }

  public static String requireConnectionId(String connectionId) {
    return requireHeaderValue("connection id", Preconditions.notNull("connectionId", connectionId));
  }

  private static String requireHeaderValue(String name, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(name + " must not be empty");
    }
    String surplus = Messages.surplus(value);
    if (surplus != null) {
      throw new IllegalArgumentException(name + " must " + surplus + " (the value is not shown)");
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
