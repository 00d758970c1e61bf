package com.ofauth.access.internal.json;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object.
 *
 * <p>Used by generated adapters. Not thread-safe.
 */
public final class ObjectWriter {
  private final JsonWriter writer;
  private final Extras extras;
  private final boolean serializeNulls;

  /** Begins the object. */
  public ObjectWriter(JsonWriter writer, Extras extras) throws IOException {
    this.writer = writer;
    this.extras = extras;
    this.serializeNulls = writer.getSerializeNulls();
    writer.beginObject();
    // Which nulls are written is decided here; Moshi's default would drop them all.
    writer.setSerializeNulls(true);
  }

  /** Writes a declared property; one that is null only if it is an explicit null. */
  public <T extends @Nullable Object> void write(String name, @Nullable T value, JsonType<T> type)
      throws IOException {
    if (value == null) {
      if (extras.isNull(name)) {
        writer.name(name).nullValue();
      }
    } else if (extras.isQuoted(name)) {
      writer.name(name).value(value.toString());
    } else {
      writer.name(name);
      type.write(writer, value);
    }
  }

  /** Writes the unknown properties and ends the object. */
  public void end() throws IOException {
    for (Map.Entry<String, @Nullable Object> property : extras.unknown().entrySet()) {
      writer.name(property.getKey());
      FreeForm.write(writer, property.getValue());
    }
    writer.endObject();
    writer.setSerializeNulls(serializeNulls);
  }
}
