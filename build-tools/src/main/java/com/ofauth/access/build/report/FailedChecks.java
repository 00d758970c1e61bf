package com.ofauth.access.build.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads what the tests of all modules found, from the reports that Surefire wrote. A test that
 * knows the place says {@code file:line: what to do}; of any other the report names the line of the
 * test.
 */
public final class FailedChecks {
  private static final String REPORTS = "target/drift-reports";
  private static final Pattern FINDING = Pattern.compile("(?m)^\\s*([\\w./-]+\\.\\w+:\\d+: .+)$");

  /** Every test of a class fails so once its set-up has failed, which is told by the first. */
  private static final String CONSEQUENCE = "Could not initialize class";

  /** A module stands below the root, or below another module. */
  private static final int MODULE_DEPTH = 2;

  private FailedChecks() {}

  public static List<String> in(Path root) throws IOException {
    Set<String> found = new LinkedHashSet<>();
    try (Stream<Path> modules = Files.walk(root, MODULE_DEPTH)) {
      for (Path module : modules.sorted().toList()) {
        if (hasUncompiledTests(module)) {
          found.add(
              root.relativize(module) + ": its tests do not compile: javac says where, above");
        }
        Path reports = module.resolve(REPORTS);
        if (Files.isDirectory(reports)) {
          for (Path report : reports(reports)) {
            found.addAll(read(root, module, report));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean hasUncompiledTests(Path module) throws IOException {
    if (!Files.isDirectory(module.resolve("src/test/java"))) {
      return false;
    }
    Path classes = module.resolve("target/test-classes");
    if (!Files.isDirectory(classes)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(classes)) {
      return files.noneMatch(file -> file.toString().endsWith(".class"));
    }
  }

  private static List<Path> reports(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  private static List<String> read(Path root, Path module, Path report) throws IOException {
    List<String> findings = new ArrayList<>();
    for (Element test : elements(parse(report), "testcase")) {
      for (String kind : List.of("failure", "error")) {
        for (Element problem : elements(test, kind)) {
          findings.addAll(of(root, module, test, problem));
        }
      }
    }
    return findings;
  }

  private static List<String> of(Path root, Path module, Element test, Element problem) {
    String text = problem.getTextContent();
    String message = problem.getAttribute("message");
    List<String> findings =
        FINDING.matcher(message).results().map(match -> match.group(1)).toList();
    if (!findings.isEmpty()) {
      return findings;
    }
    if (message.startsWith(CONSEQUENCE)) {
      return List.of();
    }
    String name = test.getAttribute("classname");
    Path source = module.resolve("src/test/java").resolve(name.replace('.', '/') + ".java");
    Matcher at =
        Pattern.compile(Pattern.quote(name) + "\\.[\\w$]+\\(\\w+\\.java:(\\d+)\\)").matcher(text);
    return List.of(
        root.relativize(source)
            + ":"
            + (at.find() ? at.group(1) : "1")
            + ": "
            + test.getAttribute("name")
            + ": "
            + shortened(message.isBlank() ? text : message));
  }

  /** One line: what differs stands first, what to do about it last. */
  private static String shortened(String message) {
    List<String> lines =
        message
            .lines()
            .filter(
                line -> !line.isBlank() && !line.startsWith("\tat ") && !line.startsWith("\t..."))
            .map(String::strip)
            .toList();
    if (lines.size() <= 2) {
      return String.join(" ", lines);
    }
    return lines.get(0)
        + " … "
        + lines.get(lines.size() - 1)
        + " ("
        + (lines.size() - 2)
        + " more lines in "
        + REPORTS
        + ")";
  }

  private static Element parse(Path report) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(report.toFile()).getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("The report " + report + " can not be read", e);
    }
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
