package com.ofauth.access.internal.json;

import com.ofauth.access.internal.json.JsonTypes.IntegerType;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks through one JSON object: gives its declared properties one by one, keeps the unknown ones
 * and the nulls, and sees to it that no property comes twice and no required one is missing.
 *
 * <p>Used by generated adapters. Not thread-safe.
 */
public final class ObjectReader {
  private final JsonReader reader;
  private final ObjectNames names;
  private final boolean[] seen;
  private int current;

  // Most objects have none of these, so none is made in advance.
  private @Nullable Map<String, @Nullable Object> unknown;
  private @Nullable Set<String> nulls;
  private @Nullable Set<String> quoted;

  /** Enters the object that the reader stands before. */
  public ObjectReader(JsonReader reader, ObjectNames names) throws IOException {
    this.reader = reader;
    this.names = names;
    this.seen = new boolean[names.names.size()];
    reader.beginObject();
  }

  /**
   * Gives the place of the next declared property whose value is not null.
   *
   * @return the place, counted from 1, or 0 after the end of the object
   */
  public int next() throws IOException {
    while (reader.hasNext()) {
      current = reader.selectName(names.options);
      if (current < 0) {
        readUnknown();
        continue;
      }
      if (seen[current]) {
        throw JsonTypes.duplicate(reader);
      }
      seen[current] = true;
      if (reader.peek() != Token.NULL) {
        return current + 1;
      }
      reader.nextNull();
      nulls = add(nulls, names.names.get(current));
    }
    reader.endObject();
    refuseMissing();
    return 0;
  }

  /**
   * Reads the value of the property that {@link #next} gave. An integer may be quoted, as the API
   * has been seen to do; it is written back that way.
   */
  public <T extends @Nullable Object> T read(JsonType<T> type) throws IOException {
    if (type instanceof IntegerType<T> integers && reader.peek() == Token.STRING) {
      quoted = add(quoted, names.names.get(current));
      return integers.readQuoted(reader);
    }
    return type.read(reader);
  }

  /**
   * Gives what the object held beside the values of its declared properties. To be called after the
   * end.
   */
  public Extras extras() {
    return Extras.of(unknown, nulls, quoted);
  }

  private void readUnknown() throws IOException {
    String name = reader.nextName();
    if (unknown == null) {
      unknown = new LinkedHashMap<>();
    }
    if (unknown.containsKey(name)) {
      throw JsonTypes.duplicate(reader);
    }
    unknown.put(name, FreeForm.read(reader));
  }

  private void refuseMissing() {
    for (int index : names.required) {
      String name = names.names.get(index);
      boolean isNull = nulls != null && nulls.contains(name);
      if (!seen[index] || (isNull && !names.requiredOrNull.contains(index))) {
        throw new JsonDataException(
            "Required property '"
                + name
                + "' missing at path "
                + JsonTypes.lastPath(reader)
                + (isNull ? ": it is null" : ""));
      }
    }
  }

  private static Set<String> add(@Nullable Set<String> names, String name) {
    Set<String> added = names == null ? new HashSet<>() : names;
    added.add(name);
    return added;
  }
}
