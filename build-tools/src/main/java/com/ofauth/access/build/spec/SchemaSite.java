package com.ofauth.access.build.spec;

import org.yaml.snakeyaml.nodes.MappingNode;

/**
 * A schema that is written out somewhere in the document: not a reference to one.
 *
 * @param pointer JSON pointer of the schema in the document
 * @param label how a person would name it, such as {@code Chat.withUser}
 * @param place where it stands
 * @param node the schema
 */
public record SchemaSite(String pointer, String label, Place place, MappingNode node) {

  public enum Place {
    /** Directly under {@code components/schemas}: it becomes a class. */
    NAMED,
    PROPERTY,
    ITEMS,
    MAP_VALUE,
    /** A member of an {@code allOf}. */
    PART,
    /** A member of a {@code oneOf} or {@code anyOf}. */
    MEMBER,
    PARAMETER,
    HEADER,
    /** The content of a request or a response. */
    BODY
  }

  public boolean is(Place other) {
    return place == other;
  }
}
