package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.analyse.live.LiveView;
import dev.trama.analyzer.render.top.TopScreen;
import dev.trama.analyzer.render.top.TopState;
import dev.trama.analyzer.render.top.TopState.Sort;
import dev.trama.analyzer.render.top.TopState.Tab;
import dev.trama.analyzer.render.top.Views;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopKeysTest {
  private static final LiveView VIEW = Views.of(9);

  /** What is shown after these keys; ^ stands for escape alone. */
  private static Optional<TopState> typed(String keys) {
    Optional<TopState> state = Optional.of(TopState.FIRST);
    for (int key : keys.chars().toArray()) {
      TopState now = state.orElseThrow();
      state =
          TopKeys.press(now, key == '^' ? 27 : key, () -> TopKeys.NONE, TopScreen.rows(VIEW, now));
    }
    return state;
  }

  private static TopState shown(String keys) {
    return typed(keys).orElseThrow();
  }

  @Test
  void q_quits_butNotWhileTyping() {
    assertThat(typed("q")).isEmpty();
    assertThat(shown("/q").filter()).isEqualTo("q");
  }

  @Test
  void controlC_quitsAlways() {
    assertThat(typed("/\u0003")).isEmpty();
  }

  @Test
  void digitsAndTab_chooseTheTable() {
    assertThat(shown("3").tab()).isEqualTo(Tab.TASKS);
    assertThat(shown("\t").tab()).isEqualTo(Tab.POINTS);
    assertThat(shown("4\t").tab()).isEqualTo(Tab.ENTRIES);
  }

  @Test
  void s_sortsByTheNext() {
    assertThat(shown("s").sort()).isEqualTo(Sort.RATE);
    assertThat(shown("ssss").sort()).isEqualTo(Sort.NOW);
  }

  @Test
  void filter_isKeptByEnterAndClearedByEscape() {
    assertThat(shown("/ab\u007fc\r").filter()).isEqualTo("ac");
    assertThat(shown("/ab\r").typing()).isFalse();
    assertThat(shown("/ab^").filter()).isEmpty();
    assertThat(shown("/ab\r^").filter()).isEmpty();
  }

  @Test
  void enter_goesFromAnEntryToItsTasksToOneOfThem_andEscapeBack() {
    assertThat(shown("jj\r").tab()).isEqualTo(Tab.TASKS);
    assertThat(shown("jj\r").filter()).isEqualTo("Shop.entry2");
    assertThat(shown("jj\r\r").chosen()).isEqualTo(3);
    assertThat(shown("jj\r\r^").chosen()).isZero();
    assertThat(shown("jj\r\r^^").filter()).isEmpty();
  }

  @Test
  void enter_goesFromACarrierToItsTask() {
    assertThat(shown("4\r").chosen()).isEqualTo(100);
  }

  @Test
  void arrowsMoveWithinTheTable() {
    TopState up =
        TopKeys.press(TopState.FIRST, 27, () -> 'A', TopScreen.rows(VIEW, TopState.FIRST))
            .orElseThrow();
    assertThat(up.selectedOf(TopScreen.rows(VIEW, up))).isZero();
    TopState end =
        TopKeys.press(TopState.FIRST, 27, () -> 'F', TopScreen.rows(VIEW, TopState.FIRST))
            .orElseThrow();
    assertThat(end.selectedOf(TopScreen.rows(VIEW, end))).isEqualTo(8);
  }

  @Test
  void space_pausesAndGoesOn() {
    assertThat(shown(" ").paused()).isTrue();
    assertThat(shown("  ").paused()).isFalse();
  }

  @Test
  void h_showsHelp_andAnyWayBackLeavesIt() {
    assertThat(shown("h").help()).isTrue();
    assertThat(shown("hh").help()).isFalse();
    assertThat(shown("h^").help()).isFalse();
    assertThat(shown("h\r").help()).isFalse();
  }
}
