package com.ofauth.access.openapi;

import com.ofauth.access.openapi.SchemaSite.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Each object becomes one Java class: it has a name, and so has each of its properties. */
final class ObjectRules implements Rule {

  @Override
  public void check(SpecDocument spec, Findings findings) {
    classNames(spec, findings);
    for (SchemaSite site : spec.schemas()) {
      if (!site.is(Place.NAMED) && !site.is(Place.PART) && isClass(site.node())) {
        findings.add(
            site.node(),
            "object-unnamed",
            site.label(),
            "the generator would invent a class name that changes with its place; move it to components/schemas and"
                + " refer to it");
      }
      if (!site.is(Place.PART)) {
        SchemaView view = SchemaView.of(spec, site.node());
        required(site, view, findings);
        accessors(site, view, findings);
      }
    }
  }

  /** Whether a class is generated for the schema; an object without properties is a map. */
  private static boolean isClass(MappingNode node) {
    return List.of("properties", "allOf", "oneOf", "anyOf").stream()
        .anyMatch(key -> Nodes.has(node, key));
  }

  private static void classNames(SpecDocument spec, Findings findings) {
    Map<String, String> seen = new HashMap<>();
    for (Nodes.Entry schema : Nodes.entries(Nodes.get(spec.root(), "components", "schemas"))) {
      String name = schema.key();
      if (!name.matches("[A-Z][A-Za-z0-9]*") || JavaNames.isJavaLang(name)) {
        findings.add(
            schema.keyNode(),
            "schema-name",
            name,
            "it is the name of the Java class; use letters and digits in UpperCamelCase, and no name of java.lang");
      }
      String other = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
      if (other != null && !other.equals(name)) {
        findings.add(
            schema.keyNode(),
            "schema-name",
            name,
            "its file would overwrite that of "
                + other
                + " where file names have no case; rename one of them");
      }
    }
  }

  private static void required(SchemaSite site, SchemaView view, Findings findings) {
    requiredOf(site, site.node(), view, findings);
    for (Node part : Nodes.items(Nodes.get(site.node(), "allOf"))) {
      if (!Nodes.has(part, "$ref")) {
        requiredOf(site, part, view, findings);
      }
    }
  }

  private static void requiredOf(SchemaSite site, Node node, SchemaView view, Findings findings) {
    for (Node required : Nodes.items(Nodes.get(node, "required"))) {
      String name = Nodes.text(required);
      if (name != null && view.property(name) == null) {
        findings.add(
            required,
            "required-unknown",
            site.label() + "." + name,
            "it is required and not among the properties; add it there or correct the name");
      }
    }
  }

  private static void accessors(SchemaSite site, SchemaView view, Findings findings) {
    Map<String, Nodes.Entry> seen = new HashMap<>();
    for (Nodes.Entry property : view.properties()) {
      String java = JavaNames.property(property.key());
      if (java.isEmpty()) {
        findings.add(
            property.keyNode(),
            "property-name",
            site.label() + "." + property.key(),
            "it has no letter or digit to make a Java name of; leave it out, unknown properties are kept anyway");
        continue;
      }
      Nodes.Entry other = seen.putIfAbsent(java, property);
      if (other != null) {
        findings.add(
            property.keyNode(),
            "property-collision",
            site.label() + "." + property.key(),
            "the accessor "
                + java
                + "() is that of \""
                + other.key()
                + "\" on line "
                + Nodes.line(other.keyNode())
                + " too; leave one of them out, unknown properties are kept anyway");
      }
    }
  }
}
