package dev.trama.junit;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Frame;
import dev.trama.junit.WatchedTest.Seen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Awaits as lines of a failure: how many of which kind, and where. */
final class Points {
  private Points() {}

  private record Row(String kind, String method, String site, String by) {}

  static List<String> lines(List<Seen> awaits, boolean showWakers, Wakers wakers) {
    Map<Row, Integer> counts = new LinkedHashMap<>();
    for (Seen seen : awaits) {
      String by = showWakers ? "woken by " + wakers.of(seen) : "";
      counts.merge(row(seen.await(), by), 1, Integer::sum);
    }
    int count = counts.values().stream().mapToInt(n -> ("×" + n).length()).max().orElse(0);
    int kind = counts.keySet().stream().mapToInt(r -> r.kind().length()).max().orElse(0);
    int method = counts.keySet().stream().mapToInt(r -> r.method().length()).max().orElse(0);
    int site = counts.keySet().stream().mapToInt(r -> r.site().length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (row, n) ->
            lines.add(
                String.join(
                        "  ",
                        pad("×" + n, count),
                        pad(row.kind(), kind),
                        pad(row.method(), method),
                        pad(row.site(), site),
                        row.by())
                    .stripTrailing()));
    return lines;
  }

  private static Row row(Await await, String by) {
    String kind = await.fine().name() + (await.isPinned() ? " (pinned)" : "");
    String ongoing = await.isStillSuspended() ? " (not ended)" : "";
    return new Row(
        kind + ongoing,
        await.stack().suspensionPoint().map(Frame::label).orElse("(no stack)"),
        await.stack().suspensionPoint().map(Frame::site).orElse(""),
        by);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
