package dev.trama.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps in memory what the virtual threads of one test do, for {@code trama-junit}: an await is
 * here before the code after it runs, which a recording cannot guarantee. A task belongs to the
 * watch of its parent, so tests that run at the same time do not see each other's.
 *
 * <p>Without a watch, each probe pays for one read of {@link #isOpen}. The collections are those of
 * the JDK that never lock.
 */
public final class Watch {
  /** About 200 MB with deep stacks; later awaits are only counted. */
  private static final int MAX_AWAITS = 100_000;

  private static final AtomicInteger openWatches = new AtomicInteger();
  private static volatile boolean open;

  private static final ConcurrentSkipListMap<Long, WatchedTask> tasks =
      new ConcurrentSkipListMap<>();

  /** For platform threads, whose births are not seen: the watch of their creator. */
  private static final InheritableThreadLocal<Watch> ofCreator = new InheritableThreadLocal<>();

  /** The watch that also takes the tasks that no other watch has; null when there is none. */
  private static volatile Watch ofAll;

  private final ConcurrentLinkedQueue<WatchedTask> born = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<WatchedAwait> ended = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean closed;

  private final boolean locks;

  private Watch(boolean locks) {
    this.locks = locks;
  }

  /**
   * Begins to watch the tasks that the current thread starts; use {@link #include} for other
   * threads.
   *
   * @param all whether to watch the tasks of all other threads as well
   * @param locks whether to find out what is held during an await, which makes it slower
   * @throws IllegalStateException if {@code all}, and another watch does so already
   */
  public static Watch open(boolean all, boolean locks) {
    Watch watch = new Watch(locks);
    synchronized (Watch.class) {
      if (all && ofAll != null) {
        throw new IllegalStateException("another test is watching the whole JVM already");
      }
      if (all) {
        ofAll = watch;
      }
      open = openWatches.incrementAndGet() > 0;
    }
    if (locks) {
      HeldLocks.follow();
    }
    return watch;
  }

  /**
   * Watches the current thread from now on: the tasks that it starts, and its own awaits if it is
   * virtual.
   */
  public void include() {
    Thread thread = Thread.currentThread();
    if (thread.isVirtual()) {
      adopt(thread, 0, "", null);
    } else {
      ofCreator.set(this);
    }
  }

  /** Undoes {@link #include}; the thread may belong to {@code before} again, which may be null. */
  public static void restore(Watch before) {
    Thread thread = Thread.currentThread();
    if (thread.isVirtual()) {
      tasks.remove(thread.threadId());
    } else if (before == null) {
      ofCreator.remove();
    } else {
      ofCreator.set(before);
    }
  }

  /** The watch of the current thread; null when it has none. */
  public static Watch current() {
    Thread thread = Thread.currentThread();
    if (!thread.isVirtual()) {
      return ofCreator.get();
    }
    WatchedTask task = tasks.get(thread.threadId());
    return task == null ? null : task.watch;
  }

  /** Ends the watch and forgets its tasks, running ones too. */
  public void close() {
    synchronized (Watch.class) {
      if (closed) {
        return;
      }
      closed = true;
      if (ofAll == this) {
        ofAll = null;
      }
      open = openWatches.decrementAndGet() > 0;
    }
    for (WatchedTask task : born) {
      tasks.remove(task.thread.threadId(), task);
    }
    born.clear();
    ended.clear();
  }

  /** The tasks so far, parents before children. */
  public List<WatchedTask> tasks() {
    return new ArrayList<>(born);
  }

  /** How many awaits there were for which {@link #awaits} has no room. */
  public int unkept() {
    return Math.max(0, count.get() - MAX_AWAITS);
  }

  /** The awaits so far: those that have ended, in the order of their ends, and the ongoing ones. */
  public List<WatchedAwait> awaits() {
    List<WatchedAwait> ongoing = new ArrayList<>();
    for (WatchedTask task : born) {
      OngoingAwait await = SuspendedThreads.find(task.thread);
      if (await != null) {
        ongoing.add(WatchedAwait.ongoing(task, await));
      }
    }
    List<WatchedAwait> all = new ArrayList<>(ended);
    for (WatchedAwait await : ongoing) {
      if (!hasEnded(await, all)) {
        all.add(await);
      }
    }
    return all;
  }

  private static boolean hasEnded(WatchedAwait await, List<WatchedAwait> ended) {
    for (int i = ended.size() - 1; i >= 0; i--) { // it would have ended just now
      WatchedAwait other = ended.get(i);
      if (other.thread == await.thread && other.sinceNanos == await.sinceNanos) {
        return true;
      }
    }
    return false;
  }

  static boolean isOpen() {
    return open;
  }

  /** The task of a thread that is watched already; null when there is none. */
  static WatchedTask find(Thread thread) {
    return thread.isVirtual() ? tasks.get(thread.threadId()) : null;
  }

  /** Whether this thread's awaits are watched. */
  static boolean includes(Thread thread) {
    return open && taskOf(thread) != null;
  }

  /** Called in the parent's thread before {@code child} can run. */
  static void starts(Thread child) {
    Thread parent = Thread.currentThread();
    Watch watch = current();
    if (watch == null || watch.closed) {
      watch = ofAll;
    }
    if (watch != null) {
      watch.adopt(child, parent.threadId(), parent.getName(), new Throwable());
    }
  }

  /** Called on the carrier when the thread has ended, before any other thread can know. */
  static void ends(Thread thread) {
    WatchedTask task = tasks.get(thread.threadId());
    if (task != null) {
      task.endNanos = System.nanoTime();
    }
  }

  /** Called when a park, sleep or yield is over, in the thread itself. */
  static void saw(AwaitEvent await, long nowNanos) throws Throwable {
    WatchedTask task = taskOf(await.suspended);
    if (task != null) {
      Object[] held = task.watch.locks ? HeldLocks.ofCurrent(task) : HeldLocks.ofSuspended(task);
      task.watch.keep(new WatchedAwait(task, await, nowNanos, new Throwable(), held));
    }
  }

  /** Called when an await of a monitor is over, on the carrier. */
  static void saw(MonitorAwaitEvent await, long nowNanos) {
    WatchedTask task = taskOf(await.suspended);
    if (task != null) {
      task.watch.keep(new WatchedAwait(task, await, nowNanos));
    }
  }

  private static WatchedTask taskOf(Thread thread) {
    WatchedTask task = tasks.get(thread.threadId());
    Watch all = ofAll;
    return task == null && all != null ? all.adopt(thread, 0, "", null) : task;
  }

  private WatchedTask adopt(Thread thread, long parent, String parentName, Throwable where) {
    WatchedTask task = new WatchedTask(this, thread, parent, parentName, where);
    WatchedTask before = tasks.putIfAbsent(thread.threadId(), task);
    if (before != null) {
      return before;
    }
    born.add(task);
    if (closed) { // which may have missed it
      tasks.remove(thread.threadId(), task);
    }
    return task;
  }

  private void keep(WatchedAwait await) {
    if (!closed && count.incrementAndGet() <= MAX_AWAITS) {
      ended.add(await);
    }
  }
}
