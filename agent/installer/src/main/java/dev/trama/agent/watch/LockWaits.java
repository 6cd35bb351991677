package dev.trama.agent.watch;

import dev.trama.probe.OngoingAwaits;
import java.util.HashMap;
import java.util.Map;

/**
 * Who waits for whom, by the owners of locks of {@code java.util.concurrent}. Awaits that are young
 * may be over before the next is read, so only those count that have lasted: a thread that has
 * awaited all the time can neither have taken a lock meanwhile nor given one back.
 */
final class LockWaits {
  private static final long LASTING_NANOS = 1_000_000_000;
  private static final int MOST = 10_000;

  private final long nowNanos;
  private final Map<Thread, Thread> owners = new HashMap<>();

  LockWaits(long nowNanos) {
    this.nowNanos = nowNanos;
  }

  void add(OngoingAwaits at) {
    if (nowNanos - at.sinceNanos() >= LASTING_NANOS && owners.size() < MOST) {
      Thread owner = at.owner();
      if (owner != null) {
        owners.put(at.thread(), owner);
      }
    }
  }

  /** One cycle, as text; empty when there is none. */
  String cycle() {
    Map<Thread, Thread> startOf = new HashMap<>();
    for (Thread start : owners.keySet()) {
      Thread at = start;
      while (at != null && !startOf.containsKey(at)) {
        startOf.put(at, start);
        at = owners.get(at);
      }
      if (at != null && startOf.get(at) == start) {
        return text(at);
      }
    }
    return "";
  }

  private String text(Thread first) {
    var text = new StringBuilder(name(first));
    for (Thread at = owners.get(first); at != first; at = owners.get(at)) {
      text.append(" awaits a lock of ").append(name(at));
    }
    return text.append(" awaits a lock of ").append(name(first)).toString();
  }

  private static String name(Thread thread) {
    return (thread.getName().isEmpty() ? "" : thread.getName() + " ") + "#" + thread.threadId();
  }
}
