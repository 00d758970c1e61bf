package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.JavaNames;
import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.SchemaSite;
import com.ofauth.access.build.spec.SchemaSite.Place;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Enums are text, each value has a Java constant of its own, and what the API answers with is open.
 */
final class EnumRules implements Rule {

  /** What the generator would take up, or trip over, beside the values. */
  private static final List<String> KEYWORDS =
      List.of("format", "x-enum-varnames", "x-enum-descriptions", "x-enum-deprecated");

  private static final String OPEN = "x-ofauth-open-enum";
  private static final String FALLBACK = "UNKNOWN_TO_SDK_VERSION";
  private static final String DROP = "drop the enum and describe the values";

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
      boolean isText = "string".equals(Nodes.text(site.node(), "type"));
      if (!isText) {
        findings.add(
            values.keyNode(),
            "enum-type",
            site.label(),
            "an enum is text on the wire; add \"type: string\"");
      }
      for (String keyword : KEYWORDS) {
        Nodes.Entry entry = Nodes.entry(site.node(), keyword);
        if (entry != null && isText) {
          findings.add(
              entry.keyNode(),
              "enum-keyword",
              site.label() + " " + keyword,
              "constants are named and explained by their values alone; remove it, and describe the values in the"
                  + " description");
        }
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
    constants.put(JavaNames.key(FALLBACK), "the constant for unknown values");
    for (Node value : Nodes.items(values)) {
      String text = String.valueOf(Nodes.text(value));
      if (!Nodes.isString(value)) {
        findings.add(
            value,
            "enum-value",
            site.label() + " " + text,
            "it is not a string, and numbers, booleans and null make no Java constants; quote it if the API sends text,"
                + " else "
                + DROP);
        continue;
      }
      if (!JavaNames.isPlainValue(text)) {
        findings.add(
            value,
            "enum-value",
            site.label() + " \"" + text + "\"",
            "a constant is named after ASCII letters and digits, with _ . : / + - or blanks between them; "
                + DROP);
        continue;
      }
      String constant = text.isEmpty() ? "empty" : JavaNames.key(text);
      String other = constants.putIfAbsent(constant, "\"" + text + "\"");
      if (other != null) {
        findings.add(
            value,
            "enum-collision",
            site.label() + " \"" + text + "\"",
            "its Java constant reads like that of " + other + "; " + DROP);
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
