package dev.trama.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
  @Test
  void thoseOfTheDocumentation() {
    assertThat(Conditions.parse("ready.p99>20ms/30s"))
        .isEqualTo(new Condition.ReadyTime("ready.p99>20ms/30s", 0.99, 20_000_000, 30));
    assertThat(Conditions.parse("ready.max > 1s"))
        .isEqualTo(new Condition.ReadyTime("ready.max>1s", 1, 1_000_000_000, 10));
    assertThat(Conditions.parse("awaiting(connection pool)>50"))
        .isEqualTo(
            new Condition.AwaitingTasks("awaiting(connection pool)>50", "connection pool", 50, 0));
    assertThat(Conditions.parse("awaiting>1000/1m"))
        .isEqualTo(new Condition.AwaitingTasks("awaiting>1000/1m", "", 1000, 60));
    assertThat(Conditions.parse("stuck>10s"))
        .isEqualTo(new Condition.Stuck("stuck>10s", "", 10_000_000_000L));
    assertThat(Conditions.parse("stuck(future get)>1m"))
        .isEqualTo(new Condition.Stuck("stuck(future get)>1m", "future get", 60_000_000_000L));
    assertThat(Conditions.parse("pinned>100ms"))
        .isEqualTo(new Condition.Pinned("pinned>100ms", 100_000_000));
    assertThat(Conditions.parse("ready>100/5s"))
        .isEqualTo(new Condition.ReadyTasks("ready>100/5s", 100, 5));
    assertThat(Conditions.parse("finding=wait-cycle"))
        .isEqualTo(new Condition.WaitCycle("finding=wait-cycle"));
  }

  @ParameterizedTest
  @CsvSource({
    "ready.p95>1ms, valid is ready.p50",
    "ready.p99<1ms, valid is",
    "finding=contended, valid is",
    "ready.p99>20, needs a unit",
    "ready.p99>20h, needs a unit",
    "awaiting>20ms, has no unit",
    "awaiting(conection pool)>5, there is no kind 'conection pool'; there are barrier",
    "stuck>10s/30s, only ready and awaiting take a window",
    "pinned(lock)>1s, only awaiting and stuck take a kind",
    "awaiting>5/11m, 1s to 10m",
    "awaiting>5/0s, 1s to 10m",
  })
  void whatIsWrong_isSaid(String text, String said) {
    assertThatThrownBy(() -> Conditions.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }
}
