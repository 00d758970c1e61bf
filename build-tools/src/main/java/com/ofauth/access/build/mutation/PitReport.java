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
  private static final String ROOT = "com.ofauth.access.internal.";

  /**
   * One mutant.
   *
   * @param place the class below {@code com.ofauth.access.internal}, and the method
   * @param mutator the short name of the mutator
   * @param detected whether a test failed, or did not end
   */
  record Mutant(String place, String mutator, int line, boolean detected) {
    String key() {
      return place + " " + mutator;
    }

    String room() {
      return place.substring(0, place.indexOf('.'));
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
    String type = text(mutation, "mutatedClass");
    String name = type.startsWith(ROOT) ? type.substring(ROOT.length()) : type;
    // The compiler counts lambdas of a class, so that any new one would rename the others.
    String method = text(mutation, "mutatedMethod").replaceAll("\\$[0-9]+$", "");
    String mutator = text(mutation, "mutator");
    return new Mutant(
        name + "." + method,
        mutator.substring(mutator.lastIndexOf('.') + 1),
        Integer.parseInt(text(mutation, "lineNumber")),
        Boolean.parseBoolean(mutation.getAttribute("detected")));
  }

  private static String text(Element mutation, String name) {
    return mutation.getElementsByTagName(name).item(0).getTextContent().strip();
  }
}
