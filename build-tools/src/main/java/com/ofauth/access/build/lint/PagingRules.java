package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Operation;
import com.ofauth.access.build.spec.SchemaView;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * {@code x-ofauth-paging} says how an operation is paged, in names that its parameters and its
 * response have.
 */
final class PagingRules implements Rule {

  private static final String PAGING = "x-ofauth-paging";
  private static final List<String> COMMON =
      List.of("style", "limitParameter", "maxLimit", "items", "hasMore", "itemKey");

  @Override
  public void check(SpecDocument spec, Findings findings) {
    Set<String> limits = new LinkedHashSet<>();
    for (Operation operation : spec.operations()) {
      Nodes.Entry paging = Nodes.entry(operation.node(), PAGING);
      Node response = responseSchema(spec, operation);
      if (paging != null) {
        Check check = new Check(spec, operation, paging, response, findings);
        check.run();
        limits.add(String.valueOf(Nodes.text(paging.value(), "maxLimit")));
        if (limits.size() > 1) {
          check.wrong(
              "maxLimit",
              "all lists have one limit in this SDK; make it " + limits.iterator().next());
        }
      } else if (response != null && SchemaView.of(spec, response).property("hasMore") != null) {
        findings.add(
            operation.keyNode(),
            "paging-missing",
            operation.name(),
            "its response has \"hasMore\", so it is paged; say how with " + PAGING);
      }
    }
  }

  private static @Nullable Node responseSchema(SpecDocument spec, Operation operation) {
    for (Nodes.Entry response : operation.responses(spec)) {
      Node schema = Nodes.get(response.value(), "content", "application/json", "schema");
      if (response.key().startsWith("2") && schema != null) {
        return spec.follow(schema);
      }
    }
    return null;
  }

  private record Check(
      SpecDocument spec,
      Operation operation,
      Nodes.Entry paging,
      @Nullable Node response,
      Findings findings) {

    void run() {
      boolean cursor = "cursor".equals(Nodes.text(paging.value(), "style"));
      keys(cursor);
      Node limit = parameter("limitParameter");
      if (limit != null) {
        String maximum = Nodes.text(Nodes.get(limit, "schema", "maximum"));
        String maxLimit = Nodes.text(paging.value(), "maxLimit");
        if (maxLimit != null && !maxLimit.equals(maximum)) {
          wrong("maxLimit", "the parameter's maximum is " + maximum + "; make them equal");
        }
      }
      parameter(cursor ? "cursorParameter" : "offsetParameter");
      property("hasMore", "boolean");
      alwaysThere("hasMore");
      property(cursor ? "nextCursor" : "nextOffset", cursor ? null : "integer");
      Node items = property("items", "array");
      alwaysThere("items");
      Node element = Nodes.get(items, "items");
      if (element != null
          && Nodes.has(spec.follow(element), "type")
          && !SchemaView.isObjectClass(spec, element)) {
        wrong("items", "the walk reads objects, and these are none; list a schema with properties");
      } else if (element != null) {
        itemPath("itemKey", element, true);
        itemPath("itemVersion", element, false);
        comparedPaths(element);
      }
      names(cursor);
      numbers(cursor);
      moves();
      changes();
    }

    /** Names that the walk knows: it looks for them in pages that no model could read. */
    private void names(boolean cursor) {
      named("items", "list");
      named("hasMore", "hasMore");
      String key = cursor ? "nextCursor" : "nextOffset";
      String next = Nodes.text(paging.value(), key);
      if (next != null && !next.startsWith("next")) {
        wrong(key, "the walk knows it by a name that begins with \"next\"; it reads no other page");
      }
    }

    private void named(String key, String name) {
      String given = Nodes.text(paging.value(), key);
      if (given != null && !given.equals(name)) {
        wrong(key, "the walk knows it by the name \"" + name + "\"; it reads no other page");
      }
    }

    /** What the walk counts with has the Java type that it counts in. */
    private void numbers(boolean cursor) {
      type("limitParameter", parameter("limitParameter", false), "int32");
      if (!cursor) {
        type("offsetParameter", parameter("offsetParameter", false), "int64");
        type("nextOffset", property("nextOffset", null, false), "int64");
        return;
      }
      Node sent = Nodes.get(parameter("cursorParameter", false), "schema");
      Node next = property("nextCursor", null, false);
      boolean isText = "string".equals(Nodes.text(next, "type"));
      if (!isText) {
        type("nextCursor", next, "int64");
      }
      if (sent != null
          && next != null
          && !String.valueOf(Nodes.text(next, "type")).equals(Nodes.text(sent, "type"))) {
        wrong("cursorParameter", "it is sent what nextCursor gives; give both one type");
      }
    }

    private void type(String key, @Nullable Node at, String format) {
      Node schema = Nodes.has(at, "schema") ? Nodes.get(at, "schema") : at;
      if (schema != null && !format.equals(Nodes.text(schema, "format"))) {
        wrong(
            key,
            "the walk counts in another type; make it an integer of \"format: " + format + "\"");
      }
    }

    private void alwaysThere(String key) {
      String name = Nodes.text(paging.value(), key);
      if (name == null || response == null) {
        return;
      }
      SchemaView view = SchemaView.of(spec, response);
      Node property = view.property(name);
      if (property != null
          && (!view.isRequired(name) || Nodes.isTrue(Nodes.get(property, "nullable")))) {
        wrong(key, "each page needs it; make \"" + name + "\" required, and not nullable");
      }
    }

    /** Where activity moves an item, on which the exactly-once promise hangs. */
    private void moves() {
      String always = Nodes.text(paging.value(), "activityMovesTo");
      if (always != null && !always.equals("head") && !always.equals("tail")) {
        wrong("activityMovesTo", "activity moves an item to the \"head\" or to the \"tail\"");
      }
      String tail = Nodes.text(paging.value(), "activityMovesToTail");
      if (tail == null) {
        return;
      }
      String[] condition = tail.split("=", 2);
      boolean isKnown =
          condition.length == 2
              && operation.parameters(spec).stream()
                  .filter(parameter -> condition[0].equals(Nodes.text(parameter, "name")))
                  .flatMap(
                      parameter -> Nodes.items(Nodes.get(parameter, "schema", "enum")).stream())
                  .anyMatch(value -> condition[1].equals(Nodes.text(value)));
      if (!isKnown) {
        wrong(
            "activityMovesToTail",
            "give a parameter and one of the values of its enum, as in order=old");
      }
    }

    /** News is found from the head of the whole list, by versions. */
    private void changes() {
      if (Nodes.text(paging.value(), "changes") == null) {
        return;
      }
      if (!"head".equals(Nodes.text(paging.value(), "activityMovesTo"))) {
        wrong(
            "changes",
            "news is looked for at the head, where activity has to move items; remove it");
      }
      if (Nodes.text(paging.value(), "itemVersion") == null) {
        wrong("changes", "news is told by versions; add itemVersion");
      }
      for (Node parameter : operation.parameters(spec)) {
        if (Nodes.isTrue(Nodes.get(parameter, "required"))) {
          wrong("changes", "it takes no parameters, and one is required; remove it");
          return;
        }
      }
    }

    /** Filtered lists are compared by content. */
    private void comparedPaths(Node element) {
      String compares = Nodes.text(paging.value(), "compares");
      String paths = Nodes.text(paging.value(), "comparedBy");
      if (compares != null && (paths == null || Nodes.text(paging.value(), "changes") == null)) {
        wrong(
            "compares",
            "it adds to \"changes\", and \"comparedBy\" lists what it compares; add them");
      }
      if (paths != null && compares == null) {
        wrong("comparedBy", "nothing is compared; say by \"compares\" what that finds");
      }
      for (String path : paths == null ? new String[0] : paths.split(", *", -1)) {
        Node at = element;
        for (String step : path.split("\\.", -1)) {
          Node inside = Nodes.get(at, "items");
          at = SchemaView.of(spec, inside == null ? at : inside).property(step);
          if (at == null) {
            wrong(
                "comparedBy",
                "an item has no property \"" + path + "\"; correct the path or add the property");
            break;
          }
        }
      }
    }

    private void keys(boolean cursor) {
      String style = Nodes.text(paging.value(), "style");
      if (style != null && !cursor && !style.equals("offset")) {
        wrong("style", "the pager knows \"offset\" and \"cursor\"");
      }
      List<String> required = new ArrayList<>(COMMON);
      required.addAll(
          cursor
              ? List.of("cursorParameter", "nextCursor")
              : List.of("offsetParameter", "activityMovesTo"));
      Set<String> known = new HashSet<>(required);
      known.addAll(Set.of("itemVersion", "all", "allName"));
      if (!cursor) {
        known.addAll(
            Set.of("nextOffset", "activityMovesToTail", "changes", "compares", "comparedBy"));
      }
      for (Nodes.Entry entry : Nodes.entries(paging.value())) {
        if (!known.contains(entry.key())) {
          wrong(
              entry.key(),
              "nobody reads this key; known are "
                  + String.join(", ", known.stream().sorted().toList()));
        }
        required.remove(entry.key());
      }
      if (!required.isEmpty()) {
        findings.add(
            paging.keyNode(),
            "paging-incomplete",
            operation.name() + " " + String.join(", ", required),
            "the pager can not walk without it; add it to " + PAGING);
      }
    }

    private @Nullable Node parameter(String key) {
      return parameter(key, true);
    }

    private @Nullable Node parameter(String key, boolean report) {
      String name = Nodes.text(paging.value(), key);
      if (name == null) {
        return null;
      }
      for (Node parameter : operation.parameters(spec)) {
        if (name.equals(Nodes.text(parameter, "name"))) {
          return parameter;
        }
      }
      if (report) {
        wrong(
            key,
            "the operation has no parameter \""
                + name
                + "\"; correct the name or add the parameter");
      }
      return null;
    }

    private @Nullable Node property(String key, @Nullable String type) {
      return property(key, type, true);
    }

    private @Nullable Node property(String key, @Nullable String type, boolean report) {
      String name = Nodes.text(paging.value(), key);
      if (name == null || response == null) {
        return null;
      }
      Node property = SchemaView.of(spec, response).property(name);
      if (property == null && !report) {
        return null;
      } else if (property == null) {
        wrong(
            key,
            "the response has no property \"" + name + "\"; correct the name or add the property");
      } else if (type != null && !type.equals(Nodes.text(property, "type"))) {
        wrong(key, "the property \"" + name + "\" of the response is not of type " + type);
      }
      return property;
    }

    private void itemPath(String key, Node element, boolean required) {
      String path = Nodes.text(paging.value(), key);
      if (path == null) {
        return;
      }
      Node at = element;
      for (String step : path.split("\\.", -1)) {
        SchemaView view = SchemaView.of(spec, at);
        Node next = view.property(step);
        if (next == null) {
          wrong(
              key,
              "an item has no property \""
                  + step
                  + "\" on the way; correct the path or add the property");
          return;
        }
        if (required && Nodes.isTrue(Nodes.get(next, "nullable"))) {
          wrong(
              key,
              "\""
                  + step
                  + "\" can be null, and each item needs a key; choose a property that can't");
          return;
        }
        if (required && !view.isRequired(step)) {
          wrong(
              key,
              "\""
                  + step
                  + "\" is optional, and each item needs a key; choose a required property");
          return;
        }
        at = next;
      }
      String type = String.valueOf(Nodes.text(at, "type"));
      if (required && !type.equals("integer")) {
        wrong(
            key,
            "the walk knows items by integers, and this is none; choose a property that is one");
      } else if (required && "int32".equals(Nodes.text(at, "format"))) {
        wrong(
            key,
            "a number of 32 bits is a count and no id; choose the id of the item, with \"format: int64\"");
      } else if (!Set.of("string", "integer").contains(type)) {
        wrong(
            key, "it does not lead to text or an integer, which can be compared; correct the path");
      }
    }

    private void wrong(String key, String advice) {
      Nodes.Entry entry = Nodes.entry(paging.value(), key);
      String value = entry == null ? null : Nodes.text(entry.value());
      findings.add(
          entry == null ? paging.keyNode() : entry.keyNode(),
          "paging-value",
          operation.name() + " " + key + (value == null ? "" : ": " + value),
          advice);
    }
  }
}
