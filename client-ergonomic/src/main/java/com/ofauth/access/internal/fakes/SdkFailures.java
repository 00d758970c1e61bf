package com.ofauth.access.internal.fakes;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.PagingMode;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.internal.spi.Failures;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.ConnectionSpec;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Lists chats with a client whose network is a prepared response, and returns what that throws. */
public final class SdkFailures implements Failures {
  private static final String END_OF_LIST = "{\"list\":[],\"hasMore\":false}";

  @Override
  public @Nullable RuntimeException of(int status, Map<String, String> headers, String body) {
    Headers fields = Headers.of(headers);
    return failure(
        request ->
            new Response.Builder()
                .request(request.request())
                .protocol(Protocol.HTTP_1_1)
                .message("")
                // A page that is complete must not lead to a further one like it.
                .code(isFirst(request) ? status : 200)
                .headers(fields)
                .body(ResponseBody.create(isFirst(request) ? body : END_OF_LIST, null))
                .build());
  }

  @Override
  public @Nullable RuntimeException of(IOException failure) {
    return failure(
        request -> {
          throw failure;
        });
  }

  private static boolean isFirst(Interceptor.Chain chain) {
    String offset = chain.request().url().queryParameter("offset");
    return offset == null || offset.equals("0");
  }

  private static @Nullable RuntimeException failure(Interceptor network) {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
            .addInterceptor(network)
            .build();
    try (OfAuthClient client =
        OfAuthClient.builder()
            .apiKey("sk_sandbox_test")
            .baseUrl("http://localhost")
            .okHttpClient(http)
            .retryPolicy(RetryPolicy.none())
            .rateLimitPolicy(RateLimitPolicy.unlimited())
            .build()) {
      ChatListQuery query = ChatListQuery.builder().pagingMode(PagingMode.PLAIN).build();
      client.connection("conn_test").chats().list(query).forEach(chat -> {});
      return null;
    } catch (OfAuthException e) {
      return e;
    }
  }
}
