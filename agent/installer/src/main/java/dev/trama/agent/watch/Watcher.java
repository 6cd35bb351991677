package dev.trama.agent.watch;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The thread that looks once a second. It looks at the suspended threads only if there is a
 * condition or somebody reads the numbers through JMX; else it only sees whether there is a JMX to
 * show them to.
 *
 * <p>A condition that goes on to hold makes one file: it must have ended before it makes another.
 */
public final class Watcher implements Runnable {
  private static final long SECOND = 1_000_000_000;

  /** For so long after the numbers were read they are kept up to date. */
  private static final long ASKED_SECONDS = 120;

  private final DumpOptions options;
  private final Optional<DumpFiles> files;
  private final Consumer<String> say;
  private final Thread thread = new Thread(null, this, "trama-watch", 0, false);
  private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
  private final Set<Condition> held = new HashSet<>();
  private final History history;
  private Optional<StackKinds> kinds = Optional.empty();
  private long lastAskedNanos;
  private volatile boolean stopped;
  private boolean failed;

  private Watcher(DumpOptions options, Path file, Optional<Dumper> dumper, Consumer<String> say) {
    this.options = options;
    this.files = dumper.map(it -> new DumpFiles(file, options, it, say));
    this.say = say;
    this.history =
        new History(Math.max(VirtualThreads.WINDOW_SECONDS, options.longestWindowSeconds()));
  }

  /**
   * Starts to watch.
   *
   * @param file where the recording goes at its end; others are written beside it
   * @param dumper writes them; empty when there is no recording of the agent's own
   * @param say takes lines for standard error
   */
  public static Watcher start(
      DumpOptions options, Path file, Optional<Dumper> dumper, Consumer<String> say) {
    var watcher = new Watcher(options, file, dumper, say);
    watcher.thread.setDaemon(true);
    watcher.thread.start();
    return watcher;
  }

  /** Ends the watching; does not wait for a file that is just being written. */
  public void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  /**
   * Asks for a file. Returns at once: the file is written by the watcher's thread. May be called by
   * any thread.
   *
   * @return whether there will be one: not if there is no recording, or one was written just now
   */
  public boolean request(String reason) {
    if (stopped || files.isEmpty() || !files.get().isDue(System.nanoTime())) {
      return false;
    }
    requests.add(reason == null || reason.isBlank() ? "the application asked" : reason);
    LockSupport.unpark(thread);
    return true;
  }

  @Override
  public void run() {
    var jmx = new JmxRegistration(this);
    long nextNanos = System.nanoTime();
    while (!stopped) {
      long now = System.nanoTime();
      try {
        answer(now);
        if (now - nextNanos >= 0) {
          nextNanos = now + SECOND;
          jmx.registerIfThereIsAnyone();
          look(now);
        }
      } catch (Throwable failure) {
        sayOnce(failure);
      }
      LockSupport.parkNanos(Math.max(1, nextNanos - System.nanoTime()));
    }
    jmx.unregister();
  }

  private void answer(long now) {
    for (String reason; (reason = requests.poll()) != null; ) {
      if (files.isPresent() && files.get().isDue(now)) {
        files.get().write(null, reason, now);
      }
    }
  }

  private void look(long now) {
    if (!options.conditions().isEmpty()) {
      refresh();
      check(options.conditions(), now);
    } else if (isAsked(now)) {
      refresh();
    }
  }

  private synchronized boolean isAsked(long now) {
    return lastAskedNanos != 0 && now - lastAskedNanos < ASKED_SECONDS * SECOND;
  }

  private synchronized void refresh() {
    if (kinds.isEmpty()) {
      kinds = Optional.of(new StackKinds());
    }
    history.add(Scan.take(kinds.get()));
  }

  private synchronized void check(List<Condition> conditions, long now) {
    for (Condition condition : conditions) {
      Optional<String> measured = condition.check(history);
      if (measured.isEmpty()) {
        held.remove(condition);
      } else if (!held.contains(condition) && files.isPresent() && files.get().isDue(now)) {
        held.add(condition);
        files.get().write(condition.text(), measured.get(), now);
      }
    }
  }

  /** What was seen last, not more than a second ago; for whoever shows it. */
  synchronized History asked() {
    long now = System.nanoTime();
    lastAskedNanos = now;
    if (history.isEmpty() || now - history.now().atNanos() > SECOND) {
      refresh();
    }
    return history;
  }

  DumpFiles.Count dumps() {
    return files.map(DumpFiles::count).orElse(new DumpFiles.Count(0, 0, "", ""));
  }

  /** Where nothing was asked for, nothing is missed: the next look may find memory again. */
  private void sayOnce(Throwable failure) {
    if (!failed && !options.conditions().isEmpty()) {
      failed = true;
      say.accept("watching failed (" + failure + "); the application runs on");
    }
  }
}
