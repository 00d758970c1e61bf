// Generated from the OpenAPI document by the templates of this module. Do not edit.
package com.ofauth.access.golden.model;

import com.ofauth.access.internal.json.Extras;
import com.ofauth.access.internal.json.JsonInput;
import com.ofauth.access.internal.json.JsonTypes;
import com.ofauth.access.internal.json.ModelType;
import com.ofauth.access.internal.json.ObjectNames;
import com.ofauth.access.internal.json.ObjectRest;
import com.ofauth.access.internal.json.ObjectWriter;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Thing}. */
final class ThingJsonAdapter extends ModelType<Thing> {
  static final ThingJsonAdapter TYPE = new ThingJsonAdapter();

  static final ObjectNames NAMES =
      ObjectNames.of(
          "Thing",
          ObjectNames.required("id", "an integer"),
          ObjectNames.required("_view", "a text"),
          ObjectNames.required("kind", "a text").openEnum(),
          ObjectNames.required("note", "a text").orNull(),
          ObjectNames.required("parts", "an array").collection(),
          ObjectNames.optional("state", "a boolean or a text"),
          ObjectNames.optional("weights", "an object").collection(),
          ObjectNames.optional("extra", "a value").orNull(),
          ObjectNames.optional("toString", "a boolean").orNull());

  @Override
  public @Nullable Thing read(JsonInput in) throws IOException {
    if (!in.beginObject()) {
      return in.notAnObject(this);
    }
    long idValue = 0;
    String viewValue = null;
    String kindValue = null;
    String noteValue = null;
    List<Thing> partsValue = null;
    State stateValue = null;
    Map<String, List<@Nullable BigDecimal>> weightsValue = null;
    Object extraValue = null;
    boolean _toStringValue = false;
    long seen = 0;
    long nulls = 0;
    ObjectRest rest = null;
    while (in.hasNext()) {
      int index = in.select(NAMES);
      if (index < 0) {
        rest = in.keepUnknown(rest);
        continue;
      }
      long bit = 1L << index;
      if ((seen & bit) != 0) {
        @Nullable Object[] before = {
          idValue,
          viewValue,
          kindValue,
          noteValue,
          partsValue,
          stateValue,
          weightsValue,
          extraValue,
          _toStringValue
        };
        rest = in.dropFirst(rest, NAMES, index, (nulls & bit) != 0 ? null : before[index]);
        nulls &= ~bit;
      }
      seen |= bit;
      Token next = in.peek();
      if (next == Token.NULL) {
        in.skipNull();
        nulls |= bit;
        continue;
      }
      switch (index) {
        case 0 -> idValue = in.readLong(next);
        case 1 -> viewValue = in.readText(next);
        case 2 -> kindValue = in.readText(next);
        case 3 -> noteValue = in.readText(next);
        case 4 -> partsValue = JsonTypes.listOf(ThingJsonAdapter.TYPE).read(in);
        case 5 -> stateValue = StateJsonAdapter.TYPE.read(in);
        case 6 ->
            weightsValue = JsonTypes.mapOf(JsonTypes.listOfNullable(JsonTypes.BIGDECIMAL)).read(in);
        case 7 -> extraValue = JsonTypes.OBJECT.read(in);
        case 8 -> _toStringValue = in.readBoolean(next);
        default -> throw new AssertionError(index);
      }
      if (in.isOdd()) {
        rest = in.keepOdd(rest, NAMES, index);
      }
    }
    Extras extras = NAMES.end(in, seen, nulls, rest);
    long has = seen & ~nulls & ~(rest == null ? 0 : rest.unreadableBits());
    return new Thing(
        idValue,
        (has & 1L << 1) == 0 ? null : viewValue,
        (has & 1L << 2) == 0 ? null : kindValue,
        (has & 1L << 3) == 0 ? null : noteValue,
        (has & 1L << 4) == 0 ? null : partsValue,
        (has & 1L << 5) == 0 ? null : stateValue,
        (has & 1L << 6) == 0 ? null : weightsValue,
        (has & 1L << 7) == 0 ? null : extraValue,
        (has & 1L << 8) == 0 ? null : _toStringValue,
        extras);
  }

  @Override
  public void write(JsonWriter writer, Thing value) throws IOException {
    ObjectWriter object = new ObjectWriter(writer, NAMES, value.extras);
    object.write(value.id, JsonTypes.LONG);
    object.write(value.view, JsonTypes.STRING);
    object.write(value.kind, JsonTypes.STRING);
    object.write(value.note, JsonTypes.STRING);
    object.write(value.parts, JsonTypes.listOf(ThingJsonAdapter.TYPE));
    object.write(value.state, StateJsonAdapter.TYPE);
    object.write(value.weights, JsonTypes.mapOf(JsonTypes.listOfNullable(JsonTypes.BIGDECIMAL)));
    object.write(value.extra, JsonTypes.OBJECT);
    object.write(value._toString, JsonTypes.BOOLEAN);
    object.end();
  }

  @Override
  protected ObjectNames names() {
    return NAMES;
  }

  @Override
  protected Extras extras(Thing value) {
    return value.extras;
  }

  @Override
  protected @Nullable Object[] values(Thing value) {
    return new @Nullable Object[] {
      value.extras.lacks(0) ? null : value.id,
      value.view,
      value.kind,
      value.note,
      value.parts,
      value.state,
      value.weights,
      value.extra,
      value._toString,
    };
  }
}
