package dev.trama.analyzer.render.html;

import java.util.List;
import java.util.Map;

/**
 * A table of the fleet's page.
 *
 * @param links from rows, by their number, to the report of an example
 */
public record FleetSection(
    String title,
    String description,
    List<String> columns,
    List<List<Object>> rows,
    Map<Integer, String> links) {
  public FleetSection {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    links = Map.copyOf(links);
  }
}
