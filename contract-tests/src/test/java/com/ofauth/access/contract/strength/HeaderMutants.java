package com.ofauth.access.contract.strength;

import au.com.dius.pact.core.model.V4Interaction;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.ofauth.access.build.spec.Header;
import com.ofauth.access.contract.Interactions;
import com.ofauth.access.contract.SchemaValidator;
import com.ofauth.access.contract.Spec;
import com.ofauth.access.contract.SpecHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Changes the headers of a response, one at a time. */
final class HeaderMutants {
  private static final String CONTENT_TYPE = "Content-Type";
  private static final List<String> VALUES =
      List.of("text", "1.5", "", "true", "1 2", "0x10", "[]", "text/html", "7", "-7", "4102444800");

  private HeaderMutants() {}

  static List<Verdict> verdicts(
      V4Interaction.SynchronousHttp one, Matching strict, List<Matching> live) {
    Map<String, Header> headers =
        Spec.ACCESS.headers(Interactions.operation(one), one.getResponse().getStatus());
    List<Verdict> verdicts = new ArrayList<>();
    for (String name : one.getResponse().getHeaders().keySet()) {
      String place = one.getDescription() + ", header " + name;
      boolean type = name.equalsIgnoreCase(CONTENT_TYPE);
      for (String value : VALUES) {
        verdicts.add(
            new Verdict(
                place + " as \"" + value + "\"",
                !type && isLegal(headers, name, value),
                strict.acceptsHeader(name, value),
                type
                    ? live.stream().allMatch(look -> look.acceptsHeader(name, value))
                    : SpecHeader.illegal(headers, Map.of(name, List.of(value))).isEmpty()));
      }
      verdicts.add(
          new Verdict(
              place + " left out",
              !type,
              strict.acceptsWithoutHeader(name),
              !type || live.stream().allMatch(look -> look.acceptsWithoutHeader(name))));
    }
    return verdicts;
  }

  /** By the validator that shares nothing with the pacts, read as text or as a number. */
  private static boolean isLegal(Map<String, Header> headers, String name, String value) {
    String pointer = Objects.requireNonNull(headers.get(name), name).pointer();
    SchemaValidator validator = SchemaValidator.of(pointer + "/schema");
    return validator.isLegal(TextNode.valueOf(value))
        || (value.matches("-?[0-9]+")
            && validator.isLegal(LongNode.valueOf(Long.parseLong(value))));
  }
}
