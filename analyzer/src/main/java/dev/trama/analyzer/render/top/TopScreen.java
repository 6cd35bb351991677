package dev.trama.analyzer.render.top;

import dev.trama.analyzer.analyse.live.LiveView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws a view into the rows of a terminal, whatever its size. */
public final class TopScreen {
  private static final int PLAIN_WIDTH = 160;
  private static final int FINDINGS = 3;
  private static final int TALL = 30;
  private static final String KEYS =
      "q quit  h help  tab table  s sort  / filter  space pause  enter look closer";
  private static final String BACK = "q quit  h help  esc back  space pause";

  private static final List<String> HELP =
      List.of(
          "1 2 3 4, tab   the tables: entry methods, suspension points, tasks, carriers",
          "up, down       choose a row (also k and j; page up and down, home, end)",
          "enter          on an entry or a point: its tasks; on a task: its details",
          "esc            go back",
          "s              sort by the next sortable column",
          "/              show only rows with what you type; enter keeps it, esc clears",
          "space          pause, and go on",
          "q              quit; whatever this view started in the program stops",
          "",
          "NOW    how many are suspended there at this moment",
          "READY  how many of them were woken and have no carrier",
          "P50, P99, READY P50   of the time from being woken to running",
          "",
          "Rates, means and percentiles cover the time since the last look. For each",
          "way of being suspended, the longest suspended tasks are listed.");

  private final String title;
  private final TopInk ink;

  /**
   * @param title of the program
   */
  public TopScreen(String title, TopInk ink) {
    this.title = title;
    this.ink = ink;
  }

  /**
   * The lines, as many as there are rows.
   *
   * @param note an additional line; may be empty
   */
  public List<String> lines(LiveView view, TopState state, String note, int width, int height) {
    List<String> lines = new ArrayList<>(new TopHeading(ink, width).lines(title, view, state));
    if (!note.isEmpty()) {
      lines.add(ink.bad(TopText.cut(note, width)));
    }
    view.findings().stream()
        .limit(FINDINGS)
        .forEach(it -> lines.add(ink.bad(TopText.cut(it.id() + ": " + it.message(), width))));
    if (height >= TALL) {
      lines.add("");
    }
    lines.add(tabs(state, width));
    int left = Math.max(0, height - lines.size() - 1);
    List<String> body = body(view, state, width, left);
    lines.addAll(body.subList(0, Math.min(left, body.size())));
    while (lines.size() < height - 1) {
      lines.add("");
    }
    List<String> shown = new ArrayList<>(lines.subList(0, Math.max(0, height - 1)));
    shown.add(foot(state, width));
    return shown.stream().map(ink::shown).toList();
  }

  private List<String> body(LiveView view, TopState state, int width, int height) {
    if (state.help()) {
      return HELP.stream().map(line -> TopText.cut(line, width)).toList();
    }
    if (state.chosen() != 0 && view.chosen().isPresent()) {
      return new TopTask(ink, width).lines(view.chosen().get(), height);
    }
    if (state.chosen() != 0) {
      return List.of("Asking for task #" + state.chosen() + " ...");
    }
    return new TopTable(ink, width, state.tab())
        .lines(TopTables.rows(view, state), state, state.tab(), height);
  }

  private String tabs(TopState state, int width) {
    var plain = new StringBuilder();
    var painted = new StringBuilder();
    for (TopState.Tab tab : TopState.Tab.values()) {
      String name = " " + tab.key() + " " + name(tab) + " ";
      if (plain.length() + name.length() <= width) {
        plain.append(name);
        painted.append(tab == state.tab() ? ink.head(name) : name);
      }
    }
    String filter = state.filter().isEmpty() ? "" : "  only with '" + state.filter() + "'";
    return painted + ink.strong(TopText.cut(filter, Math.max(0, width - plain.length())));
  }

  private static String name(TopState.Tab tab) {
    return tab.name().charAt(0) + tab.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private String foot(TopState state, int width) {
    if (state.typing()) {
      return ink.strong(TopText.cut("show rows with: " + state.filter() + "_", width));
    }
    return ink.faint(TopText.cut(state.chosen() != 0 || state.help() ? BACK : KEYS, width));
  }

  /** All tables as plain text, for output without a terminal. */
  public static List<String> plain(String title, LiveView view) {
    List<String> lines = new ArrayList<>();
    lines.addAll(new TopHeading(TopInk.PLAIN, PLAIN_WIDTH).lines(title, view, TopState.FIRST));
    view.findings().forEach(it -> lines.add(it.id() + ": " + it.message()));
    for (TopState.Tab tab : TopState.Tab.values()) {
      TopState state = TopState.FIRST.withTab(tab);
      lines.add("");
      lines.add(name(tab));
      lines.addAll(
          new TopTable(TopInk.PLAIN, PLAIN_WIDTH, tab)
              .lines(rows(view, state), state, tab, Integer.MAX_VALUE));
    }
    return lines.stream().map(TopInk::strip).map(String::stripTrailing).toList();
  }

  /** The rows of the table. */
  public static List<TopRow> rows(LiveView view, TopState state) {
    return TopTables.rows(view, state);
  }
}
