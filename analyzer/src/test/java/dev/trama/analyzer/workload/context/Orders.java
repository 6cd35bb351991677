package dev.trama.analyzer.workload.context;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * Three orders, one after the other in one task; the second has a part in a task of its own. The
 * last is in flight when the program ends: only its start was written.
 */
public final class Orders {
  @Name("app.Order")
  @Label("Order")
  @StackTrace(false)
  static final class OrderEvent extends Event {
    @Contextual String kind;
    @Contextual long orderId;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread.ofVirtual()
        .name("clerk")
        .start(
            () -> {
              order("book", 1001, () -> pause(5));
              order(
                  "book",
                  1002,
                  () -> finish(Thread.ofVirtual().name("packer").start(Orders::pack)));
            })
        .join();
    var inFlight = new CountDownLatch(1);
    Thread.ofVirtual()
        .name("late")
        .start(
            () -> {
              write("film", 1003);
              inFlight.countDown();
              pause(60_000);
            });
    inFlight.await();
  }

  private static void order(String kind, long id, Runnable work) {
    var event = new OrderEvent();
    event.begin();
    write(kind, id);
    work.run();
    event.kind = kind;
    event.orderId = id;
    event.commit();
  }

  /** At the start: nothing is begun, so that it has no duration. */
  private static void write(String kind, long id) {
    var start = new OrderEvent();
    start.kind = kind;
    start.orderId = id;
    start.commit();
  }

  private static void pack() {
    pause(1_500); // so that this order is the slow one, however the machine holds the first up
  }

  private static void finish(Thread packer) {
    try {
      packer.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(Duration.ofMillis(millis));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
