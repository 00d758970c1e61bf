// Generated from the OpenAPI document by the templates of this module. Do not edit.
package com.ofauth.access.golden.model;

import com.ofauth.access.internal.json.JsonInput;
import com.ofauth.access.internal.json.JsonType;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Kind}. An unknown value can not be written. */
final class KindJsonAdapter extends JsonType<Kind> {
  static final KindJsonAdapter TYPE = new KindJsonAdapter();

  @Override
  public @Nullable Kind read(JsonInput in) throws IOException {
    String text = in.readText(in.peek());
    return text == null ? null : Kind.fromValue(text);
  }

  @Override
  public void write(JsonWriter writer, Kind value) throws IOException {
    writer.value(value.known());
  }
}
