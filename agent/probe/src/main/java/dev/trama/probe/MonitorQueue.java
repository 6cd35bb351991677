package dev.trama.probe;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Hands finished monitor awaits from carriers, where a committed event would be lost, to the daemon
 * thread, which commits them. A Treiber stack: carriers never wait for the daemon or for each
 * other.
 */
final class MonitorQueue {
  /** About 50 MB of events; beyond that awaits are lost, and counted. */
  private static final long MAX_QUEUED = 1 << 19;

  private static final AtomicReference<MonitorAwaitEvent> newest = new AtomicReference<>();
  private static final AtomicLong size = new AtomicLong();

  private MonitorQueue() {}

  static void add(MonitorAwaitEvent await) {
    if (size.incrementAndGet() > MAX_QUEUED) {
      size.decrementAndGet();
      Counters.LOST.increment(await.thread);
      return;
    }
    MonitorAwaitEvent next;
    do {
      next = newest.getPlain();
      await.next = next;
    } while (!newest.compareAndSet(next, await));
  }

  /**
   * Commits what is queued, oldest first. Called on platform threads only, one at a time: when it
   * returns at the end of a recording, everything taken from the queue has been committed.
   */
  static synchronized void drain() {
    MonitorAwaitEvent oldest = null;
    MonitorAwaitEvent await = newest.getAndSet(null);
    while (await != null) {
      MonitorAwaitEvent next = await.next;
      await.next = oldest;
      oldest = await;
      await = next;
    }
    for (; oldest != null; oldest = oldest.next) {
      size.decrementAndGet();
      if (oldest.walked != null) {
        Stacks.write(oldest, oldest.walked);
      } else if (!Stacks.isWritten(oldest)) {
        Counters.WITHOUT_STACK.increment(oldest.thread);
      }
      oldest.commit();
      Counters.COMMITTED.increment(oldest.thread);
    }
  }
}
