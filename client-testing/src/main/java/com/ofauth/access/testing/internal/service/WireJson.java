package com.ofauth.access.testing.internal.service;

import com.ofauth.access.model.Chat;
import com.ofauth.access.model.MassMessage;
import com.ofauth.access.model.OfAuthJson;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import okio.Buffer;
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

  /** Reads JSON that was given as text. */
  static Chat readChat(String json) {
    return read(CHATS, json);
  }

  static MassMessage readMassMessage(String json) {
    return read(MASS_MESSAGES, json);
  }

  /** An id at the end of a path of names, as a number or in quotes. */
  static long id(String json, String... path) {
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json))) {
      for (String name : path) {
        reader.beginObject();
        while (!reader.nextName().equals(name)) {
          reader.skipValue();
        }
      }
      return Long.parseLong(reader.nextString());
    } catch (IOException | JsonDataException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "item must be a JSON object with " + String.join(".", path) + ": " + json, e);
    }
  }

  private static <T> T read(JsonAdapter<T> adapter, String json) {
    try {
      return Objects.requireNonNull(adapter.fromJson(json));
    } catch (IOException e) {
      throw new IllegalArgumentException("item must be JSON: " + json, e);
    }
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
