package com.ofauth.access.openapi;

import com.ofauth.access.openapi.SchemaSite.Place;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Enums are text, each value has a Java constant of its own, and what the API answers with is open.
 */
final class EnumRules implements Rule {

  private static final String OPEN = "x-ofauth-open-enum";
  private static final String FALLBACK = "UNKNOWN_TO_SDK_VERSION";

  @Override
  public void check(SpecDocument spec, Findings findings) {
    for (SchemaSite site : spec.schemas()) {
      Nodes.Entry values = Nodes.entry(site.node(), "enum");
      if (values == null) {
        if (Nodes.has(site.node(), OPEN)) {
          findings.add(
              site.node(),
              "enum-open",
              site.label(),
              "it has no \"enum\" that could be open; remove " + OPEN);
        }
        continue;
      }
      if (!"string".equals(Nodes.text(site.node(), "type"))) {
        findings.add(
            values.keyNode(),
            "enum-type",
            site.label(),
            "an enum is text on the wire; add \"type: string\"");
      }
      values(site, values.value(), findings);
      place(site, values, findings);
    }
  }

  private static void values(SchemaSite site, Node values, Findings findings) {
    if (Nodes.items(values).isEmpty()) {
      findings.add(
          values,
          "enum-value",
          site.label(),
          "no value at all is allowed; list the values or drop the enum");
    }
    Map<String, String> constants = new HashMap<>();
    constants.put(FALLBACK, "the constant for unknown values");
    for (Node value : Nodes.items(values)) {
      String text = String.valueOf(Nodes.text(value));
      if (!Nodes.isString(value)) {
        findings.add(
            value,
            "enum-value",
            site.label() + " " + text,
            "it is not a string, and numbers, booleans and null make no Java constants; quote it if the API sends text,"
                + " else drop the enum and describe the values");
        continue;
      }
      String constant = JavaNames.constant(text);
      String other = constants.putIfAbsent(constant, "\"" + text + "\"");
      if (other != null) {
        findings.add(
            value,
            "enum-collision",
            site.label() + " \"" + text + "\"",
            "its Java constant "
                + constant
                + " is that of "
                + other
                + " too; drop the enum and describe the values");
      }
    }
  }

  private static void place(SchemaSite site, Nodes.Entry values, Findings findings) {
    if (site.is(Place.NAMED)) {
      if (!Nodes.isTrue(Nodes.get(site.node(), OPEN))) {
        findings.add(
            values.keyNode(),
            "enum-open",
            site.label(),
            "the API adds values without notice; say so with \""
                + OPEN
                + ": true\" and in the description");
      }
    } else if (!site.is(Place.PARAMETER)) {
      findings.add(
          values.keyNode(),
          "enum-unnamed",
          site.label(),
          "the generator would invent a name for the type; move the enum to components/schemas and refer to it");
    }
  }
}
