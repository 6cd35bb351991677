package dev.trama.agent.watch;

import dev.trama.probe.Recorder;
import dev.trama.probe.Totals;
import java.util.Map;
import java.util.OptionalLong;

/** Shows what a {@link Watcher} sees. */
final class VirtualThreads implements VirtualThreadsMXBean {
  static final int WINDOW_SECONDS = 10;

  private final Watcher watcher;

  VirtualThreads(Watcher watcher) {
    this.watcher = watcher;
  }

  @Override
  public long getAwaiting() {
    return watcher.asked().now().awaiting();
  }

  @Override
  public Map<String, Long> getAwaitingByKind() {
    return watcher.asked().now().awaitingByKind();
  }

  @Override
  public long getReady() {
    return watcher.asked().now().ready();
  }

  @Override
  public double getReadyP50Seconds() {
    return readySeconds(0.5);
  }

  @Override
  public double getReadyP99Seconds() {
    return readySeconds(0.99);
  }

  private double readySeconds(double share) {
    OptionalLong nanos = watcher.asked().readyIn(WINDOW_SECONDS).quantile(share);
    return nanos.isPresent() ? nanos.getAsLong() / 1e9 : Double.NaN;
  }

  @Override
  public double getOldestAwaitSeconds() {
    return watcher.asked().now().oldestNanos() / 1e9;
  }

  @Override
  public double getAwaitsPerSecond() {
    return watcher.asked().awaitsPerSecond(WINDOW_SECONDS);
  }

  @Override
  public long getAwaits() {
    return Totals.awaits();
  }

  @Override
  public long getAwaitsLost() {
    return Totals.lost();
  }

  @Override
  public long getAwaitsWithoutStack() {
    return Totals.withoutStack();
  }

  @Override
  public long getProbeFailures() {
    return Recorder.probeFailures();
  }

  @Override
  public int getStacksKnown() {
    return Totals.stacksKnown();
  }

  @Override
  public long getDumps() {
    return watcher.dumps().written();
  }

  @Override
  public long getDumpsFailed() {
    return watcher.dumps().failed();
  }

  @Override
  public String getLastDumpReason() {
    return watcher.dumps().lastReason();
  }

  @Override
  public String getLastDumpFile() {
    return watcher.dumps().lastFile();
  }

  @Override
  public boolean dump(String reason) {
    return watcher.request(reason);
  }
}
