package dev.trama.agent.it;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import javax.management.ObjectName;

/** Gets into the given trouble, line by line, and says when it is there. */
final class TroubleProgram {
  private static final int TASKS = 20;
  private static final Semaphore pool = new Semaphore(1);

  private TroubleProgram() {}

  public static void main(String[] args) throws Exception {
    List<Thread> tasks = new ArrayList<>();
    for (int turn = 1; ; turn++) {
      String[] what = Step.ask("next? " + turn).split(" ", 2);
      switch (what[0]) {
        case "sleep" -> Thread.ofVirtual().name("before").start(TroubleProgram::sleep).join();
        case "drain" -> drain(tasks);
        case "refill" -> refill(tasks);
        case "cycle" -> cycle();
        case "monitors" -> monitors();
        case "pin" -> Thread.ofVirtual().name("pinned").start(Pinning::go).join();
        case "ask" -> System.out.println(ask(what[1]));
        case "jmx" -> System.out.println(attribute(what[1]));
        case "operation" -> System.out.println(operation(what[1]));
        default -> System.exit(0);
      }
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void drain(List<Thread> tasks) {
    pool.acquireUninterruptibly();
    for (int i = 0; i < TASKS; i++) {
      tasks.add(
          Thread.ofVirtual()
              .name("borrower-" + i)
              .start(
                  () -> {
                    pool.acquireUninterruptibly();
                    pool.release();
                  }));
    }
    while (pool.getQueueLength() < TASKS) {
      Thread.onSpinWait();
    }
  }

  private static void refill(List<Thread> tasks) throws InterruptedException {
    pool.release();
    for (Thread task : tasks) {
      task.join();
    }
    tasks.clear();
  }

  private static void cycle() {
    var one = new ReentrantLock();
    var other = new ReentrantLock();
    var both = new CyclicBarrier(2);
    Thread.ofVirtual().name("left").start(() -> takeBoth(one, other, both));
    Thread.ofVirtual().name("right").start(() -> takeBoth(other, one, both));
  }

  private static void monitors() {
    var one = new Object();
    var other = new Object();
    var both = new CyclicBarrier(2);
    Thread.ofVirtual().name("left").start(() -> enterBoth(one, other, both));
    Thread.ofVirtual().name("right").start(() -> enterBoth(other, one, both));
  }

  private static void enterBoth(Object first, Object second, CyclicBarrier both) {
    synchronized (first) {
      try {
        both.await();
      } catch (Exception impossible) {
        throw new AssertionError(impossible);
      }
      synchronized (second) {
        throw new AssertionError("there was no deadlock");
      }
    }
  }

  private static void takeBoth(ReentrantLock first, ReentrantLock second, CyclicBarrier both) {
    first.lock();
    try {
      both.await();
      second.lock();
    } catch (Exception impossible) {
      throw new AssertionError(impossible);
    }
  }

  /**
   * A class initialiser is entered by the JVM: there is a native frame, so the thread is pinned.
   */
  private static final class Pinning {
    static {
      LockSupport.parkNanos(200_000_000);
    }

    static void go() {}
  }

  private static Object ask(String reason) throws ReflectiveOperationException {
    return Class.forName("dev.trama.agent.TramaAgent")
        .getMethod("dump", String.class)
        .invoke(null, reason);
  }

  private static ObjectName name() throws Exception {
    var name = new ObjectName("dev.trama:type=VirtualThreads");
    while (!ManagementFactory.getPlatformMBeanServer().isRegistered(name)) {
      LockSupport.parkNanos(10_000_000);
    }
    return name;
  }

  private static Object attribute(String attribute) throws Exception {
    Object value = ManagementFactory.getPlatformMBeanServer().getAttribute(name(), attribute);
    return value instanceof javax.management.openmbean.TabularData table ? table.values() : value;
  }

  private static Object operation(String reason) throws Exception {
    return ManagementFactory.getPlatformMBeanServer()
        .invoke(name(), "dump", new Object[] {reason}, new String[] {String.class.getName()});
  }
}
