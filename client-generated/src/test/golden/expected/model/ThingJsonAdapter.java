// Generated from the OpenAPI document by the templates of this module. Do not edit.
package com.ofauth.access.golden.model;

import com.ofauth.access.internal.json.JsonType;
import com.ofauth.access.internal.json.JsonTypes;
import com.ofauth.access.internal.json.ObjectNames;
import com.ofauth.access.internal.json.ObjectReader;
import com.ofauth.access.internal.json.ObjectWriter;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Thing}. Safe for use by several threads. */
public final class ThingJsonAdapter extends JsonAdapter<Thing> {
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

  private final JsonType<List<Thing>> parts;
  private final JsonType<State> state;
  private final JsonType<Map<String, List<@Nullable BigDecimal>>> weights;

  /** Called by Moshi. */
  public ThingJsonAdapter(Moshi moshi) {
    this.parts = JsonTypes.listOf(JsonTypes.model(moshi, Thing.class));
    this.state = JsonTypes.model(moshi, State.class);
    this.weights = JsonTypes.mapOf(JsonTypes.listOfNullable(JsonTypes.BIGDECIMAL));
  }

  @Override
  public Thing fromJson(JsonReader reader) throws IOException {
    Thing.Builder builder = Thing.builder();
    ObjectReader object = new ObjectReader(reader, NAMES);
    for (int property = object.next(); property > 0; property = object.next()) {
      switch (property) {
        case 1 -> builder.id = object.read(JsonTypes.LONG);
        case 2 -> builder.view = object.read(JsonTypes.STRING);
        case 3 -> builder.kind = object.read(JsonTypes.STRING);
        case 4 -> builder.note = object.read(JsonTypes.STRING);
        case 5 -> builder.parts = object.read(this.parts);
        case 6 -> builder.state = object.read(this.state);
        case 7 -> builder.weights = object.read(this.weights);
        case 8 -> builder.extra = object.read(JsonTypes.OBJECT);
        case 9 -> builder._toString = object.read(JsonTypes.BOOLEAN);
        default -> throw new AssertionError(property);
      }
    }
    builder.extras = object.extras();
    return builder.build();
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Thing nullable) throws IOException {
    Thing value = Objects.requireNonNull(nullable);
    ObjectWriter object = new ObjectWriter(writer, value.extras);
    object.write("id", value.id, JsonTypes.LONG);
    object.write("_view", value.view, JsonTypes.STRING);
    object.write("kind", value.kind, JsonTypes.STRING);
    object.write("note", value.note, JsonTypes.STRING);
    object.write("parts", value.parts, this.parts);
    object.write("state", value.state, this.state);
    object.write("weights", value.weights, this.weights);
    object.write("extra", value.extra, JsonTypes.OBJECT);
    object.write("toString", value._toString, JsonTypes.BOOLEAN);
    object.end();
  }
}
