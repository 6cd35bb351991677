package dev.trama.benchmarks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of one await, on one carrier, so that a hand-over is a mere switch. Run it with and without
 * the agent by {@code -jvmArgsAppend}; the ratio is what counts:
 *
 * <pre>
 * java -jar agent/benchmarks/target/benchmarks.jar
 * java -jar agent/benchmarks/target/benchmarks.jar -jvmArgsAppend \
 *   -javaagent:agent/installer/target/trama-agent.jar=file=/dev/shm/bench.jfr,stacks=all
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsPrepend = "-Djdk.virtualThreadScheduler.parallelism=1")
public class AwaitBenchmark {
  private static final int AWAITS = 20_000;

  /** Frames of application code below the await. */
  @Param({"10", "40"})
  public int depth;

  private Thread ping;
  private Thread pong;
  private volatile boolean pinged;

  /** Two threads wake each other in turn. */
  @Benchmark
  @OperationsPerInvocation(AWAITS)
  public void parkPingPong() throws InterruptedException {
    pinged = false;
    ping = Thread.ofVirtual().unstarted(() -> deep(depth, () -> turns(true)));
    pong = Thread.ofVirtual().unstarted(() -> deep(depth, () -> turns(false)));
    ping.start();
    pong.start();
    ping.join();
    pong.join();
  }

  private void turns(boolean mine) {
    for (int i = 0; i < AWAITS / 2; i++) {
      while (pinged == mine) {
        LockSupport.park();
      }
      pinged = mine;
      LockSupport.unpark(mine ? pong : ping);
    }
  }

  /** One thread yields while no other is ready. */
  @Benchmark
  @OperationsPerInvocation(AWAITS)
  public void yieldToNobody() throws InterruptedException {
    onVirtualThread(
        () -> {
          for (int i = 0; i < AWAITS; i++) {
            Thread.yield();
          }
        });
  }

  /** A thousand threads sleep for a millisecond, twenty times. */
  @Benchmark
  @OperationsPerInvocation(AWAITS)
  public void sleepStorm() throws InterruptedException {
    int threads = 1_000;
    CountDownLatch done = new CountDownLatch(threads);
    for (int i = 0; i < threads; i++) {
      Thread.startVirtualThread(
          () ->
              deep(
                  depth,
                  () -> {
                    for (int k = 0; k < AWAITS / threads; k++) {
                      LockSupport.parkNanos(1_000_000);
                    }
                    done.countDown();
                  }));
    }
    done.await();
  }

  /** Two threads exchange: parks behind a lock-free meeting point, as in a queue hand-over. */
  @Benchmark
  @OperationsPerInvocation(AWAITS)
  public void exchange() throws InterruptedException {
    Exchanger<Integer> exchanger = new Exchanger<>();
    Runnable partner =
        () -> {
          try {
            for (int i = 0; i < AWAITS / 2; i++) {
              exchanger.exchange(i);
            }
          } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
          }
        };
    Thread other = Thread.startVirtualThread(() -> deep(depth, partner));
    onVirtualThread(partner);
    other.join();
  }

  /** A monitor is handed over: each enter finds it held by a thread that yielded inside. */
  @Benchmark
  @OperationsPerInvocation(AWAITS)
  public void monitorContention() throws InterruptedException {
    Object monitor = new Object();
    Runnable contender =
        () -> {
          for (int i = 0; i < AWAITS / 2; i++) {
            synchronized (monitor) {
              Thread.yield();
            }
          }
        };
    Thread other = Thread.startVirtualThread(() -> deep(depth, contender));
    onVirtualThread(contender);
    other.join();
  }

  private void onVirtualThread(Runnable task) throws InterruptedException {
    Thread.startVirtualThread(() -> deep(depth, task)).join();
  }

  private static void deep(int frames, Runnable task) {
    if (frames > 0) {
      deep(frames - 1, task);
    } else {
      task.run();
    }
  }
}
