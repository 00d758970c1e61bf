package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.JavaNames;
import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.SchemaSite;
import com.ofauth.access.build.spec.SchemaSite.Place;
import com.ofauth.access.build.spec.SchemaView;
import com.ofauth.access.build.spec.SpecDocument;
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
      direction(site, findings);
      if (!site.is(Place.PART)) {
        SchemaView view = SchemaView.of(spec, site.node());
        required(site, view, findings);
        accessors(spec, site, view, findings);
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
      if (!name.matches("[A-Z][A-Za-z0-9]*")) {
        findings.add(
            schema.keyNode(),
            "schema-name",
            name,
            "it is the name of the Java class; use letters and digits in UpperCamelCase");
      } else if (JavaNames.isTakenClass(name)) {
        findings.add(
            schema.keyNode(),
            "schema-name",
            name,
            "it is the name of the Java class, and generated code knows another class or a keyword of that name; rename"
                + " it, the wire does not see it");
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

  /** A class that is read and written can not lack a property on one of the ways. */
  private static void direction(SchemaSite site, Findings findings) {
    for (String keyword : List.of("readOnly", "writeOnly")) {
      Nodes.Entry direction = Nodes.entry(site.node(), keyword);
      if (direction != null) {
        findings.add(
            direction.keyNode(),
            "property-direction",
            site.label(),
            "one class serves requests and responses and knows no "
                + keyword
                + "; make a schema for each of them");
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

  private static void accessors(
      SpecDocument spec, SchemaSite site, SchemaView view, Findings findings) {
    Map<String, Nodes.Entry> seen = new HashMap<>();
    for (Nodes.Entry property : view.properties()) {
      String name = property.key();
      if (!JavaNames.isPlain(name)) {
        findings.add(
            property.keyNode(),
            "property-name",
            site.label() + "." + name,
            "an accessor is named after ASCII letters and digits, with _ $ . - or blanks between them; leave it out,"
                + " unknown properties are kept anyway");
        continue;
      }
      String taken = JavaNames.doubledMember(name);
      if (taken != null) {
        findings.add(
            property.keyNode(),
            "property-collision",
            site.label() + "." + name,
            "its accessor would be "
                + taken
                + ", which every model or the Java language has already; leave it out, unknown properties are kept anyway");
      }
      Nodes.Entry other = seen.putIfAbsent(JavaNames.key(name), property);
      if (other != null) {
        findings.add(
            property.keyNode(),
            "property-collision",
            site.label() + "." + name,
            "its accessor reads like that of \""
                + other.key()
                + "\" on line "
                + Nodes.line(other.keyNode())
                + "; leave one of them out, unknown properties are kept anyway");
      }
    }
    for (Nodes.Entry property : view.properties()) {
      Nodes.Entry text = seen.get(JavaNames.key(property.key() + "AsString"));
      if (text != null && Nodes.has(spec.follow(property.value()), "enum")) {
        findings.add(
            text.keyNode(),
            "property-collision",
            site.label() + "." + text.key(),
            "its accessor is that of the text of the enum \""
                + property.key()
                + "\"; leave one of them out, unknown properties are kept anyway");
      }
    }
  }
}
