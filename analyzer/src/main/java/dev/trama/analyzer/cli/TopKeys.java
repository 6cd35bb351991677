package dev.trama.analyzer.cli;

import dev.trama.analyzer.render.top.TopState;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntSupplier;

/** What the keys do. */
final class TopKeys {
  private static final int ESCAPE = 27;
  private static final int BACKSPACE = 8;
  private static final int DELETE = 127;
  private static final int NO_KEY = -2;

  private TopKeys() {}

  /**
   * What is shown after a key; empty to quit.
   *
   * @param escaped tells what follows an escape
   * @param rows how many the table has
   */
  static Optional<TopState> press(TopState state, int key, IntSupplier escaped, int rows) {
    if (key == NO_KEY) {
      return Optional.of(state);
    }
    if (state.typing()) {
      return Optional.of(type(state, key));
    }
    int last = Math.max(0, rows - 1);
    return switch (key) {
      case 'q', 'Q', 3 -> Optional.empty();
      case 'h', '?' -> Optional.of(state.withHelp(!state.help()));
      case 't', '1' -> Optional.of(state.withTab(TopState.Tab.TASKS));
      case 'p', '2' -> Optional.of(state.withTab(TopState.Tab.POINTS));
      case 'c', '3' -> Optional.of(state.withTab(TopState.Tab.CARRIERS));
      case '\t' -> Optional.of(state.withTab(next(TopState.Tab.values(), state.tab())));
      case 's' -> Optional.of(state.withSort(next(TopState.Sort.values(), state.sort())));
      case '/' -> Optional.of(state.withFilter("", true));
      case ' ' -> Optional.of(state.withPaused(!state.paused()));
      case '\r', '\n' -> Optional.of(state.withDetail(!state.detail()));
      case 'j' -> Optional.of(state.withSelected(Math.min(last, state.selected() + 1)));
      case 'k' -> Optional.of(state.withSelected(state.selected() - 1));
      case ESCAPE ->
          Optional.of(
              switch (escaped.getAsInt()) {
                case 'A' -> state.withSelected(state.selected() - 1);
                case 'B' -> state.withSelected(Math.min(last, state.selected() + 1));
                case NO_KEY, -1 -> back(state);
                default -> state;
              });
      default -> Optional.of(state);
    };
  }

  private static TopState back(TopState state) {
    if (state.help()) {
      return state.withHelp(false);
    }
    return state.detail() ? state.withDetail(false) : state.withFilter("", false);
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
