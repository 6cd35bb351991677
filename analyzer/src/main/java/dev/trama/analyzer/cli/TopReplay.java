package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.live.LiveTally;
import dev.trama.analyzer.analyse.live.LiveView;
import dev.trama.analyzer.model.LiveEvent;
import dev.trama.analyzer.model.Recording;
import java.util.Optional;

/** The views of a recording, told as if it were going on. */
final class TopReplay implements TopSource {
  private static final long SECOND = 1_000_000_000;

  private final String title;
  private final Recording recording;
  private final LiveTally tally;
  private final ReplayedTasks tasks;
  private final long everyNanos;
  private long atNanos;
  private long shownNanos = System.nanoTime();

  TopReplay(String title, Recording recording, boolean includeJdk, int everySeconds) {
    this.title = title;
    this.recording = recording;
    this.tally = new LiveTally(0, includeJdk);
    this.tasks = new ReplayedTasks(recording, tally);
    this.everyNanos = everySeconds * SECOND;
    this.atNanos = recording.info().startNanos();
    tally.accept(new LiveEvent.Passed(atNanos));
  }

  private boolean isOver() {
    return atNanos >= recording.info().endNanos();
  }

  private void advance() {
    long from = atNanos;
    atNanos = Math.min(recording.info().endNanos(), atNanos + everyNanos);
    tasks.advance(from, atNanos);
    tally.accept(new LiveEvent.Passed(atNanos));
  }

  /** The view of the end. */
  LiveView last() {
    while (!isOver()) {
      advance();
    }
    return tally.view();
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public LiveView view() {
    long now = System.nanoTime();
    if (!isOver() && now - shownNanos >= everyNanos) {
      shownNanos = now;
      advance();
    }
    return tally.view();
  }

  @Override
  public void choose(long task) {
    tally.choose(task);
  }

  @Override
  public Optional<String> end() {
    return Optional.empty();
  }

  @Override
  public String note() {
    return isOver() ? "the recording ends here" : "";
  }
}
