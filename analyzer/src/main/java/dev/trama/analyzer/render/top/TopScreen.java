package dev.trama.analyzer.render.top;

import dev.trama.analyzer.analyse.live.LiveView;
import dev.trama.analyzer.analyse.words.Durations;
import dev.trama.analyzer.model.Frame;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws a view into the rows of a terminal, whatever its size. */
public final class TopScreen {
  private static final int WIDE = 120;
  private static final int PLAIN_WIDTH = 160;
  private static final int FINDINGS = 2;
  private static final String KEYS =
      "q quit  h help  tab table  s sort  / filter  space pause  enter details";

  private static final List<String> HELP =
      List.of(
          "tab, t p c    the tables: tasks by entry, suspension points, carriers",
          "up, down      choose a row; enter shows its longest suspended task, esc goes back",
          "s             sort by: now, rate, lateness (mean or ready p99), oldest",
          "/             show only rows that contain what you type; enter keeps it, esc clears it",
          "space         pause, and go on",
          "q             quit; what was begun for this view in the program ends with it",
          "",
          "NOW is how many are suspended there at this moment, READY how many of them",
          "were woken and have no carrier; rates and means are of the last second.");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final String title;
  private final TopInk ink;

  /**
   * @param title of the program
   * @param colour whether to use colours
   */
  public TopScreen(String title, boolean colour) {
    this.title = title;
    this.ink = new TopInk(colour);
  }

  /**
   * The lines, as many as there are rows.
   *
   * @param note what else there is to say; may be empty
   */
  public List<String> lines(LiveView view, TopState state, String note, int width, int height) {
    List<String> lines = new ArrayList<>(heading(view, state, width));
    if (!note.isEmpty()) {
      lines.add(ink.bad(cut(note, width)));
    }
    view.findings().stream()
        .limit(FINDINGS)
        .forEach(it -> lines.add(ink.bad(cut(it.id() + "  " + it.message(), width))));
    lines.add("");
    int left = Math.max(0, height - lines.size() - 1);
    List<String> body =
        state.help()
            ? cutAll(HELP, width)
            : state.detail() ? detail(view, state, width) : table(view, state, width, left);
    lines.addAll(body.subList(0, Math.min(left, body.size())));
    while (lines.size() < height - 1) {
      lines.add("");
    }
    lines.add(ink.faint(cut(state.typing() ? "filter: " + state.filter() + "_" : KEYS, width)));
    return lines.subList(0, Math.min(height, lines.size()));
  }

  /** One table as plain text, for whoever has no terminal. */
  public static List<String> plain(String title, LiveView view, TopState.Tab tab) {
    TopState state = TopState.FIRST.withTab(tab);
    var screen = new TopScreen(title, false);
    List<String> lines = new ArrayList<>();
    if (tab == TopState.Tab.TASKS) {
      lines.addAll(screen.heading(view, state, PLAIN_WIDTH));
      view.findings().forEach(it -> lines.add(it.id() + "  " + it.message()));
      lines.add("");
    }
    lines.addAll(screen.table(view, state, PLAIN_WIDTH, Integer.MAX_VALUE));
    return lines.stream().map(TopInk::strip).map(String::stripTrailing).toList();
  }

  /** How many rows the table has. */
  public static int rowCount(LiveView view, TopState state) {
    return TopTables.rows(view, state).size();
  }

  private List<String> heading(LiveView view, TopState state, int width) {
    LiveView.Counts counts = view.counts();
    String time =
        view.atNanos() == 0
            ? "waiting for the first look"
            : TIME.format(Instant.ofEpochSecond(0, view.atNanos()).atZone(ZoneId.systemDefault()));
    String lost = counts.lost() == 0 ? "" : "   " + counts.lost() + " awaits LOST";
    return List.of(
        ink.strong(
            cut("trama top  " + title + "   " + time + (state.paused() ? "   PAUSED" : ""), width)),
        cut(
            String.format(
                Locale.ROOT,
                "%,d tasks in flight: %,d running, %,d ready, %,d awaiting   %s born/s, %s ended/s",
                counts.inFlight(),
                counts.running(),
                counts.ready(),
                counts.awaiting(),
                zero(TopTables.rate(counts.bornPerSecond())),
                zero(TopTables.rate(counts.endedPerSecond()))),
            width),
        cut(
            zero(TopTables.rate(counts.awaitsPerSecond()))
                + " awaits/s   ready p50 "
                + Durations.text(counts.readyP50Nanos())
                + ", p99 "
                + Durations.text(counts.readyP99Nanos())
                + "   oldest await "
                + Durations.text(counts.oldestNanos())
                + lost,
            width));
  }

  private static String zero(String text) {
    return text.isEmpty() ? "0" : text;
  }

  private List<String> table(LiveView view, TopState state, int width, int height) {
    List<TopTables.Column> columns = TopTables.columns(state.tab());
    List<TopRow> rows = TopTables.rows(view, state);
    List<String> lines = new ArrayList<>();
    String head =
        line(columns, columns.stream().map(TopTables.Column::name).toList(), width)
            + "   by "
            + state.sort().name().toLowerCase(Locale.ROOT)
            + (state.filter().isEmpty() ? "" : ", with '" + state.filter() + "'");
    lines.add(ink.head(pad(cut(head, width), width)));
    int selected = Math.min(state.selected(), Math.max(0, rows.size() - 1));
    int first = Math.max(0, selected - Math.max(0, height - 2));
    for (int i = first; i < rows.size() && lines.size() < height; i++) {
      String line = cut(line(columns, rows.get(i).cells(), width), width);
      lines.add(i == selected ? ink.chosen(pad(line, width)) : line);
    }
    return lines;
  }

  private static String line(List<TopTables.Column> columns, List<String> cells, int width) {
    var line = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      TopTables.Column column = columns.get(i);
      if (column.wide() && width < WIDE) {
        continue;
      }
      int wide = Math.abs(column.width());
      String cell = column.width() == 0 ? cells.get(i) : cut(cells.get(i), wide);
      String spaces = " ".repeat(Math.max(0, wide - cell.length()));
      line.append(column.width() > 0 ? spaces + cell : cell + spaces).append(' ');
    }
    return line.toString().stripTrailing();
  }

  private List<String> detail(LiveView view, TopState state, int width) {
    List<TopRow> rows = TopTables.rows(view, state);
    if (rows.isEmpty()) {
      return List.of("nothing is chosen");
    }
    TopRow row = rows.get(Math.min(state.selected(), rows.size() - 1));
    LiveView.Oldest oldest = row.oldest();
    List<String> lines = new ArrayList<>();
    lines.add(ink.strong(cut(row.cells().getLast(), width)));
    if (!oldest.task().isKnown()) {
      lines.add("nobody is suspended there at this moment");
      return lines;
    }
    String what = oldest.kind().isEmpty() ? " has run for " : " awaits " + oldest.kind() + " for ";
    lines.add(cut(TopTables.title(oldest.task()) + what + Durations.text(oldest.nanos()), width));
    for (Frame frame : oldest.stack().frames()) {
      boolean own = frame.origin() == Frame.Origin.APPLICATION;
      String text = cut("    " + frame.label() + "  " + frame.site(), width);
      lines.add(own ? ink.await(text) : ink.faint(text));
    }
    return lines;
  }

  private static List<String> cutAll(List<String> lines, int width) {
    return lines.stream().map(line -> cut(line, width)).toList();
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
