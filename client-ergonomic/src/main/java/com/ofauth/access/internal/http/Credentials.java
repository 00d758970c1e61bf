package com.ofauth.access.internal.http;

import com.ofauth.access.internal.util.Messages;
import com.ofauth.access.internal.util.Preconditions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values of the two headers of every call. They are checked here, because OkHttp quotes a value
 * that it refuses. They are never shown.
 */
public final class Credentials {
  public static final String MISSING_API_KEY =
      "The API key is missing: set it by OfAuthClient.builder().apiKey(…), or set the environment"
          + " variable OFAUTH_API_KEY and call OfAuthClient.fromEnv()";

  private static final Pattern NAME_OF_KEY =
      Pattern.compile(
          "(?i)\\s*(?:(?:export\\s+)?(?:(?:x-)?api[-_]?key|authorization|ofauth_api_key)\\s*[:=]\\s*"
              + "(?:(?:bearer|basic|token)\\s+)?|(?:bearer|basic|token)\\s+)");

  private static final Pattern NAME_OF_CONNECTION =
      Pattern.compile("(?i)\\s*(export\\s+)?((x-)?connection[-_]?id|ofauth_connection_id)\\s*[:=]");

  private Credentials() {}

  public static String requireApiKey(@Nullable String apiKey) {
    if (apiKey == null) {
      throw new NullPointerException(MISSING_API_KEY);
    }
    if (apiKey.isEmpty()) {
      throw new IllegalArgumentException(MISSING_API_KEY);
    }
    requireNoName("apiKey", NAME_OF_KEY, "the key alone", apiKey);
    if (apiKey.startsWith("conn_")) {
      throw new IllegalArgumentException(
          "apiKey must be the organisation's API key, not a connection id such as conn_123 (the value is not shown)");
    }
    return requireHeaderValue("apiKey", apiKey);
  }

  public static String requireConnectionId(String connectionId) {
    Preconditions.notNull("connectionId", connectionId);
    requireNoName("connection id", NAME_OF_CONNECTION, "the id alone", connectionId);
    if (connectionId.startsWith("sk_")) {
      throw new IllegalArgumentException(
          "connection id must not be the API key, which begins with sk_: it looks like conn_123"
              + " (the value is not shown)");
    }
    return requireHeaderValue("connection id", connectionId);
  }

  /** A header or a line of a file of variables that was copied as a whole. */
  private static void requireNoName(String what, Pattern name, String rule, String value) {
    Matcher copied = name.matcher(value);
    if (copied.lookingAt()) {
      throw new IllegalArgumentException(
          what
              + " must be "
              + rule
              + ", without \""
              + copied.group().strip()
              + "\" in front of it (the value is not shown)");
    }
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
