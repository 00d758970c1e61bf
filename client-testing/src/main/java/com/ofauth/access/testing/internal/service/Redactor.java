package com.ofauth.access.testing.internal.service;

import com.ofauth.access.testing.internal.exchange.HttpCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Takes secrets out of what is recorded: by the name that carries them and by their text. */
final class Redactor {
  static final String REDACTED = "[redacted]";

  private static final Set<String> SECRET_NAMES =
      Set.of(
          "apikey",
          "api_key",
          "api-key",
          "x-api-key",
          "authorization",
          "proxy-authorization",
          "cookie");

  private final List<String> secrets;

  Redactor(List<String> secrets) {
    this.secrets = List.copyOf(secrets);
  }

  HttpCall call(HttpCall call) {
    return new HttpCall(
        call.method(),
        text(call.path()),
        Collections.unmodifiableMap(fields(call.query())),
        target(call.target()),
        Collections.unmodifiableMap(fields(call.headers())),
        call.protocol(),
        call.origin());
  }

  private String text(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, REDACTED);
    }
    return clean;
  }

  private Map<String, List<String>> fields(Map<String, List<String>> fields) {
    Map<String, List<String>> clean = new LinkedHashMap<>();
    fields.forEach((name, values) -> clean.put(text(name), values(name, values)));
    return clean;
  }

  /**
   * The target with every secret gone, also where a client sent the key as a parameter by mistake.
   */
  private String target(String target) {
    int question = target.indexOf('?');
    if (question < 0) {
      return text(target);
    }
    List<String> clean = new ArrayList<>();
    for (String pair : target.substring(question + 1).split("&", -1)) {
      int equals = pair.indexOf('=');
      boolean secret = equals >= 0 && isSecret(pair.substring(0, equals));
      clean.add(secret ? pair.substring(0, equals + 1) + REDACTED : pair);
    }
    return text(target.substring(0, question + 1) + String.join("&", clean));
  }

  private List<String> values(String name, List<String> values) {
    return isSecret(name)
        ? values.stream().map(value -> REDACTED).toList()
        : values.stream().map(this::text).toList();
  }

  private static boolean isSecret(String name) {
    return SECRET_NAMES.contains(name.toLowerCase(Locale.ROOT));
  }
}
