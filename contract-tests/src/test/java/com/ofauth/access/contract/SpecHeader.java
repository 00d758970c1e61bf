package com.ofauth.access.contract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A header of a response, as the spec has it.
 *
 * @param regex what the text of a legal value looks like
 * @param example a legal value
 */
record SpecHeader(String regex, String example) {

  static SpecHeader of(JsonNode response, String name) {
    JsonNode header = Spec.ACCESS.resolve(response.path("headers").path(name));
    if (header.isMissingNode()) {
      throw new IllegalArgumentException("the spec has no header " + name + " here");
    }
    Schema schema = new Schema(Spec.ACCESS, header.path("schema"));
    return new SpecHeader(schema.isInteger() ? "^-?[0-9]+$" : ".+", header.path("example").asText());
  }
}
