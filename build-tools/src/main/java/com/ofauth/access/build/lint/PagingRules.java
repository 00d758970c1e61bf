package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Operation;
import com.ofauth.access.build.spec.SchemaView;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.ArrayList;
import java.util.HashSet;
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
    for (Operation operation : spec.operations()) {
      Nodes.Entry paging = Nodes.entry(operation.node(), PAGING);
      Node response = responseSchema(spec, operation);
      if (paging != null) {
        new Check(spec, operation, paging, response, findings).run();
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
      property(cursor ? "nextCursor" : "nextOffset", cursor ? null : "integer");
      Node items = property("items", "array");
      Node element = Nodes.get(items, "items");
      if (element != null) {
        itemPath("itemKey", element, true);
        itemPath("itemVersion", element, false);
      }
    }

    private void keys(boolean cursor) {
      String style = Nodes.text(paging.value(), "style");
      if (style != null && !cursor && !style.equals("offset")) {
        wrong("style", "the pager knows \"offset\" and \"cursor\"");
      }
      List<String> required = new ArrayList<>(COMMON);
      required.addAll(
          cursor ? List.of("cursorParameter", "nextCursor") : List.of("offsetParameter"));
      Set<String> known = new HashSet<>(required);
      known.addAll(cursor ? Set.of("itemVersion") : Set.of("nextOffset", "itemVersion"));
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
      String name = Nodes.text(paging.value(), key);
      if (name == null) {
        return null;
      }
      for (Node parameter : operation.parameters(spec)) {
        if (name.equals(Nodes.text(parameter, "name"))) {
          return parameter;
        }
      }
      wrong(
          key,
          "the operation has no parameter \"" + name + "\"; correct the name or add the parameter");
      return null;
    }

    private @Nullable Node property(String key, @Nullable String type) {
      String name = Nodes.text(paging.value(), key);
      if (name == null || response == null) {
        return null;
      }
      Node property = SchemaView.of(spec, response).property(name);
      if (property == null) {
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
