// Generated from the OpenAPI document by the templates of this module. Do not edit.
package com.ofauth.access.golden.model;

import com.ofauth.access.internal.json.JsonType;
import com.ofauth.access.internal.json.ModelAdapter;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The adapter of each model, for Moshi. Finds them without reflection. */
final class ModelAdapters implements JsonAdapter.Factory {
  @Override
  public @Nullable JsonAdapter<?> create(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    JsonType<?> model = annotations.isEmpty() && type instanceof Class<?> found ? of(found) : null;
    return model == null ? null : new ModelAdapter<>(model);
  }

  /** {@return the adapter of a class, null if it is no model} */
  // Each adapter stands beside the class that it is for.
  @SuppressWarnings("unchecked")
  <T> @Nullable JsonType<T> of(Class<T> type) {
    return (JsonType<T>) find(type);
  }

  private static @Nullable JsonType<?> find(Class<?> type) {
    if (type == Kind.class) {
      return KindJsonAdapter.TYPE;
    }
    if (type == State.class) {
      return StateJsonAdapter.TYPE;
    }
    if (type == Thing.class) {
      return ThingJsonAdapter.TYPE;
    }
    return null;
  }
}
