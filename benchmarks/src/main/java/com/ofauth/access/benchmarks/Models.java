package com.ofauth.access.benchmarks;

import com.ofauth.access.internal.json.ModelAdapter;
import com.ofauth.access.model.ChatListResponse;
import java.io.IOException;
import okio.BufferedSource;

/** The SDK's models of a page of chats, without the rest of the SDK. */
final class Models {
  private final ModelAdapter<ChatListResponse> adapter = ModelAdapter.of(ChatListResponse.class);

  /** Reads and consumes a body, as the SDK does. */
  ChatListResponse read(BufferedSource body) throws IOException {
    return adapter.read(body, deviation -> {});
  }
}
