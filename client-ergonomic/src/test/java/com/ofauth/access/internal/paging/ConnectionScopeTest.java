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
import com.ofauth.access.internal.wire.ChatsApi;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.ChatListResponse;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import retrofit2.Call;

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

  @Test
  void whatACheckpointBelongsToIsMadeOnce() {
    Items items = new Items(ReorderDirection.TO_HEAD);
    QueriedList<ChatListQuery, ChatListResponse, Chat> list =
        QueriedList.of(scope, items, ChatListQuery.all());

    assertThat(list.checkpointScope()).isSameAs(list.checkpointScope());
    assertThat(items.requests).isEqualTo(1);
  }

  private Paginated<Chat> list(ReorderDirection direction, ChatListQuery query) {
    Items items = new Items(direction);
    Paginated<Chat> list = scope.list(items, query);
    assertThat(items.requests).isZero();
    return list;
  }

  private static final class Items extends ListEndpoint<ChatListQuery, ChatListResponse, Chat> {
    private final ReorderDirection direction;

    /** How many were built. */
    int requests;

    Items(ReorderDirection direction) {
      super(
          "listItems",
          ChatListResponse.class,
          Chat.class,
          List.of("withUser", "id"),
          /* versionPath= */ List.of(),
          /* comparedBy= */ List.of());
      this.direction = direction;
    }

    @Override
    public Call<ChatListResponse> request(
        GeneratedApis apis, String connectionId, ChatListQuery query, PageRequest position) {
      requests++;
      return apis.api(ChatsApi.class)
          .listChats(
              apis.apiKey(),
              connectionId,
              position.limit(),
              position.offset(),
              /* order= */ null,
              /* filter= */ null,
              /* query= */ null,
              /* userListId= */ null,
              query.additionalQueryParams());
    }

    @Override
    public @Nullable PageStart next(ChatListResponse page) {
      return null;
    }

    @Override
    public long key(Chat item) {
      return item.withUser().id();
    }

    @Override
    protected @Nullable Object version(Chat item) {
      return null;
    }

    @Override
    public ReorderDirection reorderDirection(ChatListQuery query) {
      return direction;
    }
  }

  private static final class NoStack implements Layer {
    @Override
    public <R> ApiResponse<R> send(ApiRequest<R> request) {
      throw new AssertionError("sent: " + request);
    }
  }
}
