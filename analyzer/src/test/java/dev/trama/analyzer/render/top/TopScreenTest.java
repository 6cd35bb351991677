package dev.trama.analyzer.render.top;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.render.top.TopState.Sort;
import dev.trama.analyzer.render.top.TopState.Tab;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopScreenTest {
  private static final TopInk COLOUR = TopInk.of(true, StandardCharsets.UTF_8);

  private static List<String> drawn(TopState state, int width, int height) {
    return new TopScreen("Shop (7)", COLOUR).lines(Views.of(60), state, "", width, height);
  }

  private static List<String> text(TopState state, int width, int height) {
    return drawn(state, width, height).stream().map(TopInk::strip).toList();
  }

  @ParameterizedTest
  @CsvSource({"80,24", "160,50", "40,10", "20,3", "300,100", "1,1"})
  void fillsTheTerminalAndNoMore(int width, int height) {
    for (Tab tab : Tab.values()) {
      TopState state = TopState.FIRST.withTab(tab);
      for (TopState shown :
          List.of(state, state.withHelp(true), state.withChosen(7), state.withFilter("x", true))) {
        assertThat(text(shown, width, height))
            .hasSize(height)
            .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
      }
    }
  }

  @Test
  void helpFitsTheUsualTerminal() {
    assertThat(text(TopState.FIRST.withHelp(true), 80, 24))
        .noneSatisfy(line -> assertThat(line).contains("…"))
        .anySatisfy(line -> assertThat(line).startsWith("q "));
  }

  @Test
  void theSelectedRowIsAlwaysOnTheScreen() {
    TopState state = TopState.FIRST;
    List<TopRow> rows = TopScreen.rows(Views.of(60), state);
    for (int i = 0; i < 59; i++) {
      state = state.moved(rows, 1);
    }
    assertThat(text(state, 80, 24)).anySatisfy(line -> assertThat(line).contains("Shop.entry59"));
  }

  @Test
  void theSelectionFollowsItsRow() {
    TopState state = TopState.FIRST;
    state = state.moved(TopScreen.rows(Views.of(60), state), 3);
    TopState byRate = state.withSort(Sort.RATE);
    assertThat(TopScreen.rows(Views.of(60), byRate).getFirst().key()).isEqualTo("Shop.entry59");
    assertThat(state.selectedOf(TopScreen.rows(Views.of(60), byRate))).isEqualTo(56);
  }

  @Test
  void aWideTerminalHasMoreColumns() {
    assertThat(text(TopState.FIRST, 80, 24).toString()).doesNotContain("READY P50");
    assertThat(text(TopState.FIRST, 160, 50).toString()).contains("READY P50", "99 lock");
  }

  @Test
  void onlyRowsWithTheFilterAreShown() {
    String shown = text(TopState.FIRST.withFilter("ENTRY7", false), 80, 24).toString();
    assertThat(shown).contains("Shop.entry7").doesNotContain("Shop.entry8");
  }

  @Test
  void whereOnlyAsciiCanBeShown_thereIsNothingElse() {
    var screen = new TopScreen("Shop (7)", TopInk.of(false, StandardCharsets.US_ASCII));
    for (Tab tab : Tab.values()) {
      assertThat(screen.lines(Views.of(60), TopState.FIRST.withTab(tab), "", 80, 24))
          .allSatisfy(line -> assertThat(TopInk.strip(line)).matches("[ -~]*"));
    }
  }

  @Test
  void withoutColour_thereIsOnlyBrightnessAndReversal() {
    var screen = new TopScreen("Shop (7)", TopInk.of(false, StandardCharsets.UTF_8));
    for (Tab tab : Tab.values()) {
      assertThat(screen.lines(Views.of(9), TopState.FIRST.withTab(tab), "", 80, 24))
          .allSatisfy(line -> assertThat(line).doesNotContainPattern("\u001b\\[[^m]*[349]\\d"));
    }
  }

  @Test
  void plainTextHasAllTablesAndNoEscapes() {
    assertThat(String.join("\n", TopScreen.plain("Shop (7)", Views.of(60))))
        .contains("Shop.entry59", "Shop.java:7", "#60", "carrier-1", "stuck")
        .doesNotContain("\u001b");
  }
}
