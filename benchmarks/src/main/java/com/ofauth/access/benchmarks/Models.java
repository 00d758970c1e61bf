package com.ofauth.access.benchmarks;

import com.ofauth.access.model.ChatListResponse;
import com.ofauth.access.model.OfAuthJson;
import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.util.Objects;
import okio.BufferedSource;

/** The SDK's models of a page of chats, without the rest of the SDK. */
final class Models {
  private final JsonAdapter<ChatListResponse> adapter =
      OfAuthJson.moshi().adapter(ChatListResponse.class);

  ChatListResponse read(BufferedSource body) throws IOException {
    return Objects.requireNonNull(adapter.fromJson(body));
  }
}
