package dev.trama.analyzer.render.top;

import dev.trama.analyzer.analyse.live.LiveView;
import dev.trama.analyzer.analyse.words.Durations;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of a view: their columns, and their rows in the order and of those asked for. */
final class TopTables {
  private static final int NAMED = 3;

  private TopTables() {}

  /**
   * A column.
   *
   * @param width negative when it is aligned to the left; 0 when it takes what is left
   * @param wide whether it is for wide terminals only
   */
  record Column(String name, int width, boolean wide) {}

  static List<Column> columns(TopState.Tab tab) {
    return switch (tab) {
      case TASKS ->
          List.of(
              new Column("NOW", 7, false),
              new Column("READY", 6, false),
              new Column("BORN/s", 7, false),
              new Column("ENDED/s", 8, true),
              new Column("AWAITS/s", 9, false),
              new Column("READY P50", 10, true),
              new Column("P99", 8, false),
              new Column("OLDEST", 8, false),
              new Column("AWAITING", -44, true),
              new Column("TASKS OF", 0, false));
      case POINTS ->
          List.of(
              new Column("NOW", 7, false),
              new Column("READY", 6, true),
              new Column("AWAITS/s", 9, false),
              new Column("MEAN", 8, false),
              new Column("OLDEST", 8, false),
              new Column("AWAIT", -18, false),
              new Column("WOKEN BY", -34, true),
              new Column("AT", 0, false));
      case CARRIERS ->
          List.of(
              new Column("CARRIER", -28, false),
              new Column("FOR", 10, false),
              new Column("RUNS", 0, false));
    };
  }

  static List<TopRow> rows(LiveView view, TopState state) {
    List<TopRow> all =
        switch (state.tab()) {
          case TASKS -> view.entries().stream().map(TopTables::row).toList();
          case POINTS -> view.places().stream().map(TopTables::row).toList();
          case CARRIERS -> view.carriers().stream().map(TopTables::row).toList();
        };
    String filter = state.filter().toLowerCase(Locale.ROOT);
    Comparator<TopRow> order =
        switch (state.sort()) {
          case NOW -> Comparator.comparingLong(TopRow::now);
          case RATE -> Comparator.comparingDouble(TopRow::rate);
          case LATE -> Comparator.comparingLong(TopRow::lateNanos);
          case OLDEST -> Comparator.comparingLong(row -> row.oldest().nanos());
        };
    return all.stream().filter(row -> row.contains(filter)).sorted(order.reversed()).toList();
  }

  private static TopRow row(LiveView.Entry entry) {
    return new TopRow(
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
        entry.suspended(),
        entry.awaitsPerSecond(),
        entry.readyP99Nanos(),
        entry.oldest());
  }

  private static TopRow row(LiveView.Place place) {
    return new TopRow(
        List.of(
            count(place.awaiting()),
            count(place.ready()),
            rate(place.awaitsPerSecond()),
            time(place.meanNanos()),
            time(place.oldest().nanos()),
            place.kind(),
            most(place.wakers()),
            place.frame().map(TopTables::place).orElse("(no stack)")),
        place.awaiting() + place.ready(),
        place.awaitsPerSecond(),
        place.meanNanos(),
        place.oldest());
  }

  private static TopRow row(LiveView.Carrier carrier) {
    boolean runs = carrier.task().isKnown();
    return new TopRow(
        List.of(
            carrier.name(),
            runs ? time(carrier.forNanos()) : "",
            runs ? title(carrier.task()) : "idle"),
        runs ? 1 : 0,
        0,
        carrier.forNanos(),
        new LiveView.Oldest(carrier.task(), carrier.forNanos(), "", Stack.NONE));
  }

  static String title(ThreadRef task) {
    return (task.name().isEmpty() ? "" : task.name() + " ") + "#" + task.id();
  }

  private static String place(Frame frame) {
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
