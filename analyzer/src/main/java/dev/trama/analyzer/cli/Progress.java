package dev.trama.analyzer.cli;

import dev.trama.analyzer.model.TraceEvent;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on stderr, for work of more than a second on a terminal. */
final class Progress implements Consumer<TraceEvent>, AutoCloseable {
  private static final long SHOWN_AFTER_NANOS = 1_000_000_000;

  /** So seldom is the clock read: a million events a second come by. */
  private static final int EVERY = 1 << 14;

  private final Consumer<TraceEvent> sink;
  private final long beginNanos = System.nanoTime();
  private final long expected;
  private long seen;
  private ProgressBar bar;

  /**
   * @param expected about how many events there will be
   */
  Progress(Consumer<TraceEvent> sink, long expected) {
    this.sink = sink;
    this.expected = expected;
  }

  @Override
  public void accept(TraceEvent event) {
    sink.accept(event);
    if ((++seen & (EVERY - 1)) == 0) {
      show();
    }
  }

  private void show() {
    if (bar == null) {
      if (System.nanoTime() - beginNanos < SHOWN_AFTER_NANOS) {
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

  @Override
  public void close() {
    if (bar != null) {
      bar.stepTo(expected);
      bar.close();
    }
  }
}
