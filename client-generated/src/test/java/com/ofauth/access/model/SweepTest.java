package com.ofauth.access.model;

import static com.ofauth.access.internal.json.JsonAssertions.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.ofauth.access.internal.json.ModelAdapter;
import com.ofauth.access.internal.json.ModelView;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import okio.ByteString;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every field of the documented pages, with every kind of damage: no item is lost but by its key,
 * and no neighbour ever.
 */
@NullUnmarked
class SweepTest {
  private static final List<String> VALUES =
      List.of(
          "null",
          "\"\"",
          "\"text\"",
          "\"12\"",
          "0",
          "1",
          "-1",
          "12.0",
          "12.5",
          "1e3",
          "4294967296",
          "18446744073709551616",
          "true",
          "[]",
          "{}");

  private long pages;
  private long lostItems;

  @TestFactory
  List<DynamicTest> noItemIsLostButByItsKey() {
    return List.of(
        dynamicTest(
            "chats",
            () ->
                sweep(
                    "chats-list",
                    ChatListResponse.class,
                    Chat.class,
                    chat -> chat.withUser().id(),
                    "$.withUser",
                    "$.withUser.id")),
        dynamicTest(
            "mass messages",
            () ->
                sweep(
                    "list-mass-messages",
                    MassMessageListResponse.class,
                    MassMessage.class,
                    MassMessage::id,
                    "$.id")));
  }

  private <T extends OfAuthModel> void sweep(
      String seed,
      Class<? extends OfAuthModel> page,
      Class<T> type,
      ToLongFunction<T> key,
      String... keys)
      throws IOException {
    Object seedPage = tree(Files.readString(Path.of("src/test/resources/seeds", seed + ".json")));
    Object item = ((List<?>) ((Map<?, ?>) seedPage).get("list")).get(0);
    String good = json(item);
    for (Damaged damaged : damages(item, "$")) {
      pages++;
      String text = "{\"list\":[" + good + "," + damaged.json + "," + good + "],\"hasMore\":true}";
      OfAuthModel read = ModelAdapter.of(page).read(ByteString.encodeUtf8(text), deviation -> {});
      List<Object> items = ModelAdapter.viewOf(read).items("list");
      assertThat(items).as(damaged.what).hasSize(3);
      assertThat(key.applyAsLong(type.cast(items.get(0)))).isEqualTo(123);
      assertThat(key.applyAsLong(type.cast(items.get(2)))).isEqualTo(123);
      boolean isKey = damaged.path.equals("$") || List.of(keys).contains(damaged.path);
      if (hasKey(items.get(1), type, key)) {
        survives(type.cast(items.get(1)), damaged);
      } else {
        lostItems++;
        assertThat(isKey).as(damaged.what).isTrue();
      }
    }
    assertThat(pages).isGreaterThan(1000);
    assertThat(lostItems).isPositive();
  }

  private static <T> boolean hasKey(Object item, Class<T> type, ToLongFunction<T> key) {
    try {
      return type.isInstance(item) && key.applyAsLong(type.cast(item)) != Long.MIN_VALUE;
    } catch (UnreadableValueException e) {
      return false;
    }
  }

  /** Nothing that a program does with an item throws, but accessors that say so. */
  private static <T extends OfAuthModel> void survives(T item, Damaged damaged) {
    if (!damaged.isTwice) {
      // 12.0 and 1e3 are written as 12 and 1000.
      assertThat(numbers(tree(item.toJson())))
          .as(damaged.what)
          .isEqualTo(numbers(tree(damaged.json)));
    }
    assertThat(item.toString()).isNotEmpty();
    assertThat(item.toMap()).isEqualTo(tree(item.toJson()));
    Object again = call(call(item, "toBuilder"), "build");
    assertThat(again).as(damaged.what).isEqualTo(item).hasSameHashCodeAs(item);
    readEverything(item, damaged);
  }

  private static void readEverything(Object model, Damaged damaged) {
    for (Method accessor : model.getClass().getMethods()) {
      boolean isAccessor =
          accessor.getParameterCount() == 0
              && accessor.getDeclaringClass() == model.getClass()
              && !List.of("toBuilder", "builder").contains(accessor.getName());
      if (isAccessor) {
        assertThatCode(() -> readEverythingBelow(model, accessor, damaged))
            .as(damaged.what + " " + accessor)
            .doesNotThrowAnyException();
      }
    }
  }

  private static void readEverythingBelow(Object model, Method accessor, Damaged damaged) {
    Object value;
    try {
      value = call(model, accessor.getName());
    } catch (UnreadableValueException e) {
      assertThat(e.path()).startsWith("$.");
      return;
    }
    if (List.class.isAssignableFrom(accessor.getReturnType())
        || Map.class.isAssignableFrom(accessor.getReturnType())) {
      assertThat(value).isNotNull();
    }
    if (value instanceof OfAuthModel below) {
      readEverything(below, damaged);
    } else if (value instanceof List<?> list) {
      list.stream()
          .filter(OfAuthModel.class::isInstance)
          .forEach(it -> readEverything(it, damaged));
    }
  }

  private static Object call(Object target, String method) {
    try {
      return target.getClass().getMethod(method).invoke(target);
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(method, e);
    }
  }

  private static Object numbers(Object tree) {
    if (tree instanceof Number number) {
      return new BigDecimal(number.toString()).stripTrailingZeros();
    } else if (tree instanceof List<?> list) {
      return list.stream().map(SweepTest::numbers).toList();
    } else if (tree instanceof Map<?, ?> map) {
      Map<Object, Object> result = new LinkedHashMap<>();
      map.forEach((name, value) -> result.put(name, numbers(value)));
      return result;
    }
    return String.valueOf(tree);
  }

  /** A page's item with one value damaged. */
  private record Damaged(String path, String what, String json, boolean isTwice) {
    Damaged within(String before, String after, String step) {
      return new Damaged(
          "$" + step + path.substring(1), step + what, before + json + after, isTwice);
    }
  }

  private static List<Damaged> damages(Object value, String path) {
    List<Damaged> all = new ArrayList<>();
    for (String damage : VALUES) {
      all.add(new Damaged(path, "=" + damage, damage, false));
    }
    all.add(new Damaged(path, "=[value]", "[" + json(value) + "]", false));
    if (value instanceof List<?> list) {
      all.add(new Damaged(path, "=item", json(list.get(0)), false));
      all.add(new Damaged(path, "=null in list", "[null," + json(list.get(0)) + ",null]", false));
      damages(list.get(0), path).forEach(inside -> all.add(inside.within("[", "]", "")));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((name, inside) -> all.addAll(damages(map, (String) name, inside)));
    }
    return all;
  }

  private static List<Damaged> damages(Map<?, ?> map, String name, Object value) {
    List<Damaged> all = new ArrayList<>();
    Map<Object, Object> others = new LinkedHashMap<>(map);
    others.remove(name);
    String rest = json(others);
    String before = "{\"" + name + "\":";
    String after = rest.equals("{}") ? "}" : "," + rest.substring(1);
    String missing = rest.equals("{}") ? "{}" : rest;
    all.add(new Damaged("$." + name, "." + name + " missing", missing, false));
    String twice = before + json(value) + "," + before.substring(1) + "7" + after;
    all.add(new Damaged("$." + name, "." + name + " twice", twice, true));
    damages(value, "$").forEach(inside -> all.add(inside.within(before, after, "." + name)));
    return all;
  }

  private static String json(Object tree) {
    return ModelView.json(tree);
  }
}
