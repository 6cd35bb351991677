package dev.trama.analyzer.cli;

import dev.trama.analyzer.model.TraceEvent;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on stderr, for work of more than a second on a terminal. */
final class Progress implements AutoCloseable {
  private static final long SHOWN_AFTER_NANOS = 1_000_000_000;

  /** Events between two looks at the clock; there are about a million a second. */
  static final int EVERY = 1 << 14;

  private final long expected;
  private final boolean wanted;
  private final LongSupplier clock;
  private final long beginNanos;
  private long seen;
  private ProgressBar bar;

  /**
   * @param expected about how many events there will be
   * @param wanted whether there is a terminal to show it
   */
  Progress(long expected, boolean wanted, LongSupplier clock) {
    this.expected = expected;
    this.wanted = wanted;
    this.clock = clock;
    this.beginNanos = clock.getAsLong();
  }

  static Progress of(long expected) {
    return new Progress(expected, Output.isTerminal(), System::nanoTime);
  }

  /** Counts the events on their way to {@code sink}. */
  Consumer<TraceEvent> towards(Consumer<TraceEvent> sink) {
    if (!wanted) {
      return sink;
    }
    return event -> {
      sink.accept(event);
      if ((++seen & (EVERY - 1)) == 0) {
        show();
      }
    };
  }

  private void show() {
    if (bar == null) {
      if (clock.getAsLong() - beginNanos < SHOWN_AFTER_NANOS) {
        return;
      }
      bar =
          new ProgressBarBuilder()
              .setTaskName("reading")
              .setInitialMax(expected)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .clearDisplayOnFinish()
              .build();
    }
    bar.stepTo(Math.min(seen, expected));
  }

  boolean isShown() {
    return bar != null;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.stepTo(expected);
      bar.close();
    }
  }
}
