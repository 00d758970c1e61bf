package com.ofauth.access.network;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.RetryPolicy;
import java.io.PrintWriter;
import java.io.StringWriter;
import okhttp3.OkHttpClient;

/** What comes of a call that fails, once and without a retry. */
final class FailedCall {
  /** Of characters that JSON, URLs and HTML escape. */
  static final String KEY = "sk/live+a=b&c<d>\"e'\\f%g_h";

  private FailedCall() {}

  static OfAuthException of(OfAuthClient client) {
    return catchThrowableOfType(
        OfAuthException.class, () -> client.connection("conn_1").chats().list().firstPage());
  }

  static OfAuthException of(SocketServer server) {
    try (OfAuthClient client = client(server, new OkHttpClient())) {
      return of(client);
    }
  }

  static OfAuthClient client(SocketServer server, OkHttpClient http) {
    return OfAuthClient.builder()
        .apiKey(KEY)
        .baseUrl(server.url())
        .okHttpClient(http)
        .retryPolicy(RetryPolicy.none())
        .build();
  }

  /** All that a program can come to log. */
  static String text(OfAuthException e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text, /* autoFlush= */ true));
    return text + " " + e.bodyExcerpt() + " " + e.headers();
  }

  static String[] lines(String text) {
    return text.split("[\\n\\r\\u000b\\u000c\\u0085\\u2028\\u2029]");
  }
}
