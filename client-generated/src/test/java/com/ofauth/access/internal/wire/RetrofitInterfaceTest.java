package com.ofauth.access.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.awkward.api.ThingsApi;
import com.ofauth.access.awkward.model.AwkwardModels;
import com.ofauth.access.awkward.model.Leaf;
import java.io.IOException;
import java.util.Map;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** The requests that the interfaces make; nothing is sent. */
@NullUnmarked
class RetrofitInterfaceTest {
  private static final Retrofit RETROFIT =
      new Retrofit.Builder()
          .baseUrl("https://example.com/proxy/")
          .addConverterFactory(MoshiConverterFactory.create(AwkwardModels.moshi()))
          .validateEagerly(true)
          .build();

  @Test
  void listsChatsWithEveryParameter() {
    Request request =
        RETROFIT
            .create(ChatsApi.class)
            .listChats(
                "key", "conn_1", 20, 5_000_000_000L, "old", "unread", "a&b ü", 7L, Map.of("x", "y"))
            .request();

    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.url())
        .hasToString(
            "https://example.com/proxy/v2/access/chats?limit=20&offset=5000000000&order=old&filter=unread"
                + "&query=a%26b%20%C3%BC&userListId=7&x=y");
    assertThat(request.headers().names()).containsExactlyInAnyOrder("apiKey", "x-connection-id");
    assertThat(request.header("apiKey")).isEqualTo("key");
    assertThat(request.header("x-connection-id")).isEqualTo("conn_1");
  }

  @Test
  void leavesOutWhatIsNull() {
    Request request =
        RETROFIT
            .create(MassMessagesApi.class)
            .listMassMessages("key", "conn_1", null, null, null, Map.of())
            .request();

    assertThat(request.url()).hasToString("https://example.com/proxy/v2/access/mass-messages");
  }

  @Test
  void sendsModelsPathsAndMethods() throws IOException {
    ThingsApi api = RETROFIT.create(ThingsApi.class);
    Request delete = api.deletePart(5L, "a/b", Map.of()).request();
    Request post = api.createThing("key", Leaf.builder().a("x").build(), Map.of()).request();
    Buffer body = new Buffer();
    post.body().writeTo(body);

    assertThat(delete.method() + " " + delete.url())
        .isEqualTo("DELETE https://example.com/proxy/things/5/parts/a%2Fb");
    assertThat(post.method() + " " + body.readUtf8()).isEqualTo("POST {\"a\":\"x\"}");
    assertThat(post.body().contentType()).hasToString("application/json; charset=UTF-8");
  }
}
