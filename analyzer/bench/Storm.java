import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A storm of awaits of a realistic mix, to be recorded by the agent: requests that queue for a
 * service, a permit, a lock and a future, sleep now and then, and come from handlers of many
 * shapes, so that there are some hundreds of different stacks.
 *
 * <p>{@code java -javaagent:trama-agent.jar=file=storm.jfr,stacks=all Storm.java [AWAITS]}
 */
public final class Storm {
  /** What one request awaits, roughly: the first one to arrive need not wait. */
  private static final int AWAITS_OF_A_REQUEST = 28;

  private static final int AT_ONCE = 200;

  private final BlockingQueue<CompletableFuture<Integer>> orders = new SynchronousQueue<>();
  private final BlockingQueue<Integer> log = new ArrayBlockingQueue<>(16);
  private final Semaphore connections = new Semaphore(4);
  private final ReentrantLock ledger = new ReentrantLock(true);

  private Storm() {}

  public static void main(String[] args) throws InterruptedException {
    long awaits = args.length > 0 ? Long.parseLong(args[0]) : 10_000_000;
    new Storm().run((int) (awaits / AWAITS_OF_A_REQUEST));
  }

  private void run(int requests) throws InterruptedException {
    for (int i = 0; i < 8; i++) {
      Thread.ofVirtual().name("service-" + i).start(() -> forever(this::serve));
    }
    Thread.ofVirtual().name("logger").start(() -> forever(log::take));
    var running = new Semaphore(AT_ONCE);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < requests; i++) {
        int request = i;
        running.acquire();
        executor.submit(
            () -> {
              route(request % 7, request);
              running.release();
              return request;
            });
      }
    }
  }

  private interface Step {
    void run() throws InterruptedException;
  }

  private static void forever(Step step) {
    try {
      while (true) {
        step.run();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() throws InterruptedException {
    orders.take().complete(1);
  }

  /** As many frames as the stacks of a small framework. */
  private void route(int depth, int request) throws InterruptedException {
    if (depth > 0) {
      if (request % 2 == 0) {
        route(depth - 1, request);
      } else {
        filter(depth - 1, request);
      }
    } else {
      handle(request);
    }
  }

  private void filter(int depth, int request) throws InterruptedException {
    route(depth, request);
  }

  private void handle(int request) throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      order();
      query(i);
      book();
      log.put(request);
      Thread.yield();
    }
    if (request % 8 == 0) {
      Thread.sleep(1);
    }
  }

  private void order() throws InterruptedException {
    var order = new CompletableFuture<Integer>();
    orders.put(order);
    order.join();
  }

  private void query(int i) throws InterruptedException {
    connections.acquire();
    try {
      if (i % 2 == 0) {
        Thread.yield();
      }
    } finally {
      connections.release();
    }
  }

  private void book() {
    ledger.lock();
    try {
      Thread.yield();
    } finally {
      ledger.unlock();
    }
  }
}
