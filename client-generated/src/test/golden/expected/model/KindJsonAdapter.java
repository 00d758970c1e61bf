// Generated from the OpenAPI document by the templates of this module. Do not edit.
package com.ofauth.access.golden.model;

import com.ofauth.access.internal.json.JsonTypes;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Kind}. An unknown value can not be written. Safe for use by several threads. */
public final class KindJsonAdapter extends JsonAdapter<Kind> {
  /** Called by Moshi. */
  public KindJsonAdapter(Moshi moshi) {}

  @Override
  public Kind fromJson(JsonReader reader) throws IOException {
    return Kind.fromValue(JsonTypes.STRING.read(reader));
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Kind nullable) throws IOException {
    Kind value = Objects.requireNonNull(nullable);
    writer.value(value.known());
  }
}
