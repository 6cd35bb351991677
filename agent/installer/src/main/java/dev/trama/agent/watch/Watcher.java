package dev.trama.agent.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The thread that looks once a second. It looks at the suspended threads only if there is a
 * condition or the numbers are read through JMX; otherwise it only checks whether JMX is in use.
 *
 * <p>A condition that keeps holding causes one file; it must stop holding before it causes another.
 */
public final class Watcher implements Runnable {
  private static final long SECOND = 1_000_000_000;

  /** How long the numbers are kept up to date after they were read. */
  private static final long ASKED_SECONDS = 120;

  private final DumpOptions options;
  private final Optional<DumpFiles> files;
  private final Consumer<String> say;
  private final Thread thread = new Thread(null, this, "trama-watch", 0, false);
  private final Optional<DiskGuard> disk;
  private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();
  private final Set<Condition> held = new HashSet<>();
  private final History history;
  private Optional<StackKinds> kinds = Optional.empty();
  private long lastAskedNanos;
  private volatile boolean stopped;
  private boolean failed;

  private Watcher(
      DumpOptions options, Path file, Optional<OwnRecording> recording, Consumer<String> say) {
    this.options = options;
    this.files = recording.map(it -> new DumpFiles(file, options, it, say));
    this.disk = recording.map(it -> new DiskGuard(it, file, say));
    this.say = say;
    this.history =
        new History(Math.max(VirtualThreads.WINDOW_SECONDS, options.longestWindowSeconds()));
  }

  /** A request for a file; {@code insists} when it does not matter how recent the last one is. */
  private record Request(String reason, boolean insists, CompletableFuture<Path> answer) {}

  /**
   * Starts to watch.
   *
   * @param file where the recording goes at its end; others are written beside it
   * @param recording is written to them; empty when the agent has none of its own
   * @param say takes lines for standard error
   */
  public static Watcher start(
      DumpOptions options, Path file, Optional<OwnRecording> recording, Consumer<String> say) {
    var watcher = new Watcher(options, file, recording, say);
    watcher.thread.setDaemon(true);
    watcher.thread.start();
    return watcher;
  }

  /** Stops watching; does not wait for a file that is being written. */
  public void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  /**
   * Asks for a file. Returns at once: the watcher's thread writes the file. May be called by any
   * thread.
   *
   * @return whether there will be one: not if there is no recording, or one was written just now
   */
  public boolean request(String reason) {
    if (stopped || files.isEmpty() || !files.get().isDue(System.nanoTime())) {
      return false;
    }
    String said = reason == null || reason.isBlank() ? "the application asked" : reason;
    requests.add(new Request(said, false, new CompletableFuture<>()));
    LockSupport.unpark(thread);
    return true;
  }

  /**
   * Has a file written now, however recent the last one is, and waits for it.
   *
   * @throws IOException saying why there is none
   */
  public Path dumpNow(String reason, Duration patience) throws IOException, InterruptedException {
    if (stopped || files.isEmpty()) {
      throw new IOException("the agent there has no recording of its own");
    }
    var answer = new CompletableFuture<Path>();
    requests.add(new Request(reason, true, answer));
    LockSupport.unpark(thread);
    try {
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      Throwable why = failed.getCause() == null ? failed : failed.getCause();
      throw new IOException("the file could not be written (" + why + ")", failed);
    }
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
          if (disk.isPresent()) {
            disk.get().look();
          }
          jmx.registerIfThereIsAnyone();
          look(now);
        }
      } catch (Throwable failure) {
        sayOnce(failure);
      }
      LockSupport.parkNanos(Math.max(1, nextNanos - System.nanoTime()));
    }
    jmx.unregister();
    requests.forEach(it -> it.answer().completeExceptionally(new IOException("tracing stopped")));
  }

  private void answer(long now) {
    for (Request request; (request = requests.poll()) != null; ) {
      if (!canWrite()) {
        request.answer().completeExceptionally(new IOException("the recording has ended"));
      } else if (request.insists() || files.orElseThrow().isDue(now)) {
        write(null, request.reason(), now, request.answer());
      }
    }
  }

  private boolean canWrite() {
    return files.isPresent() && !disk.orElseThrow().hasEnded();
  }

  private void write(String condition, String reason, long now, CompletableFuture<Path> answer) {
    try {
      answer.complete(files.orElseThrow().write(condition, reason, now));
    } catch (IOException said) {
      answer.completeExceptionally(said);
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
      } else if (!held.contains(condition) && canWrite() && files.orElseThrow().isDue(now)) {
        held.add(condition);
        write(condition.text(), measured.get(), now, new CompletableFuture<>());
      }
    }
  }

  /** What was seen at most a second ago; keeps the numbers up to date for a while. */
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

  /** Prints a failure once: the next look may find memory again. */
  private void sayOnce(Throwable failure) {
    if (!failed && !options.conditions().isEmpty()) {
      failed = true;
      say.accept("watching failed (" + failure + "); the application runs on");
    }
  }
}
