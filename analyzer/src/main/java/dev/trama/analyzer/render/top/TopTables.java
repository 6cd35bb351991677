package dev.trama.analyzer.render.top;

import dev.trama.analyzer.analyse.live.LiveView;
import dev.trama.analyzer.analyse.words.Durations;
import dev.trama.analyzer.analyse.words.Names;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.ThreadRef;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables of a view: their columns, and their rows, sorted and filtered. */
final class TopTables {
  private static final int NAMED = 3;

  private TopTables() {}

  static List<TopColumn> columns(TopState.Tab tab) {
    return switch (tab) {
      case ENTRIES -> TopColumn.ENTRIES;
      case POINTS -> TopColumn.POINTS;
      case TASKS -> TopColumn.TASKS;
      case CARRIERS -> TopColumn.CARRIERS;
    };
  }

  static List<TopRow> rows(LiveView view, TopState state) {
    List<TopRow> all =
        switch (state.tab()) {
          case ENTRIES -> view.entries().stream().map(TopTables::row).toList();
          case POINTS -> view.points().stream().map(TopTables::row).toList();
          case TASKS -> view.tasks().stream().map(TopTables::row).toList();
          case CARRIERS -> view.carriers().stream().map(TopTables::row).toList();
        };
    String filter = state.filter().toLowerCase(Locale.ROOT);
    return all.stream()
        .filter(row -> row.contains(filter))
        .sorted(
            Comparator.comparingDouble((TopRow row) -> row.measures().of(state.sort())).reversed())
        .toList();
  }

  private static TopRow row(LiveView.Entry entry) {
    return new TopRow(
        entry.name(),
        List.of(
            count(entry.suspended()),
            count(entry.ready()),
            rate(entry.bornPerSecond()),
            rate(entry.endedPerSecond()),
            rate(entry.awaitsPerSecond()),
            time(entry.readyP50Nanos()),
            time(entry.readyP99Nanos()),
            time(entry.oldest().nanos()),
            most(entry.awaitingByKind()),
            entry.name()),
        Optional.empty(),
        new TopRow.Measures(
            entry.suspended(),
            entry.awaitsPerSecond(),
            entry.readyP99Nanos(),
            entry.oldest().nanos()),
        ThreadRef.UNKNOWN,
        entry.name());
  }

  private static TopRow row(LiveView.Point point) {
    String site = point.frame().map(Frame::site).orElse("");
    return new TopRow(
        point.kind() + point.pinned() + point.frame().map(TopTables::place).orElse(""),
        List.of(
            count(point.awaiting()),
            count(point.ready()),
            rate(point.awaitsPerSecond()),
            time(point.meanNanos()),
            time(point.oldest().nanos()),
            kind(point.kind(), point.pinned()),
            most(point.wakers()),
            point.frame().map(TopTables::place).orElse("(no stack)")),
        Optional.of(point.category()),
        new TopRow.Measures(
            point.awaiting() + point.ready(),
            point.awaitsPerSecond(),
            point.meanNanos(),
            point.oldest().nanos()),
        ThreadRef.UNKNOWN,
        site);
  }

  private static TopRow row(LiveView.Waiter task) {
    return new TopRow(
        Long.toString(task.task().id()),
        List.of(
            "#" + task.task().id(),
            time(task.nanos()),
            task.ready() ? "ready" : kind(task.kind(), task.pinned()),
            task.owner().isKnown() ? name(task.owner()) : "",
            task.frame().map(Frame::site).orElse("(no stack)"),
            task.task().name().isEmpty()
                ? task.entry()
                : task.entry() + " · " + task.task().name()),
        task.ready() ? Optional.empty() : Optional.of(task.category()),
        new TopRow.Measures(task.nanos(), task.nanos(), task.nanos(), task.nanos()),
        task.task(),
        "");
  }

  private static TopRow row(LiveView.Carrier carrier) {
    boolean runs = carrier.task().isKnown();
    return new TopRow(
        carrier.name(),
        List.of(
            Names.carrier(new ThreadRef(1, carrier.name(), false)),
            runs ? carrier.forNanos() == 0 ? "< 1 s" : time(carrier.forNanos()) : "",
            carrier.blocked() ? "pinned" : runs ? "running" : "idle",
            runs ? Names.numbered(carrier.task()) : ""),
        Optional.empty(),
        new TopRow.Measures(runs ? 1 : 0, 0, carrier.forNanos(), carrier.forNanos()),
        carrier.task(),
        "");
  }

  private static String kind(String kind, boolean pinned) {
    return pinned ? kind + ", pinned" : kind;
  }

  /** Its name, or its number when it has none. */
  static String name(ThreadRef thread) {
    return thread.name().isEmpty() ? "#" + thread.id() : thread.name();
  }

  static String place(Frame frame) {
    return frame.site() + "  " + frame.label();
  }

  private static String most(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(NAMED)
        .map(it -> count(it.getValue()) + " " + it.getKey())
        .collect(Collectors.joining(", "));
  }

  static String count(long count) {
    return count == 0 ? "" : String.format(Locale.ROOT, "%,d", count);
  }

  static String rate(double perSecond) {
    return perSecond == 0
        ? ""
        : String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%,.0f", perSecond);
  }

  static String time(long nanos) {
    return nanos == 0 ? "" : Durations.text(nanos);
  }
}
