package dev.trama.analyzer.render.top;

import dev.trama.analyzer.analyse.live.LiveView;
import dev.trama.analyzer.analyse.words.Durations;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines above the table: what program, how many tasks, of which kinds. */
final class TopHeading {
  private static final String BAR = "█▓▒░";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final TopInk ink;
  private final int width;

  TopHeading(TopInk ink, int width) {
    this.ink = ink;
    this.width = width;
  }

  List<String> lines(String title, LiveView view, TopState state) {
    LiveView.Counts counts = view.counts();
    List<String> lines = new ArrayList<>();
    lines.add(title(title, view, state.paused()));
    lines.add(TopText.cut(tasks(counts), width));
    lines.add(TopText.cut(times(counts), width));
    lines.add(kinds(view));
    return lines;
  }

  private String title(String title, LiveView view, boolean paused) {
    String time =
        view.atNanos() == 0
            ? "waiting for the first look"
            : TIME.format(Instant.ofEpochSecond(0, view.atNanos()).atZone(ZoneId.systemDefault()));
    String right = (paused ? "PAUSED at " : "") + time;
    String left = TopText.cut("trama top · " + title, Math.max(0, width - right.length() - 2));
    String spaces = " ".repeat(Math.max(0, width - left.length() - right.length()));
    return ink.strong(TopText.cut(left + spaces + right, width));
  }

  private static String tasks(LiveView.Counts counts) {
    return String.format(
        Locale.ROOT,
        "%,d tasks: %,d running, %,d ready, %,d awaiting%s   %s born/s, %s ended/s",
        counts.inFlight(),
        counts.running(),
        counts.ready(),
        counts.awaiting(),
        counts.pinned() == 0 ? "" : " (" + counts.pinned() + " pinned)",
        zero(TopTables.rate(counts.bornPerSecond())),
        zero(TopTables.rate(counts.endedPerSecond())));
  }

  private static String times(LiveView.Counts counts) {
    String lost = counts.lost() == 0 ? "" : "   " + counts.lost() + " awaits LOST";
    return zero(TopTables.rate(counts.awaitsPerSecond()))
        + " awaits/s   ready p50 "
        + Durations.text(counts.readyP50Nanos())
        + ", p99 "
        + Durations.text(counts.readyP99Nanos())
        + "   oldest await "
        + Durations.text(counts.oldestNanos())
        + lost;
  }

  private static String zero(String text) {
    return text.isEmpty() ? "0" : text;
  }

  /** A bar of the kinds, as far as they fit with their names. */
  private String kinds(LiveView view) {
    long all = view.kinds().stream().mapToLong(LiveView.Kind::awaiting).sum();
    int bar = Math.min(width / 4, 40);
    var drawn = new StringBuilder();
    var names = new StringBuilder();
    int used = 0;
    int left = width - bar - 1;
    for (int i = 0; i < view.kinds().size(); i++) {
      LiveView.Kind kind = view.kinds().get(i);
      String fill = String.valueOf(BAR.charAt(i % BAR.length()));
      int part = (int) Math.min(bar - used, Math.round((double) kind.awaiting() * bar / all));
      used += part;
      drawn.append(ink.kind(kind.category(), fill.repeat(part)));
      String name = fill + " " + kind.name() + " " + TopTables.count(kind.awaiting()) + "  ";
      if (name.length() <= left) {
        left -= name.length();
        names.append(ink.kind(kind.category(), name));
      }
    }
    return drawn + ink.faint("·".repeat(bar - used)) + (names.isEmpty() ? "" : " " + names);
  }
}
