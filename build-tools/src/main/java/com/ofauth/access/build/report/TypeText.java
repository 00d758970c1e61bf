package com.ofauth.access.build.report;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes types as the surface shows them: without java.lang, and with a {@code ?} where null may
 * be.
 */
final class TypeText {
  private TypeText() {}

  static String of(AnnotatedType type) {
    String text;
    if (type instanceof AnnotatedArrayType array) {
      // The mark of the element stands before the brackets, that of the array behind them.
      text = of(array.getAnnotatedGenericComponentType()) + "[]";
    } else if (type instanceof AnnotatedParameterizedType generic) {
      text =
          raw(generic)
              + Arrays.stream(generic.getAnnotatedActualTypeArguments())
                  .map(TypeText::of)
                  .collect(Collectors.joining(", ", "<", ">"));
    } else if (type instanceof AnnotatedWildcardType wildcard) {
      AnnotatedType[] lower = wildcard.getAnnotatedLowerBounds();
      AnnotatedType upper = wildcard.getAnnotatedUpperBounds()[0];
      text =
          lower.length > 0
              ? "? super " + of(lower[0])
              : upper.getType() == Object.class ? "?" : "? extends " + of(upper);
    } else if (type instanceof AnnotatedTypeVariable variable) {
      text = variable.getType().getTypeName();
    } else {
      text = of(type.getType());
    }
    return type.isAnnotationPresent(Nullable.class) ? text + "?" : text;
  }

  static String of(Type type) {
    String name =
        type instanceof Class<?> c ? String.valueOf(c.getCanonicalName()) : type.getTypeName();
    return name.replaceAll("\\bjava\\.lang\\.(?=[A-Z])", "");
  }

  /** For example {@code <Q extends ListQuery>}, or nothing. */
  static String parameters(TypeVariable<?>[] variables) {
    return variables.length == 0
        ? ""
        : Arrays.stream(variables)
            .map(
                variable -> {
                  String bounds =
                      Arrays.stream(variable.getAnnotatedBounds())
                          .map(TypeText::of)
                          .filter(bound -> !bound.equals("Object"))
                          .collect(Collectors.joining(" & "));
                  return variable.getName() + (bounds.isEmpty() ? "" : " extends " + bounds);
                })
            .collect(Collectors.joining(", ", "<", ">"));
  }

  private static String raw(AnnotatedParameterizedType type) {
    return of(((java.lang.reflect.ParameterizedType) type.getType()).getRawType());
  }
}
