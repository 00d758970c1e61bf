package com.ofauth.access.internal.http;

import com.ofauth.access.internal.json.PrintableText;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Removes the API key from what a service sends, in any escaping, so that an error text that quotes
 * the key does not put it into a log.
 */
public final class Secrets {
  private static final String REDACTED = "[redacted]";

  /** Characters of a key that HTML writes by name. */
  private static final Map<Character, String> ENTITIES =
      Map.of(
          '&', "amp", '<', "lt", '>', "gt", '"', "quot", '\'', "apos", '/', "sol", '+', "plus", '=',
          "equals", '_', "lowbar");

  /** How JSON and JavaScript begin an escape, and how a URL writes that in turn. */
  private static final String SLASH = "(?:\\\\(?:u005c)?|%(?:25){0,4}5c)";

  private static final String PERCENT = "(?:%|" + SLASH + "{1,8}u0025)(?:25){0,4}";
  private static final String AMPERSAND = "(?:&|" + SLASH + "{1,8}u0026|" + PERCENT + "26)";
  private static final String SEMICOLON = "(?:;|" + PERCENT + "3b)";
  private static final String NUMBER_SIGN = "(?:#|" + PERCENT + "23)";

  /** No character is escaped by more. */
  private static final int MAX_ESCAPE = 128;

  /** Okio shows in hexadecimal what it has read of a line without an end. */
  private static final Pattern HEXADECIMAL = Pattern.compile("(?<= content=)[0-9a-f]{2,}");

  private static final int MAX_CAUSES = 20;

  /** The names of headers that OkHttp takes. */
  private static final Pattern NAME = Pattern.compile("[!-~]+");

  private final String apiKey;

  /** Made when it is first needed, which is seldom. */
  private volatile @Nullable Pattern pattern;

  public Secrets(String apiKey) {
    this.apiKey = apiKey;
  }

  private Pattern pattern() {
    Pattern made = pattern;
    if (made == null) {
      StringBuilder regex = new StringBuilder();
      for (int i = 0; i < apiKey.length(); i++) {
        regex.append(escaped(apiKey.charAt(i)));
      }
      // A host name, and the name of a header, come back in small letters.
      made = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
      pattern = made;
    }
    return made;
  }

  /**
   * A character as it is, or as JSON, JavaScript, URLs and HTML write it, once or several times.
   */
  private static String escaped(char c) {
    String hex = String.format(Locale.ROOT, "%02x", (int) c);
    String entity = ENTITIES.containsKey(c) ? "|" + ENTITIES.get(c) : "";
    return "(?:"
        + SLASH
        + "{0,8}"
        + Pattern.quote(String.valueOf(c))
        // A form writes a space as a plus, so that reading the key as one turns it back.
        + (c == '+' ? "| " : "")
        + "|"
        + SLASH
        + "{1,8}(?:(?:u00|x)"
        + hex
        + "|u\\{0{0,4}"
        + hex
        + "\\}|"
        + String.format(Locale.ROOT, "%03o", (int) c)
        + ")"
        + "|"
        + PERCENT
        + "(?:u00)?"
        + hex
        + "|"
        + AMPERSAND
        + "(?:amp"
        + SEMICOLON
        + "){0,4}(?:"
        + NUMBER_SIGN
        + "(?:0{0,5}"
        + (int) c
        + "|x0{0,5}"
        + hex
        + ")"
        + entity
        + ")"
        + SEMICOLON
        + "?)";
  }

  /** A hash of the key, to tell it from another key. */
  public String keyHash() {
    return ByteString.encodeUtf8(apiKey).sha256().hex();
  }

  /** The text without the key. */
  String redact(String text) {
    return mayQuoteKey(text) ? pattern().matcher(text).replaceAll(REDACTED) : text;
  }

  /** Whether the text holds the key in whatever escaping. */
  public boolean isQuotedBy(String text) {
    return mayQuoteKey(text) && pattern().matcher(text).find();
  }

  /** Cheap: most texts hold neither the key as it is nor an escape. */
  private boolean mayQuoteKey(String text) {
    return containsKey(text)
        || (apiKey.indexOf('+') >= 0 && text.indexOf(' ') >= 0)
        || text.indexOf('\\') >= 0
        || text.indexOf('%') >= 0
        || text.indexOf('&') >= 0;
  }

  private boolean containsKey(String text) {
    int last = text.length() - apiKey.length();
    for (int i = 0; i <= last; i++) {
      if (text.regionMatches(/* ignoreCase= */ true, i, apiKey, 0, apiKey.length())) {
        return true;
      }
    }
    return false;
  }

  /** The headers without the key; a header whose name holds it is left out. */
  Headers redact(Headers headers) {
    if (!isQuotedBy(headers)) {
      return headers;
    }
    Headers.Builder clean = new Headers.Builder();
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      if (!isQuotedBy(name) && NAME.matcher(name).matches()) {
        // Unsafe: servers send what OkHttp would not let a client send.
        clean.addUnsafeNonAscii(name, redact(headers.value(i)));
      }
    }
    return clean.build();
  }

  /** One by one, since the text of all headers shows no cookies. */
  private boolean isQuotedBy(Headers headers) {
    for (int i = 0; i < headers.size(); i++) {
      if (isQuotedBy(headers.name(i)) || isQuotedBy(headers.value(i))) {
        return true;
      }
    }
    return false;
  }

  /** The beginning of a body: the cut may have gone through a key, so that half of it is left. */
  String redactedExcerpt(RawResponse response) {
    String head = redact(response.bodyExcerpt());
    return response.isExcerptComplete() ? head : head.substring(0, beginningOfKeyAtEnd(head));
  }

  /** Where a key begins that the end of the text has cut, or the text's length. */
  private int beginningOfKeyAtEnd(String text) {
    Matcher matcher = pattern().matcher(text);
    for (int start = Math.max(0, text.length() - maxEscapedLength());
        start < text.length();
        start++) {
      matcher.region(start, text.length());
      if (!matcher.lookingAt() && matcher.hitEnd()) {
        return start;
      }
    }
    return text.length();
  }

  private int maxEscapedLength() {
    return apiKey.length() * MAX_ESCAPE;
  }

  /**
   * A failure whose texts can be logged: without the key, one line each, bounded. Gives the failure
   * itself where that is so already, else a copy of the same class, if that can be, and stack
   * trace.
   */
  Throwable clean(Throwable failure) {
    return isClean(failure, 0) ? failure : copy(failure, 0);
  }

  private boolean isClean(@Nullable Throwable failure, int depth) {
    if (failure == null) {
      return true;
    }
    if (depth > MAX_CAUSES
        || !isClean(failure.getMessage(), PrintableText.MAX_LENGTH)
        || !isClean(failure.toString(), 2 * PrintableText.MAX_LENGTH)) {
      return false;
    }
    for (Throwable other : failure.getSuppressed()) {
      if (!isClean(other, depth + 1)) {
        return false;
      }
    }
    return isClean(failure.getCause(), depth + 1);
  }

  private boolean isClean(@Nullable String text, int maxCharacters) {
    return text == null || PrintableText.of(redact(readable(text)), maxCharacters).equals(text);
  }

  private Throwable copy(Throwable failure, int depth) {
    Throwable copy = sameClass(failure);
    copy.setStackTrace(failure.getStackTrace());
    Throwable cause = failure.getCause();
    if (cause != null && cause != failure && depth < MAX_CAUSES && copy.getCause() == null) {
      try {
        copy.initCause(copy(cause, depth + 1));
      } catch (IllegalStateException e) {
        // A class that sets its cause by itself does without.
      }
    }
    if (depth < MAX_CAUSES) {
      for (Throwable other : failure.getSuppressed()) {
        copy.addSuppressed(copy(other, depth + 1));
      }
    }
    return copy;
  }

  private Throwable sameClass(Throwable failure) {
    String message = foreign(String.valueOf(failure.getMessage()));
    try {
      Throwable same = failure.getClass().getConstructor(String.class).newInstance(message);
      if (isClean(same, 0)) {
        return same;
      }
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      // Its name stands in the text then.
    }
    return new IOException(foreign(failure.toString()));
  }

  private static String readable(String text) {
    return HEXADECIMAL.matcher(text).replaceAll("(not shown)");
  }

  /** Messages that did not come from this program, fit for a message or a log: one line, no key. */
  public String foreign(String text) {
    return PrintableText.of(redact(readable(text)));
  }

  @Override
  public String toString() {
    return REDACTED;
  }
}
