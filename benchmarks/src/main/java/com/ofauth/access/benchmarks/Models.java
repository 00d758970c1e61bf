package com.ofauth.access.benchmarks;

import com.ofauth.access.internal.json.ModelAdapter;
import com.ofauth.access.model.ChatListResponse;
import java.io.IOException;
import okio.ByteString;

/** The SDK's models of a page of chats, without the rest of the SDK. */
final class Models {
  private final ModelAdapter<ChatListResponse> adapter = ModelAdapter.of(ChatListResponse.class);

  ChatListResponse read(ByteString body) throws IOException {
    return adapter.read(body, deviation -> {});
  }
}
