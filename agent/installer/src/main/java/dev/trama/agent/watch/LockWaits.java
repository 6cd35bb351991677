package dev.trama.agent.watch;

import dev.trama.probe.OngoingAwaits;
import java.util.HashMap;
import java.util.Map;

/**
 * Which thread waits for which, by the owners of locks of {@code java.util.concurrent} and of
 * monitors. A young await may be over before the next is read, so only awaits that have lasted
 * count: a thread that has awaited all the time can neither have taken a lock meanwhile nor given
 * one back. For the same reason an owner counts only if it was seen to be one after its own await
 * began.
 */
final class LockWaits {
  private static final long LASTING_NANOS = 1_000_000_000;
  private static final int MAX_WAITS = 10_000;

  private final long nowNanos;
  private final Map<Thread, Wait> waits = new HashMap<>();

  LockWaits(long nowNanos) {
    this.nowNanos = nowNanos;
  }

  /** What one thread awaits. */
  private record Wait(Thread owner, String what, long sinceNanos, long ownerSeenNanos) {}

  void add(OngoingAwaits at) {
    if (nowNanos - at.sinceNanos() >= LASTING_NANOS && waits.size() < MAX_WAITS) {
      Thread owner = at.owner();
      if (owner != null) {
        String what = at.kind().equals("monitor-enter") ? "a monitor" : "a lock";
        waits.put(at.thread(), new Wait(owner, what, at.sinceNanos(), at.ownerSeenNanos()));
      }
    }
  }

  /** A cycle, as text; empty when there is none. */
  String cycle() {
    Map<Thread, Thread> startOf = new HashMap<>();
    for (Thread start : waits.keySet()) {
      Thread at = start;
      while (at != null && !startOf.containsKey(at)) {
        startOf.put(at, start);
        at = next(at);
      }
      if (at != null && startOf.get(at) == start) {
        return text(at);
      }
    }
    return "";
  }

  /**
   * The owner of what the thread awaits; null when the owner itself does not await, or is not
   * certain.
   */
  private Thread next(Thread at) {
    Wait wait = waits.get(at);
    Wait ofOwner = waits.get(wait.owner());
    return ofOwner != null && wait.ownerSeenNanos() - ofOwner.sinceNanos() >= 0
        ? wait.owner()
        : null;
  }

  private String text(Thread first) {
    var text = new StringBuilder(name(first));
    Thread at = first;
    do {
      Wait wait = waits.get(at);
      at = wait.owner();
      text.append(" awaits ").append(wait.what()).append(" of ").append(name(at));
    } while (at != first);
    return text.toString();
  }

  private static String name(Thread thread) {
    return (thread.getName().isEmpty() ? "" : thread.getName() + " ") + "#" + thread.threadId();
  }
}
