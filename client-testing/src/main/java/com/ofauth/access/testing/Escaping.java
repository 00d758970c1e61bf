package com.ofauth.access.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ofauth.access.testing.internal.service.ErrorReplies;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.stream.Collectors;

/** A way in which a service writes a text of the client's into a JSON string. */
public enum Escaping {
  /** Only what JSON demands. */
  PLAIN {
    @Override
    public String of(String text) {
      String quoted = ErrorReplies.quoted(text);
      return quoted.substring(1, quoted.length() - 1);
    }
  },
  /** As {@link #PLAIN}, and a slash as {@code \/}. */
  JSON_SLASHES {
    @Override
    public String of(String text) {
      return PLAIN.of(text).replace("/", "\\/");
    }
  },
  /** Each character but ASCII letters and digits as a Unicode escape, hex digits in lower case. */
  JSON_UNICODE {
    @Override
    public String of(String text) {
      return text.chars()
          .mapToObj(c -> isLetterOrDigit(c) ? Character.toString(c) : "\\u%04x".formatted(c))
          .collect(Collectors.joining());
    }
  },
  /** As {@link #JSON_UNICODE}, with hex digits in upper case. */
  JSON_UNICODE_UPPER_CASE {
    @Override
    public String of(String text) {
      return text.chars()
          .mapToObj(c -> isLetterOrDigit(c) ? Character.toString(c) : "\\u%04X".formatted(c))
          .collect(Collectors.joining());
    }
  },
  /** Percent-encoded, with hex digits in upper case and a space as {@code +}. */
  URL {
    @Override
    public String of(String text) {
      return URLEncoder.encode(text, UTF_8);
    }
  },
  /** Percent-encoded, with hex digits in lower case and a space as {@code %20}. */
  URL_LOWER_CASE {
    @Override
    public String of(String text) {
      StringBuilder encoded = new StringBuilder();
      for (byte b : text.getBytes(UTF_8)) {
        encoded.append(isLetterOrDigit(b) ? Character.toString(b) : "%%%02x".formatted(b & 0xff));
      }
      return encoded.toString();
    }
  },
  /** With the named entities of HTML for the five special characters of markup. */
  HTML {
    @Override
    public String of(String text) {
      return PLAIN.of(
          text.replace("&", "&amp;")
              .replace("<", "&lt;")
              .replace(">", "&gt;")
              .replace("\"", "&quot;")
              .replace("'", "&#39;"));
    }
  },
  /** Each character but ASCII letters and digits as a numeric entity of HTML in hex digits. */
  HTML_NUMERIC {
    @Override
    public String of(String text) {
      return text.codePoints()
          .mapToObj(
              c ->
                  isLetterOrDigit(c)
                      ? Character.toString(c)
                      : "&#x" + Integer.toHexString(c).toUpperCase(Locale.ROOT) + ";")
          .collect(Collectors.joining());
    }
  };

  /**
   * The text as it stands inside of a JSON string.
   *
   * @param text any
   * @return the escaped text, without quotation marks around it
   */
  public abstract String of(String text);

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
