package com.ofauth.access.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.ofauth.access.internal.json.ModelAdapter;
import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.ByteString;

/**
 * Judges of a body beside Pact, which reads JSON generously and knows no formats: a strict parser
 * and the schema, and the SDK itself. They tell places and rules, never values.
 */
final class Judges {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Judges() {}

  /** What is wrong with the body of a response that has this schema. */
  static List<String> problems(String schema, byte[] body) {
    List<String> problems = new ArrayList<>();
    try {
      JsonNode json = STRICT.readTree(body);
      SchemaValidator.ofSchema(schema)
          .problems(json)
          .forEach(problem -> problems.add("schema " + problem));
    } catch (JsonProcessingException e) {
      problems.add("no strict JSON, at byte " + e.getLocation().getByteOffset());
    } catch (IOException e) {
      problems.add("no strict JSON");
    }
    try {
      ModelAdapter.of(model(schema)).readStrictly(ByteString.of(body));
    } catch (JsonDataException e) {
      problems.add("SDK: " + e.getMessage());
    } catch (IOException e) {
      problems.add("SDK: no JSON");
    }
    return problems;
  }

  private static Class<?> model(String schema) {
    try {
      return Class.forName("com.ofauth.access.model." + schema);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("no model of the schema " + schema, e);
    }
  }
}
