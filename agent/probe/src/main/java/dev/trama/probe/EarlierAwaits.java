package dev.trama.probe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Awaits that had begun before a live view began to look, so the probes did not see them. They are
 * derived from the threads' states and stacks, and are valid as long as the thread has neither run
 * nor suspended again. When they began is not known: {@link OngoingAwait#sinceNanos} is when they
 * were first seen. Used only by the agent's own threads and JFR's.
 */
public final class EarlierAwaits {
  private static final Deque<Thread> unseen = new ArrayDeque<>();
  private static final IdentityHashMap<Thread, OngoingAwait> awaits = new IdentityHashMap<>();
  private static final Map<String, Text> texts = new HashMap<>();

  private EarlierAwaits() {}

  /** A stack as text, which several awaits may share. */
  private static final class Text {
    final long number = Stacks.nextNumber();
    int writtenIn;
  }

  /** Adds those of these threads of which nothing is known; {@link #see} looks at them in steps. */
  public static synchronized void add(List<Thread> threads) {
    for (Thread thread : threads) {
      if (!awaits.containsKey(thread) && isSuspendedUnknown(thread)) {
        unseen.add(thread);
      }
    }
  }

  /** Looks at up to this many of the added threads: each costs some tens of microseconds. */
  public static synchronized void see(int most) {
    for (int i = 0; i < most && !unseen.isEmpty(); i++) {
      Thread thread = unseen.remove();
      Thread.State state = thread.getState();
      StackTraceElement[] stack = thread.getStackTrace();
      if (stack.length > 0 && isSuspendedUnknown(thread) && thread.getState() == state) {
        OngoingAwait await = describe(thread, state, stack);
        await.suspended = thread;
        await.sinceNanos = System.nanoTime();
        await.stack = texts.computeIfAbsent(Frames.format(stack), it -> new Text()).number;
        awaits.put(thread, await);
      }
    }
  }

  /** Forgets all, when no live view looks any more. */
  public static synchronized void forget() {
    unseen.clear();
    awaits.clear();
    texts.clear();
  }

  /** Shows those that have not ended, after their stacks have been written into the chunk. */
  static synchronized void forEach(SuspendedThreads.Visitor visitor) {
    for (Map.Entry<String, Text> entry : texts.entrySet()) {
      Text text = entry.getValue();
      if (text.writtenIn != Stacks.chunk()) {
        text.writtenIn = Stacks.chunk();
        Stacks.write(text.number, entry.getKey());
      }
    }
    for (Iterator<OngoingAwait> all = awaits.values().iterator(); all.hasNext(); ) {
      OngoingAwait await = all.next();
      if (isSuspendedUnknown(await.suspended)) {
        visitor.visit(await);
      } else {
        all.remove();
      }
    }
  }

  /** How many have not been looked at yet. */
  static synchronized int unseen() {
    return unseen.size();
  }

  /** The await of this thread if it has not ended; otherwise null. */
  static synchronized OngoingAwait find(Thread thread) {
    OngoingAwait await = awaits.get(thread);
    return await != null && isSuspendedUnknown(thread) ? await : null;
  }

  /** Whether it is suspended, and not in an await whose begin the probes have seen. */
  private static boolean isSuspendedUnknown(Thread thread) {
    Thread.State state = thread.getState();
    return (state == Thread.State.WAITING
            || state == Thread.State.TIMED_WAITING
            || state == Thread.State.BLOCKED)
        && SuspendedThreads.find(thread) == null;
  }

  private static OngoingAwait describe(
      Thread thread, Thread.State state, StackTraceElement[] stack) {
    boolean timed = state == Thread.State.TIMED_WAITING;
    boolean waits = stack[0].getClassName().equals("java.lang.Object");
    if (waits || state == Thread.State.BLOCKED) {
      MonitorAwaitEvent monitor = new MonitorAwaitEvent();
      monitor.kind = waits ? MonitorProbe.WAIT : MonitorProbe.ENTER;
      monitor.timeout = timed ? 1 : 0;
      return monitor;
    }
    AwaitEvent park = new AwaitEvent();
    park.kind = sleeps(stack) ? "sleep" : "park";
    park.timeout = timed ? 1 : 0;
    park.blocker = LockSupport.getBlocker(thread);
    if (park.blocker != null) {
      park.awaitable = park.blocker.getClass();
      park.awaitableId = System.identityHashCode(park.blocker);
    }
    return park;
  }

  private static boolean sleeps(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (frame.getMethodName().equals("sleep")
          && frame.getClassName().equals("java.lang.Thread")) {
        return true;
      }
    }
    return false;
  }
}
