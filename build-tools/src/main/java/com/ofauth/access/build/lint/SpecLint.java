package com.ofauth.access.build.lint;

import com.ofauth.access.build.spec.FileName;
import com.ofauth.access.build.spec.SpecDocument;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Checks an OpenAPI document against the rules of this project.
 *
 * <p>The build runs it before the client is generated, as {@code SpecLint
 * openapi/ofauth-access.yaml}. It reports all that it finds, one line each: {@code file:line: rule
 * offender: why, and what to do instead}.
 */
public final class SpecLint {

  private static final List<Rule> RULES =
      List.of(
          new ReferenceRules(),
          new TypeRules(),
          new ObjectRules(),
          new EnumRules(),
          new UnionRules(),
          new CompositionRules(),
          new OperationRules(),
          new RequestRules(),
          new SecurityRules(),
          new ResponseRules(),
          new PagingRules(),
          new SdkRules(),
          new DescriptionRules(),
          new HouseRules(),
          // Last: it asks whether the references resolve.
          new ExampleRules());

  private static final String NO_YAML = "it can not be read as YAML; correct it";

  private SpecLint() {}

  /**
   * Checks one file and prints what it finds to standard error.
   *
   * @param args the path of the document; before it {@code --generator}, to ask only whether the
   *     client of any document can be generated and compiled
   * @throws SpecLintException when a rule is broken
   * @throws IOException when the file can not be read
   */
  public static void main(String[] args) throws IOException {
    boolean generator = args.length == 2 && args[0].equals("--generator");
    if (args.length != 1 && !generator) {
      throw new IllegalArgumentException(
          "Give the path of the document, and before it --generator to leave out the rules of this project: "
              + List.of(args));
    }
    run(Path.of(args[args.length - 1]), generator, System.err);
  }

  static void run(Path path, boolean generator, PrintStream out) throws IOException {
    Path file = path.toAbsolutePath().normalize();
    String name = FileName.of(file);
    String text = Files.readString(file);
    List<String> messages = generator ? lintForGenerator(name, text) : lint(name, text);
    messages.forEach(out::println);
    if (!messages.isEmpty()) {
      throw new SpecLintException(messages.size(), name);
    }
  }

  /**
   * Checks a document.
   *
   * @param file the name that messages give the document
   * @param yaml the document
   * @return one message for each breach of a rule, by line; empty for a good document
   */
  public static List<String> lint(String file, String yaml) {
    return findings(yaml).stream().map(finding -> finding.in(file)).toList();
  }

  /**
   * Checks whether a document of any origin can be generated and compiled; the rules of this
   * project do not count.
   *
   * @param file the name that messages give the document
   * @param yaml the document
   * @return one message for each construct that the generator can not do, by line
   */
  public static List<String> lintForGenerator(String file, String yaml) {
    return findings(yaml).stream()
        .filter(finding -> !HouseRules.has(finding.rule()))
        .map(finding -> finding.in(file))
        .toList();
  }

  private static List<Finding> findings(String yaml) {
    Findings findings = new Findings();
    Node root = parse(yaml, findings);
    if (root != null) {
      DocumentRules.check(root, findings);
    }
    // Aliases make a graph of the tree, perhaps one with a circle, that no rule could walk to its
    // end.
    if (root != null && !findings.has(DocumentRules.ANCHOR)) {
      SpecDocument spec = new SpecDocument(root);
      RULES.forEach(rule -> rule.check(spec, findings));
    }
    return findings.byLine();
  }

  private static @Nullable Node parse(String yaml, Findings findings) {
    try {
      Node root = SpecDocument.compose(yaml);
      if (root == null) {
        findings.add(1, "yaml-syntax", "nothing", "the file is empty; write an OpenAPI document");
      }
      return root;
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      findings.add(
          mark == null ? 1 : mark.getLine() + 1,
          "yaml-syntax",
          String.valueOf(e.getProblem()),
          NO_YAML);
      return null;
    } catch (YAMLException e) {
      findings.add(1, "yaml-syntax", String.valueOf(e.getMessage()), NO_YAML);
      return null;
    }
  }
}
