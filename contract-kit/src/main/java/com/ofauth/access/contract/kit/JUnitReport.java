package com.ofauth.access.contract.kit;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a report as a JUnit file, which build servers read. */
final class JUnitReport {
  private JUnitReport() {}

  static void write(ContractReport report, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (Writer out = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "OFAuth Access contract");
      List<Check> checks = report.checks();
      xml.writeAttribute("tests", Integer.toString(checks.size()));
      xml.writeAttribute("failures", count(checks, Verdict.BROKEN));
      xml.writeAttribute("errors", count(checks, Verdict.NOT_VERIFIED));
      for (Check one : checks) {
        write(xml, one, report.findings());
      }
      xml.writeStartElement("system-out");
      xml.writeCharacters(report.toString());
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("the JUnit file can't be written", e);
    }
  }

  private static String count(List<Check> checks, Verdict verdict) {
    return Long.toString(checks.stream().filter(one -> one.verdict() == verdict).count());
  }

  private static void write(XMLStreamWriter xml, Check one, List<Finding> findings)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", one.operation());
    xml.writeAttribute("name", one.name());
    switch (one.verdict()) {
      case KEPT -> {}
      case BROKEN -> {
        xml.writeStartElement("failure");
        xml.writeAttribute("message", "broken");
        String rows =
            findings.stream()
                .filter(finding -> finding.operation().equals(one.operation()))
                .map(Finding::toString)
                .collect(Collectors.joining("\n"));
        xml.writeCharacters(one.told().isEmpty() ? rows : one.told());
        xml.writeEndElement();
      }
      case NOT_VERIFIED -> {
        xml.writeStartElement("error");
        xml.writeAttribute("message", "not verified");
        xml.writeCharacters(one.told());
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
  }
}
