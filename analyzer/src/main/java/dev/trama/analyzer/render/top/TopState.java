package dev.trama.analyzer.render.top;

/**
 * What the user has chosen to see.
 *
 * @param filter only rows that contain it; all when empty
 * @param typing whether the filter is being typed
 * @param selected number of the row, from 0
 */
public record TopState(
    Tab tab,
    Sort sort,
    String filter,
    boolean typing,
    boolean paused,
    boolean help,
    boolean detail,
    int selected) {
  public static final TopState FIRST =
      new TopState(Tab.TASKS, Sort.NOW, "", false, false, false, false, 0);

  /** The tables. */
  public enum Tab {
    TASKS,
    POINTS,
    CARRIERS
  }

  /** The order of the rows. */
  public enum Sort {
    NOW,
    RATE,
    LATE,
    OLDEST
  }

  public TopState withTab(Tab next) {
    return new TopState(next, sort, filter, false, paused, false, false, 0);
  }

  public TopState withSort(Sort next) {
    return new TopState(tab, next, filter, false, paused, false, detail, 0);
  }

  public TopState withFilter(String next, boolean goesOn) {
    return new TopState(tab, sort, next, goesOn, paused, false, false, 0);
  }

  public TopState withPaused(boolean next) {
    return new TopState(tab, sort, filter, false, next, help, detail, selected);
  }

  public TopState withHelp(boolean next) {
    return new TopState(tab, sort, filter, false, paused, next, detail, selected);
  }

  public TopState withDetail(boolean next) {
    return new TopState(tab, sort, filter, false, paused, false, next, selected);
  }

  public TopState withSelected(int next) {
    return new TopState(tab, sort, filter, false, paused, help, detail, Math.max(0, next));
  }
}
