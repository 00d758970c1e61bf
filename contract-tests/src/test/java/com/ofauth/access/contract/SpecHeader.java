package com.ofauth.access.contract;

import com.ofauth.access.build.spec.Header;
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
public record SpecHeader(String regex, String example) {
  private static final String INTEGER = "^-?[0-9]+$";
  private static final String ANY_TEXT = ".+";

  static SpecHeader of(Map<String, Header> headers, String name) {
    Header header = headers.get(name);
    if (header == null) {
      throw new IllegalArgumentException("the spec has no header " + name + " here");
    }
    return new SpecHeader(header.schema().isInteger() ? INTEGER : ANY_TEXT, header.example());
  }

  /**
   * The headers whose values the spec does not allow, of those that are there. No rule of Pact says
   * "typed, if it is there" of a header, and a real account may lack any of these.
   *
   * @param headers by name, in any case
   */
  public static List<String> illegal(Map<String, Header> known, Map<String, List<String>> headers) {
    List<String> names = new ArrayList<>();
    for (String name : known.keySet()) {
      if (of(known, name).regex().equals(INTEGER)
          && !values(headers, name).allMatch(value -> value.matches(INTEGER))) {
        names.add(name);
      }
    }
    return names;
  }

  private static Stream<String> values(Map<String, List<String>> headers, String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream());
  }
}
