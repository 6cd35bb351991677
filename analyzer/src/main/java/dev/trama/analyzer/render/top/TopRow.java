package dev.trama.analyzer.render.top;

import dev.trama.analyzer.analyse.live.LiveView;
import java.util.List;
import java.util.Locale;

/**
 * A row of a table.
 *
 * @param cells one for each column
 * @param oldest the task that the details are of
 */
record TopRow(List<String> cells, long now, double rate, long lateNanos, LiveView.Oldest oldest) {
  boolean contains(String text) {
    return cells.stream().anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(text));
  }
}
