package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.compare.Comparison;
import dev.trama.analyzer.analyse.compare.PointChange;
import dev.trama.analyzer.analyse.finding.Finding;
import dev.trama.analyzer.analyse.summary.Summary;
import dev.trama.analyzer.analyse.words.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What changed between two recordings, as text. */
public final class DiffText {
  private DiffText() {}

  /**
   * @param limit how many points to show; 0 for all
   */
  public static List<String> lines(
      Comparison comparison,
      List<Finding> before,
      List<Finding> after,
      int limit,
      Palette palette) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "tasks   %,d -> %,d    awaits a task   %.1f -> %.1f    in flight at most   %,d -> %,d",
            comparison.before().tasks().seen(),
            comparison.after().tasks().seen(),
            perTask(comparison.before()),
            perTask(comparison.after()),
            comparison.before().inFlight().max(),
            comparison.after().inFlight().max()));
    lines.add("");
    addPoints(lines, comparison, limit, palette);
    lines.add("");
    addFindings(lines, "new finding", missing(after, before), palette);
    addFindings(lines, "gone", missing(before, after), palette);
    if (lines.getLast().isEmpty()) {
      lines.add("the findings are the same");
    }
    return lines;
  }

  private static double perTask(Summary summary) {
    return (double) summary.awaits().count() / Math.max(1, summary.tasks().seen());
  }

  private static void addPoints(
      List<String> lines, Comparison comparison, int limit, Palette palette) {
    List<PointChange> changed =
        comparison.points().stream().filter(c -> c.verdict() != PointChange.Verdict.NOISE).toList();
    int noise = comparison.points().size() - changed.size();
    int shown = limit == 0 ? changed.size() : Math.min(limit, changed.size());
    if (shown > 0) {
      var table =
          new TextTable("llrrrrl").row("", "await", "a task", "p50", "p99", "change/task", "in");
      for (PointChange c : changed.subList(0, shown)) {
        table.row(
            c.verdict().name().toLowerCase(Locale.ROOT),
            c.kind(),
            String.format(Locale.ROOT, "%.1f -> %.1f", c.perTaskBefore(), c.perTaskAfter()),
            Durations.text(c.before().p50()) + " -> " + Durations.text(c.after().p50()),
            Durations.text(c.before().p99()) + " -> " + Durations.text(c.after().p99()),
            (c.nanosPerTaskChange() >= 0 ? "+" : "") + Durations.text(c.nanosPerTaskChange()),
            c.method());
      }
      List<String> rows = table.lines();
      lines.add(palette.strong(rows.getFirst()));
      lines.addAll(rows.subList(1, rows.size()));
    }
    if (shown < changed.size()) {
      lines.add("… " + (changed.size() - shown) + " more; --limit 0 shows all");
    }
    lines.add(
        (noise == 1 ? "1 point" : noise + " points")
            + (shown == 0 ? "" : " more")
            + " differ no more than by chance (95%)");
  }

  private static List<Finding> missing(List<Finding> from, List<Finding> in) {
    List<String> ids = in.stream().map(Finding::id).toList();
    return from.stream().filter(f -> !ids.contains(f.id())).toList();
  }

  private static void addFindings(
      List<String> lines, String what, List<Finding> findings, Palette palette) {
    for (Finding finding : findings) {
      List<String> wrapped = Wrap.lines(finding.id() + ": " + finding.said(), 84);
      lines.add(palette.bad(what) + "  " + wrapped.getFirst());
      wrapped.stream().skip(1).forEach(line -> lines.add(" ".repeat(what.length() + 2) + line));
    }
  }
}
