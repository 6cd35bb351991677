package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.live.LiveTally;
import dev.trama.analyzer.analyse.live.LiveView;
import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.read.live.LiveStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The views of a program that runs. */
final class TopLive implements TopSource, AutoCloseable {
  private static final long SECOND = 1_000_000_000;
  private static final long ONCE_PATIENCE_NANOS = 60 * SECOND;
  private static final long SILENT_NANOS = 10 * SECOND;

  private final TopTarget target;
  private final LiveTally tally;
  private final LiveStream stream;
  private long looks;
  private long newsNanos = System.nanoTime();

  private TopLive(TopTarget target, LiveTally tally, LiveStream stream) {
    this.target = target;
    this.tally = tally;
    this.stream = stream;
  }

  static TopLive open(TopTarget target, int everySeconds, ReadingOptions reading)
      throws IOException {
    // JFR flushes once a second, but not exactly.
    var tally = new LiveTally(everySeconds * SECOND - SECOND / 4, reading.includeJdk);
    CodeMap code = CodeMap.standard(reading.application);
    return new TopLive(
        target, tally, LiveStream.open(target.repository(), target.from(), code, tally));
  }

  @Override
  public String title() {
    return target.title();
  }

  @Override
  public LiveView view() {
    return tally.view();
  }

  /** The first view with rates; events from before the look do not count in them. */
  LiveView firstView() {
    long deadline = System.nanoTime() + ONCE_PATIENCE_NANOS;
    while (tally.view().looks() < 2) {
      end()
          .ifPresent(
              reason -> {
                throw new UserError(reason);
              });
      if (System.nanoTime() - deadline > 0) {
        throw new UserError(
            "process " + target.pid() + " does not answer; is it or its JFR stopped?");
      }
      LockSupport.parkNanos(SECOND / 20);
    }
    return tally.view();
  }

  @Override
  public void choose(long task) {
    tally.choose(task);
    target.choose(task);
  }

  @Override
  public Optional<String> end() {
    return target.isAlive()
        ? Optional.empty()
        : Optional.of("process " + target.pid() + " has ended");
  }

  @Override
  public String note() {
    long now = System.nanoTime();
    if (tally.view().looks() != looks) {
      looks = tally.view().looks();
      newsNanos = now;
    }
    long silent = now - newsNanos;
    return silent < SILENT_NANOS
        ? ""
        : "no answer for " + silent / SECOND + " s: is the program or its agent stopped?";
  }

  @Override
  public void close() {
    stream.close();
  }
}
