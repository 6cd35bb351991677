package dev.trama.analyzer.render.top;

import dev.trama.analyzer.render.top.TopState.Sort;
import java.util.List;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param width in characters; negative when aligned to the left; 0 when it takes the remaining
 *     width
 * @param wide whether it is only for wide terminals
 * @param sort the order that sorts by it
 * @param kind whether it names kinds of await
 */
record TopColumn(String name, int width, boolean wide, Optional<Sort> sort, boolean kind) {
  static final List<TopColumn> ENTRIES =
      List.of(
          sorted("NOW", 7, Sort.NOW),
          of("READY", 6),
          of("BORN/s", 7),
          wide("ENDED/s", 8),
          sorted("AWAITS/s", 9, Sort.RATE),
          wide("READY P50", 10),
          sorted("P99", 8, Sort.LATE),
          sorted("OLDEST", 8, Sort.OLDEST),
          wide("AWAITING", -44),
          of("TASKS OF", 0));
  static final List<TopColumn> POINTS =
      List.of(
          sorted("NOW", 7, Sort.NOW),
          wide("READY", 6),
          sorted("AWAITS/s", 9, Sort.RATE),
          sorted("MEAN", 8, Sort.LATE),
          sorted("OLDEST", 8, Sort.OLDEST),
          kind("AWAIT", -19),
          wide("WOKEN BY", -34),
          of("AT", 0));
  static final List<TopColumn> TASKS =
      List.of(
          of("ID", -7),
          sorted("FOR", 8, Sort.OLDEST),
          kind("AWAIT", -16),
          wide("HELD BY", -20),
          of("AT", -20),
          of("TASK", 0));
  static final List<TopColumn> CARRIERS =
      List.of(of("CARRIER", -16), sorted("FOR", 10, Sort.OLDEST), of("STATE", -8), of("TASK", 0));

  private static TopColumn of(String name, int width) {
    return new TopColumn(name, width, false, Optional.empty(), false);
  }

  private static TopColumn wide(String name, int width) {
    return new TopColumn(name, width, true, Optional.empty(), false);
  }

  private static TopColumn sorted(String name, int width, Sort sort) {
    return new TopColumn(name, width, false, Optional.of(sort), false);
  }

  private static TopColumn kind(String name, int width) {
    return new TopColumn(name, width, false, Optional.empty(), true);
  }

  /** The text, fitted to the column's width. */
  String fit(String text, int rest) {
    if (width == 0) {
      return TopText.cut(text, rest);
    }
    int wide = Math.abs(width);
    String cell = TopText.cut(text, wide);
    String spaces = " ".repeat(wide - cell.length());
    return TopText.cut(width > 0 ? spaces + cell : cell + spaces, rest);
  }
}
