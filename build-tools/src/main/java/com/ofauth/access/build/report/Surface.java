package com.ofauth.access.build.report;

import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public face of one module as text, one line for each type and, indented below it, one for
 * each of its members: all that users can compile against.
 */
public final class Surface {
  /**
   * Behind a type that users implement and hand in: to add an abstract method to it breaks them.
   */
  static final String HANDED_IN = " (users hand it in)";

  private Surface() {}

  /** The lines for the public types among some classes. */
  static List<String> of(Collection<Class<?>> classes) {
    List<Class<?>> types =
        classes.stream()
            .filter(Surface::visible)
            .sorted(Comparator.comparing(Class::getCanonicalName))
            .toList();
    Set<Class<?>> handedIn = handedIn(types);
    List<String> lines = new ArrayList<>();
    for (Class<?> type : types) {
      lines.add(declaration(type) + (handedIn.contains(type) ? HANDED_IN : ""));
      lines.addAll(members(type));
    }
    return lines;
  }

  /** Public all the way out, and no class of the compiler's. */
  private static boolean visible(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
      if (!Modifier.isPublic(at.getModifiers()) && !Modifier.isProtected(at.getModifiers())) {
        return false;
      }
    }
    return !type.isSynthetic() && type.getCanonicalName() != null;
  }

  private static String declaration(Class<?> type) {
    StringBuilder text = new StringBuilder();
    int modifiers = type.getModifiers();
    boolean plain = !type.isInterface() && !type.isEnum() && !type.isRecord();
    text.append(Modifier.isProtected(modifiers) ? "protected " : "");
    text.append(plain && Modifier.isAbstract(modifiers) ? "abstract " : "");
    text.append(plain && Modifier.isFinal(modifiers) ? "final " : "");
    text.append(type.isSealed() && !type.isEnum() ? "sealed " : "");
    text.append(
        type.isAnnotation()
            ? "@interface "
            : type.isInterface()
                ? "interface "
                : type.isEnum() ? "enum " : type.isRecord() ? "record " : "class ");
    text.append(type.getCanonicalName()).append(TypeText.parameters(type.getTypeParameters()));
    AnnotatedType parent = type.getAnnotatedSuperclass();
    if (plain && parent != null && parent.getType() != Object.class && isPublic(parent)) {
      text.append(" extends ").append(TypeText.of(parent));
    }
    String interfaces =
        Arrays.stream(type.getAnnotatedInterfaces())
            .filter(Surface::isPublic)
            .map(TypeText::of)
            .sorted()
            .collect(Collectors.joining(", "));
    return interfaces.isEmpty() ? text.toString() : text + " implements " + interfaces;
  }

  private static boolean isPublic(AnnotatedType type) {
    java.lang.reflect.Type raw =
        type.getType() instanceof java.lang.reflect.ParameterizedType generic
            ? generic.getRawType()
            : type.getType();
    return raw instanceof Class<?> c && visible(c);
  }

  private static List<String> members(Class<?> type) {
    List<String> lines = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (open(type, field.getModifiers()) && !field.isSynthetic()) {
        lines.add(
            "  "
                + modifiers(field.getModifiers())
                + field.getName()
                + ": "
                + TypeText.of(field.getAnnotatedType()));
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (open(type, constructor.getModifiers()) && !constructor.isSynthetic() && !type.isEnum()) {
        lines.add("  " + modifiers(constructor.getModifiers()) + "new" + call(constructor));
      }
    }
    methods(type)
        .filter(method -> !isGivenByTheLanguage(type, method))
        .forEach(
            method ->
                lines.add(
                    "  "
                        + modifiers(method.getModifiers())
                        + (method.isDefault() ? "default " : "")
                        + method.getName()
                        + TypeText.parameters(method.getTypeParameters())
                        + call(method)
                        + ": "
                        + TypeText.of(method.getAnnotatedReturnType())));
    return lines.stream()
        .sorted(Comparator.comparing(Surface::withoutModifiers))
        .distinct()
        .toList();
  }

  /** Its own, and those that it has from types that users can't see. */
  private static Stream<Method> methods(Class<?> type) {
    List<Method> methods = new ArrayList<>();
    addMethods(type, methods);
    return methods.stream().filter(method -> open(type, method.getModifiers()));
  }

  private static void addMethods(Class<?> type, List<Method> methods) {
    for (Method method : type.getDeclaredMethods()) {
      if (!method.isSynthetic() && methods.stream().noneMatch(own -> overrides(own, method))) {
        methods.add(method);
      }
    }
    Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
        .filter(parent -> !visible(parent))
        .forEach(parent -> addMethods(parent, methods));
  }

  private static boolean overrides(Method own, Method method) {
    return own.getName().equals(method.getName())
        && Arrays.equals(own.getParameterTypes(), method.getParameterTypes());
  }

  /** What each enum and each object has. */
  private static boolean isGivenByTheLanguage(Class<?> type, Method method) {
    boolean ofEnum =
        type.isEnum()
            && Modifier.isStatic(method.getModifiers())
            && (method.getName().equals("values") || method.getName().equals("valueOf"));
    boolean ofObject =
        Arrays.stream(Object.class.getDeclaredMethods())
            .anyMatch(
                known ->
                    known.getName().equals(method.getName())
                        && Arrays.equals(known.getParameterTypes(), method.getParameterTypes()));
    return ofEnum || ofObject;
  }

  private static boolean open(Class<?> type, int modifiers) {
    return Modifier.isPublic(modifiers)
        || (Modifier.isProtected(modifiers) && !Modifier.isFinal(type.getModifiers()));
  }

  private static String modifiers(int modifiers) {
    return (Modifier.isProtected(modifiers) ? "protected " : "")
        + (Modifier.isStatic(modifiers) ? "static " : "")
        + (Modifier.isAbstract(modifiers) ? "abstract " : "");
  }

  private static String call(Executable executable) {
    String parameters =
        Arrays.stream(executable.getParameters())
            .filter(parameter -> !isGivenByTheCompiler(executable, parameter))
            .map(Surface::parameter)
            .collect(Collectors.joining(", ", "(", ")"));
    String thrown =
        Arrays.stream(executable.getAnnotatedExceptionTypes())
            .map(TypeText::of)
            .sorted()
            .collect(Collectors.joining(", "));
    return parameters + (thrown.isEmpty() ? "" : " throws " + thrown);
  }

  /**
   * The outer object of an inner class. A record's components are marked alike by newer compilers.
   */
  private static boolean isGivenByTheCompiler(Executable executable, Parameter parameter) {
    return parameter.isSynthetic()
        || (parameter.isImplicit() && !executable.getDeclaringClass().isRecord());
  }

  private static String parameter(Parameter parameter) {
    return parameter.getName() + ": " + TypeText.of(parameter.getAnnotatedType());
  }

  private static String withoutModifiers(String line) {
    return line.replaceAll("\\b(protected|static|abstract|default) ", "");
  }

  /** Types that users can implement, and that a method or constructor takes. */
  private static Set<Class<?>> handedIn(List<Class<?>> types) {
    Set<String> taken = new HashSet<>();
    for (Class<?> type : types) {
      Stream.concat(
              Arrays.stream(type.getDeclaredConstructors()),
              Arrays.stream(type.getDeclaredMethods()))
          .filter(executable -> open(type, executable.getModifiers()))
          .flatMap(executable -> Arrays.stream(executable.getGenericParameterTypes()))
          .flatMap(parameter -> Arrays.stream(parameter.getTypeName().split("[<>, ?&]+", -1)))
          .forEach(taken::add);
    }
    Set<Class<?>> handedIn = new HashSet<>();
    for (Class<?> type : types) {
      boolean implementable =
          Modifier.isAbstract(type.getModifiers())
              && !type.isSealed()
              && !type.isAnnotation()
              && (type.isInterface()
                  || Arrays.stream(type.getDeclaredConstructors())
                      .anyMatch(constructor -> open(type, constructor.getModifiers())));
      if (implementable && taken.contains(type.getName())) {
        handedIn.add(type);
      }
    }
    return handedIn;
  }

  public static List<String> read(PublishedModule module) throws IOException {
    return of(module.classes());
  }
}
