package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.Paginated;
import com.ofauth.access.decoding.ValidationMode;
import com.ofauth.access.internal.http.ApiRequest;
import com.ofauth.access.internal.http.ApiResponse;
import com.ofauth.access.internal.http.Layer;
import com.ofauth.access.internal.http.Secrets;
import com.ofauth.access.internal.util.TimeSource;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.ChatListResponse;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** What a list of a connection tells and refuses before anything is sent. */
final class ConnectionScopeTest {
  private final ConnectionScope scope =
      new ConnectionScope(
          "conn_1",
          new GeneratedApis(HttpUrl.get("http://localhost"), new OkHttpClient(), "sk_test"),
          new NoStack(),
          new Secrets("sk_test"),
          ValidationMode.TOLERANT,
          Runnable::run,
          TimeSource.SYSTEM);

  @Test
  void refusesAnOffsetWherePagesBeginBehindAnItem() {
    ChatListQuery atOne = ChatListQuery.builder().startAt(1).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> list(ReorderDirection.NONE, atOne))
        .withMessageContaining("startAt must be 0 for listItems")
        .withMessageContaining("not at an offset: 1");
    assertThat(list(ReorderDirection.NONE, ChatListQuery.all())).isNotNull();
    assertThat(list(ReorderDirection.TO_HEAD, atOne)).isNotNull();
  }

  @Test
  void aListTellsWhatItReads() {
    assertThat(list(ReorderDirection.TO_HEAD, ChatListQuery.builder().pageSize(7).build()))
        .asString()
        .contains("listItems for connection conn_1: ")
        .contains("pageSize=7");
  }

  @SuppressWarnings("NullAway") // It does not see that next page and version may be null.
  private Paginated<Chat> list(ReorderDirection direction, ChatListQuery query) {
    return scope.list(
        new ListEndpoint<>(
            "listItems",
            ChatListResponse.class,
            Chat.class,
            (apis, connection, asked, position) -> {
              throw new AssertionError("asked for " + position);
            },
            page -> null,
            chat -> chat.withUser().id(),
            List.of("withUser", "id"),
            chat -> null,
            /* versionPath= */ List.of(),
            /* comparedBy= */ List.of(),
            asked -> direction),
        query);
  }

  private static final class NoStack implements Layer {
    @Override
    public <R> ApiResponse<R> send(ApiRequest<R> request) {
      throw new AssertionError("sent: " + request);
    }
  }
}
