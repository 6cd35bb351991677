package dev.trama.analyzer.render.top;

import java.util.List;

/**
 * What the user has chosen to see.
 *
 * @param filter only rows that contain it; all when empty
 * @param typing whether the filter is being typed
 * @param chosen id of the one task that is shown; 0 when a table is
 * @param selected number of the row, from 0
 * @param selectedKey key of the selected row, by which it is followed; empty before one was
 *     selected
 */
public record TopState(
    Tab tab,
    Sort sort,
    String filter,
    boolean typing,
    boolean paused,
    boolean help,
    long chosen,
    int selected,
    String selectedKey) {
  public static final TopState FIRST =
      new TopState(Tab.ENTRIES, Sort.NOW, "", false, false, false, 0, 0, "");

  /** The tables. */
  public enum Tab {
    ENTRIES('1'),
    POINTS('2'),
    TASKS('3'),
    CARRIERS('4');

    private final char key;

    Tab(char key) {
      this.key = key;
    }

    /** The key that shows it. */
    public char key() {
      return key;
    }
  }

  /** The order of the rows. */
  public enum Sort {
    NOW,
    RATE,
    LATE,
    OLDEST
  }

  public TopState withTab(Tab next) {
    return new TopState(next, sort, filter, false, paused, false, 0, 0, "");
  }

  public TopState withSort(Sort next) {
    return new TopState(tab, next, filter, false, paused, false, chosen, 0, "");
  }

  public TopState withFilter(String next, boolean goesOn) {
    return new TopState(tab, sort, next, goesOn, paused, false, 0, 0, "");
  }

  public TopState withPaused(boolean next) {
    return new TopState(tab, sort, filter, false, next, help, chosen, selected, selectedKey);
  }

  public TopState withHelp(boolean next) {
    return new TopState(tab, sort, filter, false, paused, next, chosen, selected, selectedKey);
  }

  public TopState withChosen(long task) {
    return new TopState(tab, sort, filter, false, paused, false, task, selected, selectedKey);
  }

  /** Selects the row that is {@code by} rows further down, at most the last or first. */
  public TopState moved(List<TopRow> rows, int by) {
    int next = Math.clamp(selectedOf(rows) + by, 0, Math.max(0, rows.size() - 1));
    String key = rows.isEmpty() ? "" : rows.get(next).key();
    return new TopState(tab, sort, filter, false, paused, help, chosen, next, key);
  }

  /** The current index of the selected row; when it is gone, of the row in its place. */
  public int selectedOf(List<TopRow> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).key().equals(selectedKey)) {
        return i;
      }
    }
    return Math.clamp(selected, 0, Math.max(0, rows.size() - 1));
  }
}
