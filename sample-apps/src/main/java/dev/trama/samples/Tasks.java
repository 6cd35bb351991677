package dev.trama.samples;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Where the samples' tasks run: each in a virtual thread of its own, which has a recognisable name.
 */
public final class Tasks {
  private Tasks() {}

  /** Runs the given tasks in threads called {@code prefix-1}, {@code prefix-2}, ... */
  public static ExecutorService named(String prefix) {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(prefix + "-", 1).factory());
  }
}
