package dev.trama.agent;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Recording;

/**
 * What a live view in another process reads: a recording that keeps nothing, for as long as that
 * process lives. To start it begins a chunk, in which each stack is written anew.
 */
final class Look {
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

  private static final AtomicInteger open = new AtomicInteger();

  private Look() {}

  static boolean isOpen() {
    return open.get() > 0;
  }

  /**
   * Starts one.
   *
   * @param atEnd is done when it has ended with the process
   */
  static void start(long process, Lease.Step atEnd) {
    // The recording is closed by the lease.
    Recording recording = new Recording();
    recording.setName("trama-look-" + process);
    recording.setMaxAge(Duration.ofSeconds(30));
    EVENTS.forEach(name -> recording.enable(name).withoutThreshold());
    recording.enable("trama.Unpark").withoutStackTrace(); // for the names of wakers
    recording.enable("jdk.VirtualThreadStart").withoutStackTrace();
    recording.enable("jdk.VirtualThreadEnd").withoutStackTrace();
    recording.start();
    open.incrementAndGet();
    Lease.until(
        process,
        () -> {
          recording.close();
          LookRequest.ended(process);
          open.decrementAndGet();
          atEnd.run();
        });
  }
}
