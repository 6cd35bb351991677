package dev.trama.analyzer.render.top;

import dev.trama.analyzer.model.AwaitCategory;
import dev.trama.analyzer.model.ThreadRef;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of a table.
 *
 * @param key tells it from the others, now and later
 * @param cells one for each column
 * @param category of the await it is of; absent when it is of several or none
 * @param task the one that it is of; unknown when it is of several or none
 * @param tasks words that its tasks' rows contain; empty when there are none
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
