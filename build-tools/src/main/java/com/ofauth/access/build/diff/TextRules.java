package com.ofauth.access.build.diff;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.Numbers;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yaml.snakeyaml.nodes.Node;

/** What pattern and length mean where the values are listed: only for the values of the list. */
final class TextRules {
  private TextRules() {}

  /** How the legal values changed by these rules, for schemas of which one or both have an enum. */
  static Extent extent(Extent ofRules, Node was, Node is) {
    Node wasEnum = Nodes.get(was, "enum");
    Node isEnum = Nodes.get(is, "enum");
    boolean wider =
        isEnum == null
            ? ofRules == Extent.WIDER || ofRules == Extent.OTHER
            : anyPasses(isEnum, is, was);
    boolean narrower =
        wasEnum == null
            ? ofRules == Extent.NARROWER || ofRules == Extent.OTHER
            : anyPasses(wasEnum, was, is);
    return wider
        ? (narrower ? Extent.OTHER : Extent.WIDER)
        : narrower ? Extent.NARROWER : Extent.SAME;
  }

  /** Whether a value passes the rules of one schema and not those of the other. */
  private static boolean anyPasses(Node values, Node one, Node other) {
    return Nodes.items(values).stream()
        .map(value -> String.valueOf(Nodes.text(value)))
        .anyMatch(value -> passes(value, one) && !passes(value, other));
  }

  private static boolean passes(String value, Node schema) {
    String length = String.valueOf(value.codePointCount(0, value.length()));
    String pattern = Nodes.text(schema, "pattern");
    try {
      return Numbers.compare(length, Nodes.text(schema, "minLength")) >= 0
          && Numbers.compare(length, Nodes.text(schema, "maxLength")) <= 0
          && (pattern == null || Pattern.compile(pattern).matcher(value).find());
    } catch (PatternSyntaxException e) {
      return true;
    }
  }
}
