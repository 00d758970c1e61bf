// Generated from the OpenAPI document by the templates of this module. Do not edit.
package com.ofauth.access.golden.model;

import com.ofauth.access.internal.json.JsonType;
import com.ofauth.access.internal.json.JsonTypes;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link State}, told apart by the JSON token. Safe for use by several threads. */
public final class StateJsonAdapter extends JsonAdapter<State> {
  private final JsonType<Boolean> oneOf0;
  private final JsonType<String> oneOf1;

  /** Called by Moshi. */
  public StateJsonAdapter(Moshi moshi) {
    this.oneOf0 = JsonTypes.BOOLEAN;
    this.oneOf1 = JsonTypes.STRING;
  }

  @Override
  public State fromJson(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BOOLEAN -> State.of(this.oneOf0.read(reader));
      case STRING -> State.of(this.oneOf1.read(reader));
      default ->
          throw JsonTypes.unexpected(
              reader, "boolean or string");
    };
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable State nullable) throws IOException {
    Object value = Objects.requireNonNull(nullable).value;
    if (value instanceof Boolean member) {
      this.oneOf0.write(writer, member);
    }
    if (value instanceof String member) {
      this.oneOf1.write(writer, member);
    }
  }
}
