package dev.trama.samples.pinned;

import dev.trama.samples.Tasks;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/**
 * A virtual thread can only leave its carrier if all its frames are Java's. Here are two ways to
 * have another frame on the stack, and how it shows: the await is marked as pinned, and nothing
 * else ran on the carrier meanwhile.
 *
 * <p>Runs with one carrier, so that all tasks are affected, and with {@code
 * -Djdk.reflect.useNativeAccessorOnly=true}, which makes a reflective call go through native code
 * as a callback from a C library would.
 */
public final class Pinned {
  public static void main(String[] args) throws InterruptedException {
    List<Callable<Integer>> tasks =
        List.of(
            Pinned::callBackFromNativeCode,
            Pinned::initialiseClass,
            Pinned::sleepWithJavaFramesOnly);
    long start = System.nanoTime();
    try (ExecutorService executor = Tasks.named("task")) {
      executor.invokeAll(tasks);
    }
    System.out.printf(
        "three sleeps of 100 ms took %d ms: two kept the only carrier%n",
        (System.nanoTime() - start) / 1_000_000);
  }

  /** There is a native frame between this method and the one that sleeps. */
  private static int callBackFromNativeCode() throws ReflectiveOperationException {
    Method callback = Pinned.class.getDeclaredMethod("sleep");
    return (int) callback.invoke(null);
  }

  /** The JVM's own code runs the initialiser, and waits for it to return. */
  private static int initialiseClass() {
    return SlowToInitialise.VALUE;
  }

  private static int sleepWithJavaFramesOnly() throws InterruptedException {
    return sleep();
  }

  static int sleep() throws InterruptedException {
    Thread.sleep(100);
    return 100;
  }

  /** Does in its initialiser what an initialiser should not do. */
  private static final class SlowToInitialise {
    static final int VALUE = load();

    private static int load() {
      try {
        return sleep();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
