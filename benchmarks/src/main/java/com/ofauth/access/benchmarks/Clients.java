package com.ofauth.access.benchmarks;

import com.ofauth.access.OfAuthClient;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.model.ChatListResponse;
import com.ofauth.access.model.OfAuthJson;
import com.ofauth.access.stock.ApiClient;
import com.ofauth.access.stock.api.ChatsApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** The SDK and its peers, each as its users would set it up. */
final class Clients {
  private static final String API_KEY = "sk_sandbox_benchmark";
  private static final String CONNECTION = "conn_benchmark";

  private Clients() {}

  static OfAuthClient sdk(String url) {
    return OfAuthClient.builder()
        .apiKey(API_KEY)
        .connectionId(CONNECTION)
        .baseUrl(url)
        .rateLimitPolicy(RateLimitPolicy.unlimited())
        .build();
  }

  static ChatsApi stock(String url) {
    ApiClient client = new ApiClient("apiKey", API_KEY);
    client.getAdapterBuilder().baseUrl(url + "/");
    client
        .getOkBuilder()
        .addInterceptor(
            chain ->
                chain.proceed(
                    chain.request().newBuilder().header("x-connection-id", CONNECTION).build()));
    return client.createService(ChatsApi.class);
  }

  /** OkHttp alone, and the SDK's own models. */
  static ChatListResponse okHttp(OkHttpClient client, Models models, String url, int offset)
      throws IOException {
    try (Response response = client.newCall(request(url, offset)).execute()) {
      Buffer body = new Buffer();
      Objects.requireNonNull(response.body()).source().readAll(body);
      return models.read(body);
    }
  }

  /** The generated layer alone: Retrofit and the SDK's own models. */
  static ChatListResponse generated(String url) throws IOException {
    com.ofauth.access.internal.wire.ChatsApi api =
        new Retrofit.Builder()
            .baseUrl(url)
            .addConverterFactory(MoshiConverterFactory.create(OfAuthJson.moshi()))
            .build()
            .create(com.ofauth.access.internal.wire.ChatsApi.class);
    return Objects.requireNonNull(
        api.listChats(API_KEY, CONNECTION, Pages.PAGE_SIZE, 0L, null, null, null, null, Map.of())
            .execute()
            .body());
  }

  private static Request request(String url, int offset) {
    return new Request.Builder()
        .url(page(url, offset))
        .header("apiKey", API_KEY)
        .header("x-connection-id", CONNECTION)
        .build();
  }

  /** The JDK's client, and Jackson. */
  static Object jdk(HttpClient client, Decoders decoders, String url)
      throws IOException, InterruptedException {
    java.net.http.HttpRequest request =
        java.net.http.HttpRequest.newBuilder(URI.create(page(url, 0)))
            .header("apiKey", API_KEY)
            .header("x-connection-id", CONNECTION)
            .build();
    return decoders.jackson(client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
  }

  private static String page(String url, int offset) {
    return url + "/v2/access/chats?limit=" + Pages.PAGE_SIZE + "&offset=" + offset;
  }
}
