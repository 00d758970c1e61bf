// Generated from the OpenAPI document by the templates of this module. Do not edit.
package com.ofauth.access.golden.model;

import com.ofauth.access.internal.json.JsonType;
import com.ofauth.access.internal.json.JsonTypes;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;

/** Reads and writes {@link Kind}. An unknown value can not be written. */
final class KindJsonAdapter extends JsonType<Kind> {
  static final KindJsonAdapter TYPE = new KindJsonAdapter();

  @Override
  public Kind read(JsonReader reader) throws IOException {
    return Kind.fromValue(JsonTypes.STRING.read(reader));
  }

  @Override
  public void write(JsonWriter writer, Kind value) throws IOException {
    writer.value(value.known());
  }
}
