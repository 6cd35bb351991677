package dev.trama.analyzer.workload.finding;

import dev.trama.analyzer.workload.context.Contextual;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Tasks spawned for an order write down orders of their own; or the one they work for. */
public final class Forgets {
  private static final int PACKERS = 3;
  private static final long ORDER = 7;

  @Name("app.PackedOrder")
  @Label("Order")
  @StackTrace(false)
  static final class OrderEvent extends Event {
    @Contextual long orderId;
  }

  private interface Work {
    void run() throws Exception;
  }

  private Forgets() {}

  public static void main(String[] args) throws Exception {
    boolean forgets = Tasks.isTrouble(args);
    try (var tasks = new Tasks()) {
      tasks.start("clerk", () -> order(ORDER, () -> spawn(forgets)));
    }
  }

  private static int order(long id, Work work) throws Exception {
    var event = new OrderEvent();
    event.begin();
    work.run();
    event.orderId = id;
    event.commit();
    return 1;
  }

  private static void spawn(boolean forgets) throws InterruptedException {
    Thread[] packers = new Thread[PACKERS];
    for (int i = 0; i < PACKERS; i++) {
      long id = forgets ? 100 + i : ORDER;
      packers[i] = Thread.ofVirtual().name("packer-" + i).start(() -> pack(id)); // => spawned
    }
    for (Thread packer : packers) {
      packer.join();
    }
  }

  private static void pack(long id) {
    try {
      order(id, () -> Thread.sleep(5));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
