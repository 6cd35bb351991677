package dev.trama.analyzer.cli;

import dev.trama.analyzer.render.top.TopRow;
import dev.trama.analyzer.render.top.TopState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** What the keys do. */
final class TopKeys {
  private static final int ESCAPE = 27;
  private static final int BACKSPACE = 8;
  private static final int DELETE = 127;
  private static final int CONTROL_C = 3;
  private static final int PAGE = 10;

  /** Read when no key was pressed. */
  static final int NONE = -2;

  private TopKeys() {}

  /**
   * The state after a key; empty to quit.
   *
   * @param escaped reads the characters that follow an escape, up to the last of the sequence
   * @param rows of the table
   */
  static Optional<TopState> press(TopState state, int key, IntSupplier escaped, List<TopRow> rows) {
    if (key == NONE) {
      return Optional.of(state);
    }
    if (key == CONTROL_C) {
      return Optional.empty();
    }
    if (state.typing()) {
      return Optional.of(type(state, key));
    }
    return switch (key) {
      case 'q', 'Q' -> Optional.empty();
      case 'h', '?' -> Optional.of(state.withHelp(!state.help()));
      case '\t' -> Optional.of(state.withTab(next(TopState.Tab.values(), state.tab())));
      case 's' -> Optional.of(state.withSort(next(TopState.Sort.values(), state.sort())));
      case '/' -> Optional.of(state.withFilter("", true));
      case ' ' -> Optional.of(state.withPaused(!state.paused()));
      case '\r', '\n' -> Optional.of(closer(state, rows));
      case 'j' -> Optional.of(state.moved(rows, 1));
      case 'k' -> Optional.of(state.moved(rows, -1));
      case ESCAPE -> Optional.of(escaped(state, escaped.getAsInt(), rows));
      default -> Optional.of(table(state, key));
    };
  }

  private static TopState table(TopState state, int key) {
    return Arrays.stream(TopState.Tab.values())
        .filter(tab -> tab.key() == key)
        .findFirst()
        .map(state::withTab)
        .orElse(state);
  }

  private static TopState escaped(TopState state, int key, List<TopRow> rows) {
    return switch (key) {
      case 'A' -> state.moved(rows, -1);
      case 'B' -> state.moved(rows, 1);
      case '5' -> state.moved(rows, -PAGE);
      case '6' -> state.moved(rows, PAGE);
      case 'H', '1' -> state.moved(rows, -rows.size());
      case 'F', '4' -> state.moved(rows, rows.size());
      case NONE, -1 -> back(state);
      default -> state;
    };
  }

  /** From an entry or a point to its tasks, from a task to its details. */
  private static TopState closer(TopState state, List<TopRow> rows) {
    if (rows.isEmpty() || state.chosen() != 0 || state.help()) {
      return state.withHelp(false);
    }
    TopRow row = rows.get(state.selectedOf(rows));
    if (row.task().isKnown()) {
      return state.withChosen(row.task().id());
    }
    return row.tasks().isEmpty()
        ? state
        : state.withTab(TopState.Tab.TASKS).withFilter(row.tasks(), false);
  }

  private static TopState back(TopState state) {
    if (state.help()) {
      return state.withHelp(false);
    }
    return state.chosen() != 0 ? state.withChosen(0) : state.withFilter("", false);
  }

  private static TopState type(TopState state, int key) {
    return switch (key) {
      case '\r', '\n' -> state.withFilter(state.filter(), false);
      case ESCAPE -> state.withFilter("", false);
      case BACKSPACE, DELETE ->
          state.withFilter(
              state.filter().substring(0, Math.max(0, state.filter().length() - 1)), true);
      default ->
          Character.isISOControl(key)
              ? state
              : state.withFilter(state.filter() + Character.toString(key), true);
    };
  }

  private static <T extends Enum<T>> T next(T[] all, T one) {
    return all[(Arrays.asList(all).indexOf(one) + 1) % all.length];
  }
}
