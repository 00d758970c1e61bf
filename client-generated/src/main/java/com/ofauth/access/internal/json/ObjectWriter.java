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
  private final ObjectNames names;
  private final Extras extras;
  private final boolean serializeNulls;
  private int next;

  /** Begins the object. */
  public ObjectWriter(JsonWriter writer, ObjectNames names, Extras extras) throws IOException {
    this.writer = writer;
    this.names = names;
    this.extras = extras;
    this.serializeNulls = writer.getSerializeNulls();
    writer.beginObject();
    // Which nulls are written is decided here. Moshi's default would drop them all.
    writer.setSerializeNulls(true);
  }

  /**
   * Writes the next declared property: as it came, if that was not as declared; not at all, if it
   * is neither there nor an explicit null.
   */
  public <T extends @Nullable Object> void write(@Nullable T value, JsonType<T> type)
      throws IOException {
    int index = next++;
    if (extras.isOdd(index)) {
      writer.name(names.name(index));
      FreeForm.write(writer, extras.raw(index));
    } else if (extras.isNull(index)) {
      writer.name(names.name(index)).nullValue();
    } else if (value != null && !extras.lacks(index)) {
      writer.name(names.name(index));
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
