// Generated from the OpenAPI document by the templates of this module. Do not edit.
package com.ofauth.access.golden.model;

import com.ofauth.access.internal.json.JsonInput;
import com.ofauth.access.internal.json.JsonType;
import com.ofauth.access.internal.json.JsonTypes;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link State}, told apart by the JSON token. */
final class StateJsonAdapter extends JsonType<State> {
  static final StateJsonAdapter TYPE = new StateJsonAdapter();

  @Override
  public @Nullable State read(JsonInput in) throws IOException {
    switch (in.peek()) {
      case BOOLEAN -> {
        Boolean member = JsonTypes.BOOLEAN.read(in);
        return member == null ? null : State.of(member);
      }
      case STRING -> {
        String member = JsonTypes.STRING.read(in);
        return member == null ? null : State.of(member);
      }
      default -> {
        in.readUnexpected("a boolean or a text");
        return null;
      }
    }
  }

  @Override
  public void write(JsonWriter writer, State union) throws IOException {
    Object value = union.value();
    if (value instanceof Boolean member) {
      JsonTypes.BOOLEAN.write(writer, member);
    }
    if (value instanceof String member) {
      JsonTypes.STRING.write(writer, member);
    }
  }
}
