package com.ofauth.access.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.OfAuthClient;
import java.io.IOException;
import java.util.function.Consumer;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests say who sends them, and what they take. */
final class RequestHeadersTest {
  private static final String SDK =
      "ofauth-access-java/[0-9]+\\.[0-9]+\\.[0-9]+[-A-Z]* \\(java "
          + System.getProperty("java.version").replace(".", "\\.").replace("+", "\\+")
          + "; okhttp "
          + OkHttp.VERSION.replace(".", "\\.")
          + "\\)";

  @Test
  void theSdkJavaAndOkHttp() throws IOException {
    String head = head(builder -> {});

    assertThat(head).contains("\r\nAccept: application/json\r\n");
    assertThat(head).containsPattern("\r\nUser-Agent: " + SDK + "\r\n");
  }

  @Test
  void noOtherHeaderIsSent() throws IOException {
    assertThat(head(builder -> {}).lines().skip(1).filter(line -> !line.isEmpty()))
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .containsExactlyInAnyOrder(
            "apiKey",
            "x-connection-id",
            "Accept",
            "Accept-Encoding",
            "User-Agent",
            "Host",
            "Connection");
  }

  @Test
  void theApplicationInFront() throws IOException {
    assertThat(head(builder -> builder.appInfo("my-app", "1.2+b7")))
        .containsPattern("\r\nUser-Agent: my-app/1\\.2\\+b7 " + SDK + "\r\n");
  }

  @Test
  void anInterceptorOfTheUsersHasTheLastWord() throws IOException {
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain.request().newBuilder().header("User-Agent", "mine").build()))
            .build();

    assertThat(head(builder -> builder.okHttpClient(own))).contains("\r\nUser-Agent: mine\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "my app", "a/b", "a\r\nX: y", "\u00fc", "(x)"})
  void anApplicationThatAHeaderCanNotNameIsRefused(String bad) {
    assertThatThrownBy(() -> OfAuthClient.builder().appInfo(bad, "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("appInfo name must be");
    assertThatThrownBy(() -> OfAuthClient.builder().appInfo("a", bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("appInfo version must be");
  }

  private static String head(Consumer<OfAuthClient.Builder> settings) throws IOException {
    try (SocketServer server = ListServer.start((peer, head) -> peer.page())) {
      OfAuthClient.Builder builder = OfAuthClient.builder().apiKey("sk_test").baseUrl(server.url());
      settings.accept(builder);
      try (OfAuthClient client = builder.build()) {
        client.connection("conn_1").chats().list().firstPage();
      }
      return server.requests().get(0);
    }
  }
}
