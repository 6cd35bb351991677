package dev.trama.analyzer.render.top;

import dev.trama.analyzer.model.AwaitCategory;
import dev.trama.analyzer.model.ThreadRef;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of a table.
 *
 * @param key distinguishes it from other rows, now and later
 * @param cells one for each column
 * @param category category of its await; absent when it has several or none
 * @param task its task; unknown when it has several or none
 * @param tasks text that its tasks' rows contain; empty when there is none
 */
public record TopRow(
    String key,
    List<String> cells,
    Optional<AwaitCategory> category,
    Measures measures,
    ThreadRef task,
    String tasks) {

  /** What rows are sorted by. */
  record Measures(double now, double rate, double late, double oldest) {
    double of(TopState.Sort sort) {
      return switch (sort) {
        case NOW -> now;
        case RATE -> rate;
        case LATE -> late;
        case OLDEST -> oldest;
      };
    }
  }

  boolean contains(String text) {
    return cells.stream().anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(text));
  }
}
