package com.ofauth.access.build.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the report that PIT writes in XML. */
final class PitReport {
  /** What became of a mutant. */
  enum Fate {
    KILLED,
    /** A test did not end, or took all memory. */
    STUCK,
    SURVIVED,
    /** No test comes by. */
    UNTESTED,
    /** PIT was not able to run it. */
    UNKNOWN;

    static Fate of(String status) {
      return switch (status) {
        case "KILLED" -> KILLED;
        case "TIMED_OUT", "MEMORY_ERROR" -> STUCK;
        case "SURVIVED" -> SURVIVED;
        case "NO_COVERAGE" -> UNTESTED;
        default -> UNKNOWN;
      };
    }
  }

  /**
   * One mutant.
   *
   * @param type the class, without {@code com.ofauth.access.internal}
   * @param mutator the short name of the mutator
   */
  record Mutant(String type, String method, String mutator, int line, Fate fate) {
    String key() {
      return type + "." + method + " " + mutator;
    }

    String room() {
      return type.substring(0, type.indexOf('.'));
    }

    /** The class of the file. */
    String topLevelType() {
      return type.replaceFirst("\\$.*", "");
    }

    boolean alive() {
      return fate == Fate.SURVIVED || fate == Fate.UNTESTED;
    }
  }

  private PitReport() {}

  static List<Mutant> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IllegalStateException("PIT has written no report: " + file + " is missing");
    }
    try {
      NodeList mutations =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getElementsByTagName("mutation");
      List<Mutant> mutants = new ArrayList<>();
      for (int i = 0; i < mutations.getLength(); i++) {
        mutants.add(mutant((Element) mutations.item(i)));
      }
      return mutants;
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("The report of PIT is no XML: " + file, e);
    }
  }

  private static Mutant mutant(Element mutation) {
    // The compiler counts lambdas of a class, so that any new one would rename the others.
    String method = text(mutation, "mutatedMethod").replaceAll("\\$[0-9]+$", "");
    String mutator = text(mutation, "mutator");
    return new Mutant(
        Targets.shortName(text(mutation, "mutatedClass")),
        method,
        mutator.substring(mutator.lastIndexOf('.') + 1),
        Integer.parseInt(text(mutation, "lineNumber")),
        Fate.of(mutation.getAttribute("status")));
  }

  private static String text(Element mutation, String name) {
    return mutation.getElementsByTagName(name).item(0).getTextContent().strip();
  }
}
