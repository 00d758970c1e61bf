package com.ofauth.access.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A header of a response, as the spec has it.
 *
 * @param regex what the text of a legal value looks like
 * @param example a legal value
 */
record SpecHeader(String regex, String example) {
  private static final String INTEGER = "^-?[0-9]+$";
  private static final String ANY_TEXT = ".+";

  static SpecHeader of(JsonNode response, String name) {
    JsonNode header = Spec.ACCESS.resolve(response.path("headers").path(name));
    if (header.isMissingNode()) {
      throw new IllegalArgumentException("the spec has no header " + name + " here");
    }
    boolean integer = new Schema(Spec.ACCESS, header.path("schema")).isInteger();
    return new SpecHeader(integer ? INTEGER : ANY_TEXT, header.path("example").asText());
  }

  /**
   * The headers whose values the spec does not allow, of those that are there. No rule of Pact says
   * "typed, if it is there" of a header, and a real account may lack any of these.
   *
   * @param headers by name, in any case
   */
  static List<String> illegal(JsonNode response, Map<String, List<String>> headers) {
    List<String> names = new ArrayList<>();
    response
        .path("headers")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (of(response, name).regex().equals(INTEGER)
                  && !values(headers, name).allMatch(value -> value.matches(INTEGER))) {
                names.add(name);
              }
            });
    return names;
  }

  private static Stream<String> values(Map<String, List<String>> headers, String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream());
  }
}
