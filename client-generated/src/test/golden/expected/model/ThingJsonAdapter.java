// Generated from the OpenAPI document by the templates of this module. Do not edit.
package com.ofauth.access.golden.model;

import com.ofauth.access.internal.json.JsonType;
import com.ofauth.access.internal.json.JsonTypes;
import com.ofauth.access.internal.json.ObjectNames;
import com.ofauth.access.internal.json.ObjectReader;
import com.ofauth.access.internal.json.ObjectWriter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;

/** Reads and writes {@link Thing}. */
final class ThingJsonAdapter extends JsonType<Thing> {
  static final ThingJsonAdapter TYPE = new ThingJsonAdapter();

  static final ObjectNames NAMES =
      ObjectNames.builder()
          .required("id")
          .required("_view")
          .required("kind")
          .requiredOrNull("note")
          .required("parts")
          .optional("state")
          .optional("weights")
          .optional("extra")
          .optional("toString")
          .build();

  @Override
  public Thing read(JsonReader reader) throws IOException {
    Thing.Builder builder = Thing.builder();
    ObjectReader object = new ObjectReader(reader, NAMES);
    for (int property = object.next(); property > 0; property = object.next()) {
      switch (property) {
        case 1 -> builder.id = object.read(JsonTypes.LONG);
        case 2 -> builder.view = object.read(JsonTypes.STRING);
        case 3 -> builder.kind = object.read(JsonTypes.STRING);
        case 4 -> builder.note = object.read(JsonTypes.STRING);
        case 5 -> builder.parts = object.read(JsonTypes.listOf(ThingJsonAdapter.TYPE));
        case 6 -> builder.state = object.read(StateJsonAdapter.TYPE);
        case 7 ->
            builder.weights =
                object.read(JsonTypes.mapOf(JsonTypes.listOfNullable(JsonTypes.BIGDECIMAL)));
        case 8 -> builder.extra = object.read(JsonTypes.OBJECT);
        case 9 -> builder._toString = object.read(JsonTypes.BOOLEAN);
        default -> throw new AssertionError(property);
      }
    }
    builder.extras = object.extras();
    return builder.build();
  }

  @Override
  public void write(JsonWriter writer, Thing value) throws IOException {
    ObjectWriter object = new ObjectWriter(writer, value.extras);
    object.write("id", value.id, JsonTypes.LONG);
    object.write("_view", value.view, JsonTypes.STRING);
    object.write("kind", value.kind, JsonTypes.STRING);
    object.write("note", value.note, JsonTypes.STRING);
    object.write("parts", value.parts, JsonTypes.listOf(ThingJsonAdapter.TYPE));
    object.write("state", value.state, StateJsonAdapter.TYPE);
    object.write(
        "weights", value.weights, JsonTypes.mapOf(JsonTypes.listOfNullable(JsonTypes.BIGDECIMAL)));
    object.write("extra", value.extra, JsonTypes.OBJECT);
    object.write("toString", value._toString, JsonTypes.BOOLEAN);
    object.end();
  }
}
