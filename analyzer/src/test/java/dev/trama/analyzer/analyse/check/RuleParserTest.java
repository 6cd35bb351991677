package dev.trama.analyzer.analyse.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleParserTest {
  @Test
  void await_hasKindSiteMeasureAndLimit() {
    assertThat(RuleParser.parse("await  queue take at Cart.java:7 p99 <= 1.5ms"))
        .isEqualTo(
            new Rule.AwaitAtMost(
                "queue take",
                "Cart.java:7",
                Rule.Measure.P99,
                1_500_000,
                "await queue take at Cart.java:7 p99 <= 1.5ms"));
  }

  @Test
  void await_withoutSite_isEverywhere() {
    assertThat(RuleParser.parse("await * max <= 2s"))
        .isEqualTo(
            new Rule.AwaitAtMost("*", "*", Rule.Measure.MAX, 2_000_000_000L, "await * max <= 2s"));
  }

  @Test
  void no_knowsTheFindings() {
    assertThat(RuleParser.parse("no pinned")).isEqualTo(new Rule.No("pinned", "no pinned"));
    assertThatThrownBy(() -> RuleParser.parse("no worries"))
        .hasMessageContaining("worries")
        .hasMessageContaining("wait-cycle");
  }

  @Test
  void nonsense_isToldWhatWouldDo() {
    assertThatThrownBy(() -> RuleParser.parse("queues must be short"))
        .hasMessageContaining("queues must be short")
        .hasMessageContaining("await queue take p99 <= 50ms");
  }

  @Test
  void commentsAndBlankLines_areNoRules() {
    assertThat(
            RuleParser.parseAll(List.of("# for CI", "", "lost <= 0  # none", "ready p50 <= 1ms")))
        .containsExactly(
            new Rule.LostAtMost(0, "lost <= 0"),
            new Rule.ReadyAtMost(Rule.Measure.P50, 1_000_000, "ready p50 <= 1ms"));
  }
}
