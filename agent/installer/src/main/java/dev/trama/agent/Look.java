package dev.trama.agent;

import dev.trama.probe.ChosenTask;
import dev.trama.probe.EarlierAwaits;
import dev.trama.probe.LiveEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Recording;

/**
 * What a live view in another process reads: a recording that keeps nothing, as long as that
 * process lives, however it ends. Starting it begins a chunk, in which each stack is written again.
 *
 * <p>Design note: the task that the view shows is named in a file. Attaching could ask for it as
 * well, but the JVM prints a warning each time, on the program's standard error.
 */
final class Look implements Runnable {
  private static final List<String> EVENTS =
      List.of(
          "trama.Await",
          "trama.MonitorAwait",
          "trama.Stack",
          "trama.Spawn",
          "trama.Completeness",
          "trama.Waiting",
          "trama.WaitingTask",
          "trama.Running",
          "trama.ChosenTask");

  private static final long TURN_MILLIS = 250;
  private static final int SEEN_A_TURN = 500;
  private static final AtomicInteger open = new AtomicInteger();

  private final long process;
  private final Recording recording = new Recording();
  private final Step atEnd;

  private Look(long process, Step atEnd) {
    this.process = process;
    this.atEnd = atEnd;
  }

  interface Step {
    void run() throws Exception;
  }

  static boolean isOpen() {
    return open.get() > 0;
  }

  /**
   * Starts one.
   *
   * @param threads the virtual threads that exist, which may be suspended already
   * @param atEnd runs when this has ended with the process
   */
  static void start(long process, List<Thread> threads, Step atEnd) {
    LiveEvents.offer();
    Look look = new Look(process, atEnd);
    look.record();
    EarlierAwaits.add(threads);
    open.incrementAndGet();
    Thread thread = new Thread(null, look, "trama-look", 0, false);
    thread.setDaemon(true);
    thread.start();
  }

  private void record() {
    recording.setName("trama-look-" + process);
    recording.setMaxAge(Duration.ofSeconds(30));
    EVENTS.forEach(name -> recording.enable(name).withoutThreshold());
    recording.enable("trama.Unpark").withoutStackTrace(); // for the names of wakers
    recording.enable("jdk.VirtualThreadStart").withoutStackTrace();
    recording.enable("jdk.VirtualThreadEnd").withoutStackTrace();
    recording.start();
  }

  @Override
  public void run() {
    Path request = Path.of(System.getProperty("jdk.jfr.repository"), "trama-look-" + process);
    try {
      showUntilEnd(request);
    } catch (InterruptedException nobodyDoes) {
      // as if it had ended
    } catch (Throwable failure) {
      TramaAgent.say("the live view of process " + process + " ends (" + failure + ")");
    } finally {
      end(request);
    }
  }

  /** The id may be given to another process later, so the present process is looked up once. */
  private void showUntilEnd(Path request) throws InterruptedException {
    Optional<ProcessHandle> viewer = ProcessHandle.of(process);
    while (viewer.isPresent() && viewer.get().isAlive()) {
      EarlierAwaits.see(SEEN_A_TURN);
      ChosenTask.choose(process, asked(request));
      Thread.sleep(TURN_MILLIS);
    }
  }

  private void end(Path request) {
    ChosenTask.choose(process, 0);
    recording.close();
    if (open.decrementAndGet() == 0) {
      EarlierAwaits.forget();
    }
    try {
      Files.deleteIfExists(request);
      atEnd.run();
    } catch (CannotTraceException endedAlready) {
      // by another process, which did not wait for it
    } catch (Exception failure) {
      TramaAgent.say("cannot undo what the live view of process " + process + " began: " + failure);
    }
  }

  private static long asked(Path request) {
    try {
      return Files.exists(request) ? Long.parseLong(Files.readString(request).strip()) : 0;
    } catch (IOException | NumberFormatException beingWritten) {
      return 0;
    }
  }
}
