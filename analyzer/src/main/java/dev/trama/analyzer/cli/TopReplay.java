package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.live.LiveTally;
import dev.trama.analyzer.analyse.live.LiveView;
import dev.trama.analyzer.model.LiveEvent;
import dev.trama.analyzer.model.Recording;
import java.util.Optional;

/** The views of a recording, replayed as if it were live. */
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

  private void advance(long toNanos) {
    long from = atNanos;
    atNanos = Math.min(toNanos, Math.min(recording.info().endNanos(), from + everyNanos));
    tasks.advance(from, atNanos);
    tally.accept(new LiveEvent.Passed(atNanos));
  }

  /** Advances to this time into the recording, or to its end. */
  void goTo(long intoNanos) {
    long start = recording.info().startNanos();
    long to = start + Math.min(intoNanos, recording.info().endNanos() - start);
    while (atNanos < to) {
      advance(to);
    }
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
      advance(Long.MAX_VALUE);
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
