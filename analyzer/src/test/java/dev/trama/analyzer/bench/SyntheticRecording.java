package dev.trama.analyzer.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * Writes a recording with a given number of awaits, fast: events of the agent's schema, committed
 * without anything being awaited. Virtual threads commit them, each from one of several stacks.
 *
 * <pre>java ... SyntheticRecording OUT.jfr AWAITS [AWAITS-PER-TASK]</pre>
 */
public final class SyntheticRecording {
  private static final int AT_A_TIME = 64;

  private SyntheticRecording() {}

  @Name("trama.Await")
  @StackTrace(true)
  static final class SyntheticAwait extends Event {
    String kind;

    @Timespan(Timespan.NANOSECONDS)
    long timeout;

    Class<?> awaitable;
    int awaitableId;
    boolean pinned;
    Thread carrier;
    long waker;
    boolean timedOut;
    boolean interrupted;

    @Timespan(Timespan.NANOSECONDS)
    long resumeLatency;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path out = Path.of(args[0]);
    long awaits = Long.parseLong(args[1]);
    int perTask = args.length > 2 ? Integer.parseInt(args[2]) : 100;
    try (var recording = new Recording()) {
      recording.enable("jdk.VirtualThreadStart").withoutStackTrace();
      recording.enable("jdk.VirtualThreadEnd").withoutStackTrace();
      recording.enable(SyntheticAwait.class).withStackTrace();
      recording.start();
      commit(awaits, perTask, Thread.currentThread());
      recording.dump(out);
    }
  }

  private static void commit(long awaits, int perTask, Thread carrier) throws InterruptedException {
    long left = awaits;
    while (left > 0) {
      List<Thread> tasks = new ArrayList<>();
      for (int i = 0; i < AT_A_TIME && left > 0; i++) {
        int count = (int) Math.min(perTask, left);
        left -= count;
        tasks.add(Thread.ofVirtual().name("request-" + i).start(() -> task(count, carrier)));
      }
      for (Thread task : tasks) {
        task.join();
      }
    }
  }

  private static void task(int count, Thread carrier) {
    for (int i = 0; i < count; i++) {
      deeper(i % 40, i, carrier);
    }
  }

  /** Forty stacks of different depths. */
  private static void deeper(int depth, int i, Thread carrier) {
    if (depth > 0) {
      deeper(depth - 1, i, carrier);
      return;
    }
    var await = new SyntheticAwait();
    await.begin();
    await.kind = i % 3 == 0 ? "sleep" : "park";
    await.timeout = i % 3 == 0 ? 1_000_000 : 0;
    await.awaitable = i % 3 == 0 ? null : ReentrantLock.class;
    await.awaitableId = i;
    await.carrier = carrier;
    await.waker = i % 3 == 0 ? 0 : 1;
    await.resumeLatency = i;
    await.commit();
  }
}
