import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Programs of one shape each, to be recorded by the agent with N awaits and with twice as many: an
 * analysis that compares everything with everything takes four times as long for these.
 *
 * <p>{@code java -javaagent:trama-agent.jar=file=shape.jfr Shapes.java SHAPE N}
 */
public final class Shapes {
  private Shapes() {}

  private interface Step {
    void run() throws InterruptedException;
  }

  public static void main(String[] args) throws InterruptedException {
    int n = Integer.parseInt(args[1]);
    switch (args[0]) {
      case "chain" -> chain(n);
      case "permits" -> permits(n);
      case "lock" -> lock(n);
      case "queue" -> queue(n);
      case "tasks" -> tasks(n);
      case "names" -> names(n);
      default -> throw new IllegalArgumentException("no such shape: " + args[0]);
    }
  }

  private static Thread start(String name, Step step) {
    return Thread.ofVirtual()
        .name(name)
        .start(
            () -> {
              try {
                step.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private static void join(List<Thread> tasks) throws InterruptedException {
    for (Thread task : tasks) {
      task.join();
    }
  }

  /** Two tasks that hand over to each other: every wake-up follows from the one before. */
  private static void chain(int n) throws InterruptedException {
    var there = new SynchronousQueue<Integer>();
    var back = new SynchronousQueue<Integer>();
    var ping =
        start(
            "ping",
            () -> {
              for (int i = 0; i < n / 2; i++) {
                there.put(i);
                back.take();
              }
            });
    var pong =
        start(
            "pong",
            () -> {
              for (int i = 0; i < n / 2; i++) {
                back.put(there.take());
              }
            });
    join(List.of(ping, pong));
  }

  /** Many tasks that pass around two permits of one semaphore. */
  private static void permits(int n) throws InterruptedException {
    var permits = new Semaphore(2);
    contend(
        n,
        () -> {
          permits.acquire();
          try {
            Thread.yield();
          } finally {
            permits.release();
          }
        });
  }

  /** Many tasks and one lock. */
  private static void lock(int n) throws InterruptedException {
    var lock = new ReentrantLock(true);
    contend(
        n,
        () -> {
          lock.lock();
          try {
            Thread.yield();
          } finally {
            lock.unlock();
          }
        });
  }

  private static void contend(int n, Step step) throws InterruptedException {
    int tasks = 64;
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      all.add(
          start(
              "contender-" + i,
              () -> {
                for (int left = n / 2 / tasks; left > 0; left--) {
                  step.run();
                }
              }));
    }
    join(all);
  }

  /** One queue, many tasks that take from it and one that puts one item at a time. */
  private static void queue(int n) throws InterruptedException {
    var queue = new LinkedBlockingQueue<Integer>(1);
    List<Thread> all = new ArrayList<>();
    int takers = 64;
    for (int i = 0; i < takers; i++) {
      all.add(
          start(
              "taker-" + i,
              () -> {
                while (queue.take() >= 0) {
                  Thread.yield();
                }
              }));
    }
    all.add(
        start(
            "putter",
            () -> {
              for (int i = 0; i < n / 3; i++) {
                queue.put(i);
              }
              for (int i = 0; i < takers; i++) {
                queue.put(-1);
              }
            }));
    join(all);
  }

  /** As many tasks as awaits. */
  private static void tasks(int n) throws InterruptedException {
    spawn(n, "");
  }

  /** The same, each with a name of its own. */
  private static void names(int n) throws InterruptedException {
    spawn(n, "named-");
  }

  private static void spawn(int n, String prefix) throws InterruptedException {
    var atOnce = new Semaphore(1_000);
    var builder = Thread.ofVirtual();
    var threads = prefix.isEmpty() ? builder.factory() : builder.name(prefix, 0).factory();
    try (var executor = Executors.newThreadPerTaskExecutor(threads)) {
      for (int i = 0; i < n; i++) {
        atOnce.acquire();
        executor.submit(
            () -> {
              Thread.sleep(1);
              atOnce.release();
              return null;
            });
      }
    }
  }
}
