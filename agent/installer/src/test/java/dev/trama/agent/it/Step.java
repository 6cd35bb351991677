package dev.trama.agent.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How the programs of the tests take turns: by spinning, because blocking would itself be an await.
 * A thread counts each time it has resumed; another waits until it is suspended, wakes it, and
 * waits for the count, so that neither can be a step ahead.
 */
final class Step {
  private static final BufferedReader INPUT =
      new BufferedReader(new InputStreamReader(System.in, java.nio.charset.StandardCharsets.UTF_8));

  private Step() {}

  /** Spins until the thread is in the state. */
  static void awaitState(Thread thread, Thread.State state) {
    while (thread.getState() != state) {
      Thread.onSpinWait();
    }
  }

  /** Spins until the count is at least this high. */
  static void awaitCount(AtomicInteger count, int least) {
    while (count.get() < least) {
      Thread.onSpinWait();
    }
  }

  /** Prints a line and waits until the test answers. */
  static String ask(String line) throws IOException {
    System.out.println(line);
    return INPUT.readLine();
  }
}
