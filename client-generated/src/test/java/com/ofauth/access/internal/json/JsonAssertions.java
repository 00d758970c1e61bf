package com.ofauth.access.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.model.OfAuthJson;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** What the tests of the models have in common. */
public final class JsonAssertions {
  private JsonAssertions() {}

  /**
   * Reads JSON as a tree in which objects are equal in any order, and numbers are equal only to the
   * last digit.
   */
  public static @Nullable Object tree(String json) {
    try {
      return FreeForm.read(JsonReader.of(new Buffer().writeUtf8(json)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a model, shows that it is written back as an equal tree and read again as an equal model,
   * and gives it.
   */
  public static <T> T assertRoundTrip(Class<T> type, String json) {
    T model = read(type, json);
    String written = OfAuthJson.write(type, model);
    assertThat(tree(written)).isEqualTo(tree(json));
    assertThat(read(type, written)).isEqualTo(model).hasSameHashCodeAs(model);
    return model;
  }

  /** Reads a model. */
  public static <T> T read(Class<T> type, String json) {
    try {
      return OfAuthJson.read(type, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
