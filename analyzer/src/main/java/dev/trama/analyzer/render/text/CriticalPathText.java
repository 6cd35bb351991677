package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.path.CriticalPath;
import dev.trama.analyzer.analyse.words.Durations;
import dev.trama.analyzer.analyse.words.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A critical path: what it consists of, and its steps in order. */
public final class CriticalPathText {
  private static final int SORTS_SHOWN = 12;

  private CriticalPathText() {}

  private record Sort(String who, String what, String site) {}

  private static final class Sum {
    int steps;
    long nanos;
  }

  /**
   * @param limit how many steps to show; 0 for all
   */
  public static List<String> lines(CriticalPath path, int limit, Palette palette) {
    List<String> lines = new ArrayList<>();
    lines.add(
        palette.strong("critical path of " + path.of().titleAndId())
            + "   "
            + Durations.text(path.durationNanos())
            + " in "
            + path.steps().size()
            + " steps");
    lines.add(begins(path.begins()));
    lines.add("");
    addSums(lines, path);
    lines.add("");
    addSteps(lines, path, limit);
    return lines;
  }

  private static String begins(String where) {
    String there = "there ";
    return where.startsWith(there)
        ? "it begins where " + where.substring(there.length())
        : "it goes back no further: " + where;
  }

  private static void addSums(List<String> lines, CriticalPath path) {
    Map<Sort, Sum> sums = new LinkedHashMap<>();
    for (CriticalPath.Step step : path.steps()) {
      var sort = new Sort(Names.family(step.task().title()), what(step), step.site());
      var sum = sums.computeIfAbsent(sort, s -> new Sum());
      sum.steps++;
      sum.nanos += step.durationNanos();
    }
    var table =
        new TextTable("rrrlll").row("share", "total", "steps", "task", "was", "at, or up to");
    sums.entrySet().stream()
        .sorted(Comparator.comparingLong((Map.Entry<Sort, Sum> e) -> e.getValue().nanos).reversed())
        .limit(SORTS_SHOWN)
        .forEach(
            e ->
                table.row(
                    String.format(
                        Locale.ROOT,
                        "%.1f%%",
                        100.0 * e.getValue().nanos / Math.max(1, path.durationNanos())),
                    Durations.text(e.getValue().nanos),
                    Integer.toString(e.getValue().steps),
                    e.getKey().who(),
                    e.getKey().what(),
                    e.getKey().site()));
    lines.addAll(table.lines());
    if (sums.size() > SORTS_SHOWN) {
      lines.add("… " + (sums.size() - SORTS_SHOWN) + " more");
    }
  }

  private static void addSteps(List<String> lines, CriticalPath path, int limit) {
    int all = path.steps().size();
    int shown = limit == 0 ? all : Math.min(limit, all);
    long zero = all == 0 ? 0 : path.steps().getFirst().startNanos();
    var table = new TextTable("rrlll");
    for (CriticalPath.Step step : path.steps().subList(all - shown, all)) {
      table.row(
          String.format(Locale.ROOT, "%.3f ms", (step.startNanos() - zero) / 1e6),
          "+" + Durations.text(step.durationNanos()),
          step.task().title(),
          what(step),
          step.site());
    }
    if (shown < all) {
      lines.add("the last " + shown + " steps (--limit 0 shows all)");
    }
    lines.addAll(table.lines());
  }

  private static String what(CriticalPath.Step step) {
    String what = step.what().name().toLowerCase(Locale.ROOT);
    return step.kind().isEmpty() ? what : what + " " + step.kind();
  }
}
