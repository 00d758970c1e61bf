package com.ofauth.access.sweep;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every field of a page with every kind of damage, one at a time: the page has three items, and the
 * damage is in the page itself or in the second item. Uses nothing that an older version of the SDK
 * does not have.
 */
final class PageSweep {
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

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /**
   * A page with one damage.
   *
   * @param where the path of the damaged value, without places in lists
   * @param item the second item as it is sent
   */
  record Damaged(String where, String what, String page, String item) {}

  /** Reads pages. */
  interface Reader {
    /** Returns the items of a page as JSON; throws if there are none to be had. */
    List<String> read(String page) throws Exception;
  }

  /** What was lost, by the place of the damage. */
  static final class Losses {
    final Map<String, Integer> pages = new TreeMap<>();
    final Map<String, Integer> items = new TreeMap<>();
    final Map<String, Integer> neighbours = new TreeMap<>();
    final Map<String, Integer> values = new TreeMap<>();

    /** The line of a table. */
    String line(String name) {
      return "| %s | %d | %d | %d | %d |"
          .formatted(name, sum(pages), sum(items), sum(neighbours), sum(values));
    }

    private static int sum(Map<String, Integer> losses) {
      return losses.values().stream().mapToInt(i -> i).sum();
    }
  }

  private PageSweep() {}

  /**
   * Returns all damaged pages.
   *
   * @param seed a page with one item
   * @param key the names that lead to the id of an item
   */
  static List<Damaged> of(String seed, String... key) throws IOException {
    JsonNode page = JSON.readTree(seed);
    JsonNode item = page.get("list").get(0);
    List<Damaged> all = new ArrayList<>();
    String rest = "";
    for (Map.Entry<String, JsonNode> property : page.properties()) {
      rest +=
          property.getKey().equals("list")
              ? ""
              : ",\"" + property.getKey() + "\":" + property.getValue();
    }
    for (Damage damage : inside(item)) {
      String list =
          "[" + withKey(item, 1, key) + "," + damage.json + "," + withKey(item, 3, key) + "]";
      all.add(
          new Damaged(
              "$.list" + damage.where, damage.what, "{\"list\":" + list + rest + "}", damage.json));
    }
    String list = "[" + withKey(item, 1, key) + "," + item + "," + withKey(item, 3, key) + "]";
    for (Damage damage : object("{\"list\":" + list + rest + "}", false)) {
      all.add(new Damaged("$" + damage.where, damage.what, damage.json, item.toString()));
    }
    return all;
  }

  /** Reads all pages, and counts what is lost. */
  static Losses count(List<Damaged> pages, Reader reader, String... key) throws IOException {
    Losses losses = new Losses();
    for (Damaged damaged : pages) {
      List<String> items;
      try {
        items = reader.read(damaged.page());
      } catch (Exception | LinkageError e) {
        losses.pages.merge(damaged.where(), 1, Integer::sum);
        continue;
      }
      Map<String, String> byKey = new LinkedHashMap<>();
      for (String item : items) {
        byKey.put(JSON.readTree(item).at("/" + String.join("/", key)).asText(), item);
      }
      if (damaged.where().equals("$.list") && items.isEmpty()) {
        continue; // an empty list, in whatever form
      }
      if (byKey.remove("1") == null || byKey.remove("3") == null) {
        losses.neighbours.merge(damaged.where(), 1, Integer::sum);
      }
      if (byKey.isEmpty()) {
        losses.items.merge(damaged.where(), 1, Integer::sum);
      } else if (!same(
          JSON.readTree(damaged.item()), JSON.readTree(byKey.values().iterator().next()))) {
        losses.values.merge(damaged.where(), 1, Integer::sum);
      }
    }
    return losses;
  }

  /** Whether nothing is lost: null may be left out, and a number may have another form. */
  private static boolean same(JsonNode sent, JsonNode read) {
    if (sent.isObject() && read.isObject()) {
      List<String> names = new ArrayList<>();
      sent.fieldNames().forEachRemaining(names::add);
      read.fieldNames().forEachRemaining(names::add);
      return names.stream().allMatch(name -> same(sent.path(name), read.path(name)));
    }
    if (sent.isArray() && read.isArray()) {
      boolean same = sent.size() == read.size();
      for (int i = 0; same && i < sent.size(); i++) {
        same = same(sent.get(i), read.get(i));
      }
      return same;
    }
    if (sent.isNumber() && read.isNumber()) {
      return sent.decimalValue().compareTo(read.decimalValue()) == 0;
    }
    boolean nothing =
        (sent.isNull() || sent.isMissingNode()) && (read.isNull() || read.isMissingNode());
    return nothing || sent.equals(read);
  }

  private record Damage(String where, String what, String json) {}

  private static List<Damage> inside(JsonNode value) throws IOException {
    List<Damage> all = new ArrayList<>();
    for (String damage : VALUES) {
      all.add(new Damage("", damage, damage));
    }
    all.add(new Damage("", "[value]", "[" + value + "]"));
    if (value.isArray()) {
      JsonNode first = value.get(0);
      all.add(new Damage("", "bare item", first.toString()));
      all.add(new Damage("", "null in list", "[null," + first + ",null]"));
      for (Damage damage : inside(first)) {
        all.add(new Damage(damage.where, damage.what, "[" + damage.json + "]"));
      }
    } else if (value.isObject()) {
      all.addAll(object(value.toString(), true));
    }
    return all;
  }

  private static List<Damage> object(String json, boolean deep) throws IOException {
    List<Damage> all = new ArrayList<>();
    JsonNode value = JSON.readTree(json);
    for (Map.Entry<String, JsonNode> property : value.properties()) {
      String name = property.getKey();
      StringBuilder others = new StringBuilder();
      for (Map.Entry<String, JsonNode> other : value.properties()) {
        if (!other.getKey().equals(name)) {
          others.append(",\"").append(other.getKey()).append("\":").append(other.getValue());
        }
      }
      String where = "." + name;
      String missing = others.length() == 0 ? "{}" : "{" + others.substring(1) + "}";
      all.add(new Damage(where, "missing", missing));
      String start = "{\"" + name + "\":";
      all.add(
          new Damage(
              where,
              "duplicate",
              start + "7,\"" + name + "\":" + property.getValue() + others + "}"));
      List<Damage> below = deep ? inside(property.getValue()) : shallow(property.getValue());
      for (Damage damage : below) {
        all.add(new Damage(where + damage.where, damage.what, start + damage.json + others + "}"));
      }
    }
    return all;
  }

  private static List<Damage> shallow(JsonNode value) {
    List<Damage> all = new ArrayList<>();
    for (String damage : VALUES) {
      all.add(new Damage("", damage, damage));
    }
    all.add(new Damage("", "[value]", "[" + value + "]"));
    return all;
  }

  private static String withKey(JsonNode item, long id, String... key) throws IOException {
    JsonNode copy = item.deepCopy();
    JsonNode parent = copy;
    for (int i = 0; i < key.length - 1; i++) {
      parent = parent.get(key[i]);
    }
    ((ObjectNode) parent).put(key[key.length - 1], id);
    return copy.toString();
  }
}
