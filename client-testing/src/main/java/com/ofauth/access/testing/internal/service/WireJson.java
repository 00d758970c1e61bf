package com.ofauth.access.testing.internal.service;

import com.ofauth.access.model.Chat;
import com.ofauth.access.model.MassMessage;
import com.ofauth.access.model.OfAuthJson;
import com.squareup.moshi.JsonAdapter;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes models the way the service's JSON is: with the adapters of the spec. */
public final class WireJson {
  private static final JsonAdapter<Chat> CHATS = OfAuthJson.moshi().adapter(Chat.class);
  private static final JsonAdapter<MassMessage> MASS_MESSAGES =
      OfAuthJson.moshi().adapter(MassMessage.class);

  private WireJson() {}

  static String chat(Chat chat) {
    return CHATS.toJson(chat);
  }

  static String massMessage(MassMessage message) {
    return MASS_MESSAGES.toJson(message);
  }

  /** The adapter refuses a tree that breaks the spec: the sample data can not drift from it. */
  public static Chat chatOf(Map<String, @Nullable Object> tree) {
    return Objects.requireNonNull(CHATS.fromJsonValue(tree));
  }

  public static MassMessage massMessageOf(Map<String, @Nullable Object> tree) {
    return Objects.requireNonNull(MASS_MESSAGES.fromJsonValue(tree));
  }
}
