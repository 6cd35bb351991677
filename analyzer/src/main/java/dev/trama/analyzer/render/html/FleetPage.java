package dev.trama.analyzer.render.html;

import dev.trama.analyzer.export.sql.Cells;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * The named queries' answers for a fleet, as one page that works offline and loads nothing but the
 * reports that it links to.
 */
public final class FleetPage {
  private final Writer out;

  private FleetPage(Writer out) {
    this.out = out;
  }

  public static void write(String title, List<FleetSection> sections, Writer out)
      throws IOException {
    new FleetPage(out).write(title, sections);
  }

  private void write(String title, List<FleetSection> sections) throws IOException {
    out.write("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    text(title);
    out.write(
        "</title>\n<style>\n"
            + PageTemplate.resource("fleet.css")
            + "</style>\n</head>\n<body>\n<h1>");
    text(title);
    out.write("</h1>\n");
    for (FleetSection section : sections) {
      section(section);
    }
    out.write("</body>\n</html>\n");
  }

  private void section(FleetSection section) throws IOException {
    out.write("<section>\n<h2>");
    text(section.title());
    out.write("</h2>\n<p>");
    text(section.description());
    out.write("</p>\n");
    if (section.rows().isEmpty()) {
      out.write("<p class=\"none\">None.</p>\n</section>\n");
      return;
    }
    out.write("<div class=\"scroll\"><table>\n<thead><tr>");
    for (int i = 0; i < section.columns().size(); i++) {
      boolean figures = section.rows().getFirst().get(i) instanceof Number;
      out.write(figures ? "<th scope=\"col\" class=\"figure\">" : "<th scope=\"col\">");
      text(Cells.header(section.columns().get(i)).replace('_', ' '));
      out.write("</th>");
    }
    out.write(section.links().isEmpty() ? "" : "<th scope=\"col\">example</th>");
    out.write("</tr></thead>\n<tbody>\n");
    for (int i = 0; i < section.rows().size(); i++) {
      row(section, i);
    }
    out.write("</tbody>\n</table></div>\n</section>\n");
  }

  private void row(FleetSection section, int number) throws IOException {
    List<Object> row = section.rows().get(number);
    out.write("<tr>");
    for (int i = 0; i < row.size(); i++) {
      out.write(row.get(i) instanceof Number ? "<td class=\"figure\">" : "<td>");
      text(Cells.text(section.columns().get(i), row.get(i)));
      out.write("</td>");
    }
    if (!section.links().isEmpty()) {
      out.write("<td>");
      String link = section.links().get(number);
      if (link != null) {
        out.write("<a href=\"");
        text(link);
        out.write("\">report</a>");
      }
      out.write("</td>");
    }
    out.write("</tr>\n");
  }

  private void text(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.write("&lt;");
        case '>' -> out.write("&gt;");
        case '&' -> out.write("&amp;");
        case '"' -> out.write("&quot;");
        default -> out.write(c);
      }
    }
  }
}
