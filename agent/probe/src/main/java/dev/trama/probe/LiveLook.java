package dev.trama.probe;

import java.util.HashMap;
import java.util.Map;

/**
 * What live views show of this moment, once a second while somebody looks. Runs on JFR's thread for
 * periodic events. A look that takes long makes the next ones rarer.
 */
final class LiveLook implements SuspendedThreads.Visitor {
  /** A look may take this share of the time. */
  private static final int SHARE = 50;

  private static final int MOST_WALKS = 200;
  private static final int MOST_GROUPS = 2_000;

  private static long looks;
  private static long lastNanos;
  private static long lastTook;
  private static final long[] lastMounts = new long[MountedThreads.SLOTS];
  private static final long[] sinceNanos = new long[MountedThreads.SLOTS];

  private final Map<Key, Group> groups = new HashMap<>();
  private final long nowNanos = System.nanoTime();
  private int walks;

  private LiveLook() {}

  private record Key(long stack, String kind, boolean timed, boolean pinned) {}

  private static final class Group {
    OngoingAwait longest;
    long awaiting;
    long ready;
  }

  /** Commits who is suspended, and how. */
  static synchronized void commitWaiting() {
    long begin = System.nanoTime();
    if (lastNanos != 0 && begin - lastNanos < SHARE * lastTook) {
      return;
    }
    try {
      LiveLook look = new LiveLook();
      SuspendedThreads.forEach(look);
      look.commit(++looks);
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(0);
    }
    lastNanos = System.nanoTime();
    lastTook = lastNanos - begin;
  }

  @Override
  public void visit(OngoingAwait await) {
    boolean pinned = false;
    boolean timed = false;
    if (await instanceof AwaitEvent park) {
      pinned = park.pinned;
      timed = park.timeout > 0;
    } else if (await instanceof MonitorAwaitEvent monitor) {
      timed = monitor.timeout > 0;
    }
    Key key = new Key(await.stack, await.kind(), timed, pinned);
    Group group = groups.get(key);
    if (group == null) {
      if (groups.size() >= MOST_GROUPS) {
        key = new Key(0, await.kind(), timed, pinned);
        group = groups.get(key);
      }
      if (group == null) {
        group = new Group();
        groups.put(key, group);
      }
    }
    if (await.wokenBy == 0) {
      group.awaiting++;
    } else {
      group.ready++;
    }
    if (group.longest == null || await.sinceNanos - group.longest.sinceNanos < 0) {
      group.longest = await;
    }
  }

  private void commit(long look) {
    if (groups.isEmpty()) {
      WaitingEvent nobody = new WaitingEvent();
      nobody.look = look;
      nobody.commit();
    }
    for (Map.Entry<Key, Group> entry : groups.entrySet()) {
      commit(look, entry.getKey(), entry.getValue());
    }
  }

  private void commit(long look, Key key, Group group) {
    OngoingAwait longest = group.longest;
    if (!Stacks.isWritten(longest) && walks++ < MOST_WALKS) {
      StillSuspended.walk(longest);
    }
    WaitingEvent event = new WaitingEvent();
    event.look = look;
    event.kind = key.kind();
    event.stack = longest.stack;
    event.timed = key.timed();
    event.pinned = key.pinned();
    event.awaitable = longest instanceof AwaitEvent park ? park.awaitable : null;
    event.awaiting = group.awaiting;
    event.ready = group.ready;
    event.longest = nowNanos - longest.sinceNanos;
    event.thread = longest.suspended.threadId();
    event.name = nameOf(longest.suspended);
    event.commit();
  }

  private static String nameOf(Thread thread) {
    return thread.getName().isEmpty() ? null : thread.getName();
  }

  /** Commits what the carriers run. */
  static synchronized void commitRunning() {
    long now = System.nanoTime();
    for (int slot = 0; slot < MountedThreads.SLOTS; slot++) {
      Thread carrier = MountedThreads.carrier(slot);
      if (carrier == null || !carrier.isAlive()) {
        continue;
      }
      long mounts = MountedThreads.mounts(slot);
      if (mounts != lastMounts[slot]) {
        lastMounts[slot] = mounts;
        sinceNanos[slot] = now;
      }
      Thread thread = MountedThreads.thread(slot);
      boolean runs = thread != null && thread.isAlive();
      RunningEvent event = new RunningEvent();
      event.carrier = carrier.getName();
      if (runs) {
        event.thread = thread.threadId();
        event.name = nameOf(thread);
        event.runningFor = now - sinceNanos[slot];
      }
      event.commit();
    }
  }
}
