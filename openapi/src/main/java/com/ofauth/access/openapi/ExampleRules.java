package com.ofauth.access.openapi;

import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Examples are answers that the API could give: they satisfy their schemas, and nothing in them is
 * a stand-in.
 */
final class ExampleRules implements Rule {

  private static final String DOCUMENT = "https://spec.invalid/ofauth-access.json";
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .formatAssertionsEnabled(true)
          .pathType(PathType.LEGACY)
          .build();
  private static final Pattern PLACEHOLDER = Pattern.compile("<[a-z-]+>|string|TODO|xxx+");
  private static final Pattern URL = Pattern.compile("https?://([^/:?#]*)");
  private static final Pattern RESERVED =
      Pattern.compile("(.*\\.)?(example\\.(com|net|org)|example|test|invalid|localhost)");

  @Override
  public void check(SpecDocument spec, Findings findings) {
    List<ExampleSite> examples = ExampleSite.in(spec);
    examples.forEach(example -> standIns(example, example.value(), findings));
    // A validator can not compile schemas whose references lead nowhere.
    if (!findings.has(ReferenceRules.UNRESOLVED)) {
      JsonSchemaFactory schemas = schemas(spec);
      examples.forEach(example -> validate(schemas, example, findings));
    }
  }

  private static JsonSchemaFactory schemas(SpecDocument spec) {
    String document = JsonValues.of(spec.root()).toString();
    JsonMetaSchema dialect =
        JsonMetaSchema.builder(OpenApi30.getInstance())
            .format(new IntegerFormat("int32", Integer.SIZE))
            .format(new IntegerFormat("int64", Long.SIZE))
            .build();
    return JsonSchemaFactory.getInstance(
        VersionFlag.V4,
        builder ->
            builder
                .metaSchema(dialect)
                .defaultMetaSchemaIri(dialect.getIri())
                .schemaLoaders(loaders -> loaders.schemas(Map.of(DOCUMENT, document))));
  }

  private static void validate(JsonSchemaFactory schemas, ExampleSite example, Findings findings) {
    try {
      Set<ValidationMessage> messages =
          schemas
              .getSchema(SchemaLocation.of(DOCUMENT + "#" + example.schemaPointer()), CONFIG)
              .validate(JsonValues.of(example.value()));
      for (ValidationMessage message : messages) {
        findings.add(
            at(example.value(), message.getInstanceLocation()),
            "example-invalid",
            example.label(),
            message.getMessage() + "; correct the example or the schema");
      }
    } catch (JsonSchemaException e) {
      findings.add(
          example.value(),
          "example-invalid",
          example.label(),
          "its schema can not be read: " + e.getMessage());
    }
  }

  private static Node at(Node value, JsonNodePath path) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      keys.add(String.valueOf(path.getElement(i)));
    }
    @Nullable Node node = SpecDocument.at(value, keys);
    return node == null ? value : node;
  }

  private static void standIns(ExampleSite example, Node value, Findings findings) {
    Nodes.entries(value).forEach(entry -> standIns(example, entry.value(), findings));
    Nodes.items(value).forEach(item -> standIns(example, item, findings));
    String text = Nodes.text(value);
    if (text == null) {
      return;
    }
    if (PLACEHOLDER.matcher(text).matches()) {
      findings.add(
          value,
          "example-placeholder",
          example.label() + " \"" + text + "\"",
          "it says nothing about what the API sends; write a value that could be real");
    }
    Matcher url = URL.matcher(text);
    while (url.find()) {
      if (!RESERVED.matcher(url.group(1)).matches()) {
        findings.add(
            value,
            "example-host",
            example.label() + " " + url.group(1),
            "somebody may own that name; use a reserved one such as cdn.example.com");
      }
    }
  }
}
