// Generated from the OpenAPI document by the templates of this module. Do not edit.
package com.ofauth.access.golden.model;

import com.ofauth.access.internal.json.JsonType;
import com.ofauth.access.internal.json.JsonTypes;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;

/** Reads and writes {@link State}, told apart by the JSON token. */
final class StateJsonAdapter extends JsonType<State> {
  static final StateJsonAdapter TYPE = new StateJsonAdapter();

  @Override
  public State read(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BOOLEAN -> State.of(JsonTypes.BOOLEAN.read(reader));
      case STRING -> State.of(JsonTypes.STRING.read(reader));
      default -> throw JsonTypes.unexpected(reader, "boolean or string");
    };
  }

  @Override
  public void write(JsonWriter writer, State union) throws IOException {
    Object value = union.value;
    if (value instanceof Boolean member) {
      JsonTypes.BOOLEAN.write(writer, member);
    }
    if (value instanceof String member) {
      JsonTypes.STRING.write(writer, member);
    }
  }
}
