package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.SchemaSite;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;

/** Each schema says its type in a way that has one Java type. */
final class TypeRules implements Rule {

  private static final Set<String> TYPES =
      Set.of("object", "array", "string", "integer", "number", "boolean");
  private static final Set<String> INTEGER_FORMATS = Set.of("int32", "int64");
  private static final Set<String> NUMBER_FORMATS = Set.of("float", "double");
  private static final List<String> OBJECT_KEYWORDS =
      List.of("properties", "required", "additionalProperties");

  private static final Map<String, NodeId> SHAPES =
      Map.of(
          "properties", NodeId.mapping,
          "items", NodeId.mapping,
          "required", NodeId.sequence,
          "enum", NodeId.sequence,
          "allOf", NodeId.sequence,
          "oneOf", NodeId.sequence,
          "anyOf", NodeId.sequence);

  @Override
  public void check(SpecDocument spec, Findings findings) {
    for (SchemaSite site : spec.schemas()) {
      shape(site, findings);
      type(site, findings);
      format(site, findings);
      nullable(site, findings);
      exclusiveBounds(site, findings);
      Nodes.Entry discriminator = Nodes.entry(site.node(), "discriminator");
      if (discriminator != null) {
        findings.add(
            discriminator.keyNode(),
            "discriminator",
            site.label(),
            "unions are told apart by their JSON token; remove it, or make one schema with optional properties");
      }
    }
  }

  private static void shape(SchemaSite site, Findings findings) {
    for (Nodes.Entry keyword : Nodes.entries(site.node())) {
      NodeId shape = SHAPES.get(keyword.key());
      if (shape != null && keyword.value().getNodeId() != shape) {
        findings.add(
            keyword.keyNode(),
            "keyword-shape",
            site.label() + " " + keyword.key(),
            "its value has to be a "
                + shape
                + ", and a reader fails or ignores it otherwise; correct it");
      }
    }
  }

  private static void type(SchemaSite site, Findings findings) {
    MappingNode node = site.node();
    Node typeNode = Nodes.get(node, "type");
    String type = Nodes.text(typeNode);
    if (typeNode != null && (type == null || !TYPES.contains(type))) {
      findings.add(
          typeNode,
          "type-unknown",
          site.label(),
          "OpenAPI 3.0 knows one of object, array, string, integer, number, boolean; for null write \"nullable: true\"");
      return;
    }
    boolean whole = !Nodes.has(node, "allOf");
    for (String keyword : OBJECT_KEYWORDS) {
      needs("object", type, keyword, whole, site, findings);
    }
    needs("array", type, "items", true, site, findings);
    if ("array".equals(type) && !Nodes.has(node, "items")) {
      findings.add(
          node,
          "array-items",
          site.label(),
          "an array without \"items\" has no element type; add them");
    }
  }

  private static void needs(
      String needed,
      @Nullable String type,
      String keyword,
      boolean apply,
      SchemaSite site,
      Findings findings) {
    Nodes.Entry entry = Nodes.entry(site.node(), keyword);
    if (apply && entry != null && !needed.equals(type)) {
      findings.add(
          entry.keyNode(),
          "type-missing",
          site.label(),
          "\""
              + keyword
              + "\" says nothing about a schema of another type; add \"type: "
              + needed
              + "\"");
    }
  }

  private static void format(SchemaSite site, Findings findings) {
    String type = Nodes.text(site.node(), "type");
    Node formatNode = Nodes.get(site.node(), "format");
    String format = Nodes.text(formatNode);
    Node at = formatNode != null ? formatNode : site.node();
    if ("integer".equals(type) && (format == null || !INTEGER_FORMATS.contains(format))) {
      findings.add(
          at,
          "integer-format",
          site.label(),
          "its Java type would be a guess; write \"format: int64\" for ids, offsets and sizes in bytes, or"
              + " \"format: int32\" for counts");
    }
    if ("number".equals(type) && format != null && !NUMBER_FORMATS.contains(format)) {
      findings.add(
          at,
          "number-format",
          site.label(),
          "a number is a float, a double, or (without a format) a BigDecimal; use \"type: integer\" for whole numbers");
    }
  }

  private static void nullable(SchemaSite site, Findings findings) {
    Nodes.Entry nullable = Nodes.entry(site.node(), "nullable");
    if (nullable == null) {
      return;
    }
    if (!Tag.BOOL.equals(nullable.value().getTag())) {
      findings.add(
          nullable.keyNode(),
          "nullable-value",
          site.label(),
          "it is a switch; write \"nullable: true\" or remove it");
    }
    if (!Nodes.has(site.node(), "type")) {
      findings.add(
          nullable.keyNode(),
          "nullable-type",
          site.label(),
          "OpenAPI 3.0 heeds it only beside a type; add the type, or remove it where any JSON value is meant");
    }
  }

  private static void exclusiveBounds(SchemaSite site, Findings findings) {
    for (String keyword : List.of("exclusiveMinimum", "exclusiveMaximum")) {
      Nodes.Entry bound = Nodes.entry(site.node(), keyword);
      if (bound != null && !Tag.BOOL.equals(bound.value().getTag())) {
        findings.add(
            bound.keyNode(),
            "exclusive-bound",
            site.label(),
            "in OpenAPI 3.0 it is a switch beside minimum or maximum; for an integer move the bound by one instead");
      }
    }
  }
}
