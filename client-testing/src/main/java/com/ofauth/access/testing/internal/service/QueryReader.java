package com.ofauth.access.testing.internal.service;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads query parameters and collects what is wrong with them. */
final class QueryReader {
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");

  private final Map<String, List<String>> parameters;
  private final Map<String, String> problems = new LinkedHashMap<>();

  QueryReader(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  Map<String, String> problems() {
    return problems;
  }

  int limit() {
    return Math.toIntExact(integer("limit", 1, 20, 10));
  }

  /** The spec lets the offset be null, which a query can say by an empty value alone. */
  long offset() {
    String text = single("offset");
    return text == null || text.isEmpty() ? 0 : integer("offset", 0, Long.MAX_VALUE, 0);
  }

  long integer(String name, long min, long max, long absent) {
    String text = single(name);
    if (text == null) {
      return absent;
    }
    if (!INTEGER.matcher(text).matches()) {
      return problem(name, "must be an integer", absent);
    }
    BigInteger value = new BigInteger(text);
    if (value.compareTo(BigInteger.valueOf(min)) < 0) {
      return problem(name, "must be at least " + min, absent);
    }
    if (value.compareTo(BigInteger.valueOf(max)) > 0) {
      return problem(name, "must be at most " + max, absent);
    }
    return value.longValueExact();
  }

  String oneOf(String name, List<String> allowed, String absent) {
    String text = single(name);
    if (text == null) {
      return absent;
    }
    if (!allowed.contains(text)) {
      problems.put(name, "must be one of " + String.join(", ", allowed));
      return absent;
    }
    return text;
  }

  /** Text of so many characters at most, counted as code points like JSON Schema does. */
  String text(String name, int maxLength) {
    String text = single(name);
    if (text == null) {
      return "";
    }
    if (text.codePointCount(0, text.length()) > maxLength) {
      problems.put(name, "must have at most " + maxLength + " characters");
    }
    return text;
  }

  private @Nullable String single(String name) {
    List<String> values = parameters.get(name);
    if (values == null) {
      return null;
    }
    if (values.size() > 1) {
      problems.put(name, "must be given once");
    }
    return values.get(0);
  }

  private long problem(String name, String problem, long absent) {
    problems.put(name, problem);
    return absent;
  }
}
