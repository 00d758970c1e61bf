package com.ofauth.access.internal.http;

import okhttp3.HttpUrl;

/** The server's address, checked: the key goes there with each call. */
public record BaseUrl(HttpUrl url) {
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";

  public static BaseUrl parse(String text) {
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw new IllegalArgumentException(
          "baseUrl must be an absolute http or https URL: "
              // Neither a password nor what may hold a key.
              + text.replaceFirst("//[^/]*@", "//").replaceFirst("[?#].*", "…"));
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw new IllegalArgumentException(
          "baseUrl must not hold a user name or password: " + url.host());
    }
    if (url.query() != null || url.fragment() != null) {
      // Not shown: some services take a key there.
      throw new IllegalArgumentException(
          "baseUrl must have no query and no fragment: " + url.redact());
    }
    if (!url.isHttps() && !isLoopback(url.host())) {
      throw new IllegalArgumentException(
          "baseUrl must be https, since each call carries the API key; plain http goes to loopback only: "
              + text);
    }
    return url.encodedPath().endsWith("/")
        ? new BaseUrl(url)
        : new BaseUrl(url.newBuilder().addPathSegment("").build());
  }

  /** By the text alone: a name that some resolver maps to a loopback address is not trusted. */
  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.equals("::1")
        || host.matches("127(\\." + OCTET + "){3}");
  }
}
