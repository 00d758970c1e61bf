package com.ofauth.access.build.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The JSON value that a YAML node stands for. */
public final class JsonValues {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonValues() {}

  public static JsonNode of(Node node) {
    if (node instanceof MappingNode) {
      ObjectNode object = JSON.objectNode();
      for (Nodes.Entry entry : Nodes.entries(node)) {
        object.set(entry.key(), of(entry.value()));
      }
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JSON.arrayNode();
      sequence.getValue().forEach(item -> array.add(of(item)));
      return array;
    }
    return node instanceof ScalarNode scalar ? scalar(scalar) : JSON.nullNode();
  }

  private static JsonNode scalar(ScalarNode node) {
    Tag tag = node.getTag();
    String text = node.getValue();
    if (Tag.NULL.equals(tag)) {
      return JSON.nullNode();
    }
    if (Tag.BOOL.equals(tag)) {
      return JSON.booleanNode(Nodes.isTrue(node));
    }
    // YAML has more ways to write numbers (octal, infinity); what JSON has no number for stays
    // text.
    if (Tag.INT.equals(tag) && text.matches("-?\\d+")) {
      return integer(new BigInteger(text));
    }
    if (Tag.FLOAT.equals(tag) && text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
      return JSON.numberNode(new BigDecimal(text));
    }
    return JSON.textNode(text);
  }

  private static JsonNode integer(BigInteger value) {
    return value.bitLength() < Long.SIZE
        ? JSON.numberNode(value.longValue())
        : JSON.numberNode(value);
  }
}
