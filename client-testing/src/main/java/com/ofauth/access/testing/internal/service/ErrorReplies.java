package com.ofauth.access.testing.internal.service;

import com.ofauth.access.testing.ErrorDialect;
import com.ofauth.access.testing.internal.exchange.Reply;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes errors in a dialect. */
public final class ErrorReplies {

  private ErrorReplies() {}

  public static Reply of(ApiError error, ErrorDialect dialect, String requestId) {
    return of(error, error.text(), Map.of(), dialect, requestId);
  }

  public static Reply of(
      ApiError error,
      String text,
      Map<String, String> details,
      ErrorDialect dialect,
      String requestId) {
    String json =
        switch (dialect) {
          case CURRENT -> current(text, error.name(), requestId, error.actionRequired());
          case OLDER -> older(text, error.code(), object(details));
          case PUBLIC_SDKS -> publicSdks(text, error.code(), array(details));
        };
    return Reply.json(error.status(dialect), json);
  }

  /** An error of any type, known or not. */
  public static Reply of(
      int status, String type, String text, ErrorDialect dialect, String requestId) {
    String json =
        switch (dialect) {
          case CURRENT -> current(text, type, requestId, null);
          case OLDER -> older(text, type, "{}");
          case PUBLIC_SDKS -> publicSdks(text, type, "null");
        };
    return Reply.json(status, json);
  }

  private static String current(
      String text, String type, String requestId, @Nullable String actionRequired) {
    String action = actionRequired == null ? "" : ",\"actionRequired\":" + quoted(actionRequired);
    return "{\"error\":%s,\"type\":%s,\"requestId\":%s%s}"
        .formatted(quoted(text), quoted(type), quoted(requestId), action);
  }

  private static String older(String text, String code, String details) {
    return "{\"error\":%s,\"code\":%s,\"details\":%s}"
        .formatted(quoted(text), quoted(code), details);
  }

  private static String publicSdks(String text, String code, String details) {
    return "{\"message\":%s,\"code\":%s,\"details\":%s}"
        .formatted(quoted(text), quoted(code), details);
  }

  private static String object(Map<String, String> details) {
    StringJoiner json = new StringJoiner(",", "{", "}");
    details.forEach((name, rule) -> json.add(quoted(name) + ":" + quoted(rule)));
    return json.toString();
  }

  /** This dialect shows its details as a list, or as null where there are none. */
  private static String array(Map<String, String> details) {
    StringJoiner json = new StringJoiner(",", "[", "]");
    details.forEach((name, rule) -> json.add(quoted(name + " " + rule)));
    return details.isEmpty() ? "null" : json.toString();
  }

  /** The text as a JSON string. */
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || Character.isSurrogate(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
