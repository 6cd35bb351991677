package dev.trama.analyzer.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTextTest {
  private static final String LONG_METHOD = "com.example.".repeat(10) + "Cart.checkout";

  @Test
  void fitsIntoAHundredColumns_andKeepsTheEndOfANameAndTheBeginningOfASentence() {
    List<String> lines =
        ResultText.lines(
            List.of("method", "message", "awaits"),
            List.of(List.of(LONG_METHOD, "Tasks queue for " + "a lock ".repeat(30), 12L)));

    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    assertThat(lines.get(1))
        .startsWith("…")
        .contains("Cart.checkout  Tasks queue for")
        .endsWith("12");
  }

  @Test
  void showsNanosecondsAsDurations_butNotInstants() {
    List<String> lines =
        ResultText.lines(
            List.of("total_nanos", "start_nanos", "version", "ratio"),
            List.of(Arrays.asList(1_500_000L, 1_700_000_000_000_000_000L, null, 1.5)));

    assertThat(lines.get(0).strip().split(" +"))
        .containsExactly("total", "start_nanos", "version", "ratio");
    assertThat(lines.get(1)).contains("1.5 ms", "1700000000000000000").endsWith("1.5");
  }

  @Test
  void saysThatThereIsNothing() {
    assertThat(ResultText.lines(List.of("a"), List.of())).containsExactly("No rows.");
  }
}
