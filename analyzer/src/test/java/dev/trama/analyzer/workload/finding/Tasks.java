package dev.trama.analyzer.workload.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import jdk.jfr.FlightRecorder;

/** The virtual threads of a workload; closing waits for all, and fails if one has failed. */
final class Tasks implements AutoCloseable {
  private final List<FutureTask<?>> started = new ArrayList<>();

  /** The task's entry method is the one that is given here: the JDK's frames do not count. */
  Thread start(String name, Callable<?> work) {
    var task = new FutureTask<>(work);
    started.add(task);
    return Thread.ofVirtual().name(name).start(task);
  }

  /** {@code name-0}, {@code name-1} and so on. */
  List<Thread> start(int count, String name, Callable<?> work) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      threads.add(start(name + "-" + i, work));
    }
    return threads;
  }

  @Override
  public void close() throws ExecutionException {
    try {
      for (FutureTask<?> task : started) {
        task.get();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps the carrier. */
  static void spin(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  /** For platform threads: until every one of the threads waits, with or without a limit. */
  static void awaitSuspension(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      while (thread.getState() != Thread.State.WAITING
          && thread.getState() != Thread.State.TIMED_WAITING) {
        Thread.sleep(1);
      }
    }
  }

  /** The recording's; a snapshot makes JFR begin a new one. */
  static void beginChunk() {
    try (var snapshot = FlightRecorder.getFlightRecorder().takeSnapshot()) {
      snapshot.getSize();
    }
  }

  static boolean isTrouble(String[] args) {
    return switch (args[0]) {
      case "trouble" -> true;
      case "lookalike" -> false;
      default -> throw new IllegalArgumentException(args[0]);
    };
  }
}
