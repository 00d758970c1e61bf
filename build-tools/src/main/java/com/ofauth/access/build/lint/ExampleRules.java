package com.ofauth.access.build.lint;

import com.networknt.schema.JsonSchemaException;
import com.ofauth.access.build.spec.JsonValues;
import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.SchemaValidator;
import com.ofauth.access.build.spec.SpecDocument;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Examples are answers that the API could give: they satisfy their schemas, and nothing in them is
 * a stand-in.
 */
final class ExampleRules implements Rule {

  private static final List<String> CONFUSING =
      List.of(ReferenceRules.UNRESOLVED, UnionRules.MEMBER, CompositionRules.PART);
  private static final Pattern PLACEHOLDER = Pattern.compile("<[a-z-]+>|string|TODO|xxx+");
  private static final Pattern URL = Pattern.compile("https?://([^/:?#]*)");
  private static final Pattern RESERVED =
      Pattern.compile("(.*\\.)?(example\\.(com|net|org)|example|test|invalid|localhost)");

  @Override
  public void check(SpecDocument spec, Findings findings) {
    List<ExampleSite> examples = ExampleSite.in(spec);
    examples.forEach(example -> standIns(example, example.value(), findings));
    // A validator can not compile schemas whose references lead nowhere, and finds no end in a
    // schema that is made of itself.
    if (CONFUSING.stream().noneMatch(findings::has)) {
      SchemaValidator validator = new SchemaValidator(spec);
      examples.forEach(example -> validate(validator, example, findings));
    }
  }

  private static void validate(SchemaValidator validator, ExampleSite example, Findings findings) {
    try {
      for (SchemaValidator.Problem problem :
          validator.validate(example.schemaPointer(), JsonValues.of(example.value()))) {
        Node at = SpecDocument.at(example.value(), problem.path());
        findings.add(
            at == null ? example.value() : at,
            "example-invalid",
            example.label(),
            problem.message() + "; correct the example or the schema");
      }
    } catch (JsonSchemaException | ClassCastException e) {
      // The validator casts where a keyword holds another kind of value than it should.
      findings.add(
          example.value(),
          "example-invalid",
          example.label(),
          "its schema can not be read (" + e.getMessage() + "); correct the schema");
    }
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
