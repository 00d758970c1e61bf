package com.ofauth.access.model;

import static com.ofauth.access.internal.json.JsonAssertions.assertRoundTrip;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Operation;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example of a response in the OpenAPI document, as the model of the schema beside it. */
class SpecExamplesTest {
  @TestFactory
  List<DynamicTest> readsAndWrites() {
    SpecDocument spec = SpecDocument.onClassPath();
    List<DynamicTest> tests = new ArrayList<>();
    for (Operation operation : spec.operations()) {
      for (Nodes.Entry response : operation.responses(spec)) {
        int status = Integer.parseInt(response.key());
        String model = spec.responseSchema(operation, status);
        spec.examples(operation, status)
            .forEach(
                (name, example) ->
                    tests.add(
                        dynamicTest(
                            operation + " " + status + " " + name,
                            () -> readsAndWrites(model, example.toString()))));
      }
    }
    return tests;
  }

  private static void readsAndWrites(String model, String json) throws ClassNotFoundException {
    assertRoundTrip(Class.forName("com.ofauth.access.model." + model), json);
  }
}
