package com.ofauth.access.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the tests of the models have in common. */
public final class JsonAssertions {
  private JsonAssertions() {}

  /**
   * Reads JSON as a tree in which objects are equal in any order, and numbers are equal only to the
   * last digit.
   */
  public static @Nullable Object tree(String json) {
    return FreeForm.parse(json);
  }

  /**
   * Reads a model, shows that it is written back as an equal tree and read again as an equal model,
   * and gives it.
   */
  public static <T> T assertRoundTrip(Class<T> type, String json) {
    T model = read(type, json);
    String written = write(model);
    assertThat(tree(written)).isEqualTo(tree(json));
    assertThat(read(type, written)).isEqualTo(model).hasSameHashCodeAs(model);
    return model;
  }

  /** Reads a model of any package by its {@code fromJson}. */
  public static <T> T read(Class<T> type, String json) {
    return type.cast(invoke(type, "fromJson", null, json));
  }

  /** Writes a model of any package by its {@code toJson}. */
  public static String write(Object model) {
    return (String) invoke(model.getClass(), "toJson", model);
  }

  private static Object invoke(
      Class<?> type, String method, @Nullable Object receiver, Object... arguments) {
    Class<?>[] types = Stream.of(arguments).map(Object::getClass).toArray(Class<?>[]::new);
    try {
      return Objects.requireNonNull(type.getMethod(method, types).invoke(receiver, arguments));
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
