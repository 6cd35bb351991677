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

  public static String text(List<RuleResult> verdicts) {
    var out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "trama check");
      xml.writeAttribute("tests", Integer.toString(verdicts.size()));
      xml.writeAttribute(
          "failures", Long.toString(verdicts.stream().filter(v -> !v.holds()).count()));
      for (RuleResult verdict : verdicts) {
        testCase(xml, verdict);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string cannot be written to", e);
    }
    return out.toString();
  }

  private static void testCase(XMLStreamWriter xml, RuleResult verdict) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "trama.check");
    xml.writeAttribute("name", verdict.rule().text());
    if (!verdict.holds()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", verdict.evidence().getFirst());
      xml.writeCharacters(String.join("\n", verdict.evidence()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }
}
