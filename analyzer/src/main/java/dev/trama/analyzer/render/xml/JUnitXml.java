package dev.trama.analyzer.render.xml;

import dev.trama.analyzer.analyse.check.RuleResult;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Check results as the XML that CI servers read: one test case per rule. */
public final class JUnitXml {
  private JUnitXml() {}

  public static String text(List<RuleResult> results) {
    var out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "trama check");
      xml.writeAttribute("tests", Integer.toString(results.size()));
      xml.writeAttribute(
          "failures", Long.toString(results.stream().filter(v -> !v.holds()).count()));
      for (RuleResult result : results) {
        testCase(xml, result);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string cannot be written to", e);
    }
    return out.toString();
  }

  private static void testCase(XMLStreamWriter xml, RuleResult result) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "trama.check");
    xml.writeAttribute("name", result.rule().text());
    if (!result.holds()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", result.evidence().getFirst());
      xml.writeCharacters(String.join("\n", result.evidence()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }
}
