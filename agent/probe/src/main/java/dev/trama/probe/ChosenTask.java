package dev.trama.probe;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The task that a live view shows, with its stack of this moment: walked once a second, and only
 * while somebody looks at it. A thread is found by its id among those that are suspended or on a
 * carrier; one that changes from one to the other just then is found a second later.
 */
public final class ChosenTask {
  /** By process id of the live view. */
  private static final Map<Long, ChosenTask> chosen = new ConcurrentHashMap<>();

  private final long id;
  private WeakReference<Thread> thread = new WeakReference<>(null);
  private boolean wasFound;

  private ChosenTask(long id) {
    this.id = id;
  }

  /**
   * Shows a task to a live view.
   *
   * @param viewer process id of the live view
   * @param id Java thread id; 0 for none
   */
  public static void choose(long viewer, long id) {
    ChosenTask now = chosen.get(viewer);
    if (id == 0) {
      chosen.remove(viewer);
    } else if (now == null || now.id != id) {
      chosen.put(viewer, new ChosenTask(id));
    }
  }

  /** Called by JFR once a second while a live view looks. */
  static void commitAll() {
    for (Map.Entry<Long, ChosenTask> entry : chosen.entrySet()) {
      try {
        entry.getValue().commit(entry.getKey());
      } catch (Throwable failure) {
        Counters.PROBE_FAILURES.increment(0);
      }
    }
  }

  private void commit(long viewer) {
    Thread task = thread.get();
    if (task == null && !wasFound) {
      task = find();
    }
    ChosenTaskEvent event = new ChosenTaskEvent();
    event.viewer = viewer;
    event.thread = id;
    if (task == null || !task.isAlive()) {
      event.state = wasFound ? "ended" : "gone";
    } else {
      event.name = Frames.nameOf(task);
      describe(event, task);
    }
    event.commit();
  }

  @SuppressWarnings("ReferenceEquality") // this very await
  private static void describe(ChosenTaskEvent event, Thread task) {
    OngoingAwait await = awaitOf(task);
    StackTraceElement[] stack = task.getStackTrace();
    if (await == null || awaitOf(task) != await) {
      event.state = "running";
    } else {
      event.wokenBy = await.wokenBy;
      event.state = event.wokenBy == 0 ? "awaiting" : "ready";
      event.kind = await.kind();
      event.suspendedFor = System.nanoTime() - await.sinceNanos;
      event.owner = StillSuspended.idOf(await.holder());
    }
    event.frames = stack.length == 0 ? null : Frames.format(stack);
  }

  private static OngoingAwait awaitOf(Thread task) {
    OngoingAwait await = SuspendedThreads.find(task);
    return await == null ? EarlierAwaits.find(task) : await;
  }

  private Thread find() {
    for (int slot = 0; slot < MountedThreads.SLOTS; slot++) {
      found(MountedThreads.thread(slot));
    }
    SuspendedThreads.forEach(await -> found(await.suspended));
    EarlierAwaits.forEach(await -> found(await.suspended));
    return thread.get();
  }

  private void found(Thread candidate) {
    if (candidate != null && candidate.threadId() == id) {
      thread = new WeakReference<>(candidate);
      wasFound = true;
    }
  }
}
