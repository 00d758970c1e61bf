package com.ofauth.access.contract.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI document of the API, as the verification asks it. */
final class Spec {
  private static final Spec BUNDLED = read("ofauth-access.yaml");

  private final JsonNode root;
  private final String hash;

  private Spec(String yaml) {
    Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    root = Json.MAPPER.valueToTree(tree);
    hash = hash(yaml);
  }

  /** The document in this jar. */
  static Spec bundled() {
    return BUNDLED;
  }

  private static Spec read(String resource) {
    try (InputStream in = Spec.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + resource);
      }
      return new Spec(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tells this document from others, in 12 digits. */
  String hash() {
    return hash;
  }

  JsonNode root() {
    return root;
  }

  /** The servers of the API itself. */
  List<URI> servers() {
    List<URI> servers = new ArrayList<>();
    root.path("servers").forEach(server -> servers.add(URI.create(server.path("url").asText())));
    return servers;
  }

  /**
   * The operation of an id.
   *
   * @throws IllegalArgumentException if there is none
   */
  Operation operation(String id) {
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (method.getValue().path("operationId").asText().equals(id)) {
          return new Operation(this, id, path.getKey(), method.getValue());
        }
      }
    }
    throw new IllegalArgumentException("the document has no operation " + id);
  }

  /** The schema of a name under components. */
  Schema schema(String name) {
    return new Schema(this::follow, root.at("/components/schemas/" + name));
  }

  private JsonNode follow(JsonNode node) {
    JsonNode at = node;
    while (at.has("$ref")) {
      at = root.at(at.path("$ref").asText().substring(1));
    }
    return at;
  }

  /**
   * One operation of the document.
   *
   * @param path with its parameters in braces
   */
  record Operation(Spec spec, String id, String path, JsonNode node) {

    /** How its list is paged; nothing for an object. */
    JsonNode paging() {
      return node.path("x-ofauth-paging");
    }

    /** The values that the document gives a parameter; none if it gives none. */
    List<String> words(String parameter) {
      List<String> words = new ArrayList<>();
      for (JsonNode written : node.path("parameters")) {
        JsonNode one = spec.follow(written);
        if (one.path("name").asText().equals(parameter)) {
          one.at("/schema/enum").forEach(word -> words.add(word.asText()));
        }
      }
      return words;
    }

    /** The name of the schema of a response; empty if there is none. */
    String schemaName(int status) {
      String ref = response(status).at("/content/application~1json/schema/$ref").asText();
      return ref.substring(ref.lastIndexOf('/') + 1);
    }

    /** The headers of a response that tell integers. */
    List<String> integerHeaders(int status) {
      Map<String, JsonNode> headers = new TreeMap<>();
      response(status)
          .path("headers")
          .properties()
          .forEach(header -> headers.put(header.getKey(), spec.follow(header.getValue())));
      headers.values().removeIf(header -> !header.at("/schema/type").asText().equals("integer"));
      return List.copyOf(headers.keySet());
    }

    private JsonNode response(int status) {
      JsonNode response = node.path("responses").path(Integer.toString(status));
      return response.isMissingNode() ? MissingNode.getInstance() : spec.follow(response);
    }

    @Override
    public String toString() {
      return id;
    }
  }
}
