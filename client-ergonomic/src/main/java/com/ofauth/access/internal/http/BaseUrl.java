package com.ofauth.access.internal.http;

import com.ofauth.access.internal.util.Messages;
import com.ofauth.access.internal.util.Preconditions;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The checked address of the server. Each call sends the key there. */
public record BaseUrl(HttpUrl url) {
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";

  private static final Pattern PATH_OF_CALLS = Pattern.compile("(^|/)v2/access(/|$)");

  /** A message shows only the host of a refused text; the rest may be a secret. */
  public static BaseUrl parse(String text) {
    Preconditions.notNull("baseUrl", text);
    String surplus = Messages.surplus(text);
    if (surplus != null) {
      throw refused(surplus + " (the value is not shown)");
    }
    if (hasSpace(text)) {
      throw refused("contain no space and no line break (the value is not shown)");
    }
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw refused(
          "be an absolute http or https URL, such as https://api-next.ofauth.com; "
              + (text.isEmpty() ? "it is empty" : wrong(text) + " (the value is not shown)"));
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw refused("not hold a user name or password: " + shown(url));
    }
    if (url.query() != null || url.fragment() != null) {
      throw refused("have no query and no fragment: " + shown(url));
    }
    if (!url.isHttps() && !isLoopback(url.host())) {
      throw refused(
          "be https, since each call carries the API key; plain http goes to loopback only: "
              + shown(url));
    }
    if (url.encodedPath().contains("//")) {
      throw refused("have no empty part (\"//\") in its path: " + shown(url));
    }
    if (PATH_OF_CALLS.matcher(url.encodedPath()).find()) {
      throw refused(
          "end before /v2/access, which each call adds, such as https://api-next.ofauth.com: "
              + shown(url));
    }
    return url.encodedPath().endsWith("/")
        ? new BaseUrl(url)
        : new BaseUrl(url.newBuilder().addPathSegment("").build());
  }

  /** Scheme and host, unless a key may have been put in the place of the host. */
  private static String shown(HttpUrl url) {
    String host = url.host();
    boolean isName = host.indexOf('.') > 0 && host.indexOf('_') < 0;
    boolean isAddress = host.indexOf(':') >= 0;
    return isName || isAddress || isLoopback(host) ? url.redact() : "(the value is not shown)";
  }

  /** Or a control character. A stream would load a dozen classes before the first call. */
  private static boolean hasSpace(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ') {
        return true;
      }
    }
    return false;
  }

  private static String wrong(String text) {
    return text.regionMatches(true, 0, "http://", 0, 7)
            || text.regionMatches(true, 0, "https://", 0, 8)
        ? "its host or port can't be read"
        : "it does not begin with https://";
  }

  private static IllegalArgumentException refused(String rule) {
    return new IllegalArgumentException("baseUrl must " + rule);
  }

  /** Checks the text only. A name that a resolver maps to a loopback address does not count. */
  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.equals("::1")
        || host.matches("127(\\." + OCTET + "){3}");
  }
}
