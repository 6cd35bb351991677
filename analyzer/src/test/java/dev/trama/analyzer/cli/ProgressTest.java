package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private static final long JUST_OVER_A_SECOND = 1_000_000_001;

  private final AtomicLong clock = new AtomicLong();
  private final AtomicLong arrived = new AtomicLong();

  private boolean isShown(boolean wanted, long nanos) {
    try (var progress = new Progress(10L * Progress.EVERY, wanted, clock::get)) {
      Consumer<TraceEvent> through = progress.towards(event -> arrived.incrementAndGet());
      clock.addAndGet(nanos);
      for (int i = 0; i < 2 * Progress.EVERY; i++) {
        through.accept(new TraceEvent.Started(ThreadRef.task(1), i));
      }
      return progress.isShown();
    }
  }

  @Test
  void workOfMoreThanASecond_isShownOnATerminal() {
    assertThat(isShown(true, JUST_OVER_A_SECOND)).isTrue();
    assertThat(arrived).hasValue(2L * Progress.EVERY);
  }

  @Test
  void workOfASecond_isNot() {
    assertThat(isShown(true, 999_999_999)).isFalse();
  }

  @Test
  void inAPipe_nothingIsShownHoweverLongItTakes() {
    assertThat(isShown(false, 60 * JUST_OVER_A_SECOND)).isFalse();
    assertThat(arrived).hasValue(2L * Progress.EVERY);
  }
}
