package com.ofauth.access.model;

import static com.ofauth.access.internal.json.JsonAssertions.assertRoundTrip;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every example of a response in the OpenAPI document, as the model of the schema beside it. */
@NullUnmarked
class SpecExamplesTest {
  private static final JsonAdapter<Object> ANY =
      new Moshi.Builder().build().adapter(Object.class).serializeNulls();

  private Map<?, ?> spec;

  @TestFactory
  List<DynamicTest> readsAndWrites() throws IOException {
    spec = readSpec();
    List<DynamicTest> tests = new ArrayList<>();
    for (Object path : children(spec, "paths")) {
      for (Object operation : children(path)) {
        String name = get(operation, "operationId") + " ";
        for (Object response : children(operation, "responses")) {
          Object json = get(response, "content", "application/json");
          String schema = (String) ((Map<?, ?>) ((Map<?, ?>) json).get("schema")).get("$ref");
          String model = schema.substring(schema.lastIndexOf('/') + 1);
          for (Object example : children(json, "examples")) {
            tests.add(
                dynamicTest(
                    name + get(example, "summary"),
                    () -> readsAndWrites(model, ANY.toJson(get(example, "value")))));
          }
        }
      }
    }
    return tests;
  }

  private static void readsAndWrites(String model, String json) throws ClassNotFoundException {
    assertRoundTrip(Class.forName("com.ofauth.access.model." + model), json);
  }

  private Collection<?> children(Object node, String... path) {
    return ((Map<?, ?>) get(node, path)).values();
  }

  /** Goes down from a node by names, through references. */
  private Object get(Object node, String... path) {
    Object found = resolve(node);
    for (String name : path) {
      found = resolve(((Map<?, ?>) found).get(name));
    }
    return found;
  }

  private Object resolve(Object node) {
    if (node instanceof Map<?, ?> map && map.get("$ref") instanceof String reference) {
      return get(spec, reference.substring("#/".length()).split("/"));
    }
    return node;
  }

  private static Map<?, ?> readSpec() throws IOException {
    try (Reader reader = Files.newBufferedReader(Path.of("../openapi/ofauth-access.yaml"))) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
    }
  }
}
