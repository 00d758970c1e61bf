package com.ofauth.access.internal.http;

import com.ofauth.access.internal.util.Messages;
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

  private static final int MAX_CAUSES = 20;

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
      made = Pattern.compile(regex.toString());
      pattern = made;
    }
    return made;
  }

  /**
   * A character as it is, or as JSON, JavaScript, URLs and HTML write it, once or several times.
   */
  private static String escaped(char c) {
    String hex = "(?i:" + String.format(Locale.ROOT, "%02x", (int) c) + ")";
    String entity = ENTITIES.containsKey(c) ? "|" + ENTITIES.get(c) : "";
    return "(?:\\\\{0,8}"
        + Pattern.quote(String.valueOf(c))
        // A form writes a space as a plus, so that reading the key as one turns it back.
        + (c == '+' ? "| " : "")
        + "|\\\\{1,8}(?:(?:u00|x)"
        + hex
        + "|u\\{0{0,4}"
        + hex
        + "\\}|"
        + String.format(Locale.ROOT, "%03o", (int) c)
        + ")"
        + "|(?:%|\\\\{1,8}u0025)(?:25){0,4}(?:[uU]00)?"
        + hex
        + "|(?:&|\\\\{1,8}u0026|%26)(?:amp;){0,4}(?:#0{0,5}"
        + (int) c
        + "|#[xX]0{0,5}"
        + hex
        + entity
        + ");?)";
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
    return text.contains(apiKey)
        || (apiKey.indexOf('+') >= 0 && text.indexOf(' ') >= 0)
        || text.indexOf('\\') >= 0
        || text.indexOf('%') >= 0
        || text.indexOf('&') >= 0;
  }

  /** The headers without the key; a header whose name holds it is left out. */
  Headers redact(Headers headers) {
    if (!isQuotedBy(headers.toString())) {
      return headers;
    }
    Headers.Builder clean = new Headers.Builder();
    for (int i = 0; i < headers.size(); i++) {
      // Unsafe: servers send what OkHttp would not let a client send.
      if (!isQuotedBy(headers.name(i))) {
        clean.addUnsafeNonAscii(headers.name(i), redact(headers.value(i)));
      }
    }
    return clean.build();
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
    // The longest escape: an ampersand that HTML has escaped several times, and a number.
    return apiKey.length() * 32;
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
        || !isClean(failure.getMessage(), Messages.MAX_FOREIGN)
        || !isClean(failure.toString(), 2 * Messages.MAX_FOREIGN)) {
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
    return text == null || Messages.foreign(redact(text), maxCharacters).equals(text);
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

  /** Messages that did not come from this program, fit for a message or a log: one line, no key. */
  public String foreign(String text) {
    return Messages.foreign(redact(text));
  }

  @Override
  public String toString() {
    return REDACTED;
  }
}
