package dev.trama.probe;

import java.util.HashMap;
import java.util.Map;

/**
 * Writes which threads are suspended at this moment, once a second while a live view looks, on
 * JFR's thread for periodic events. A look that takes long makes the next ones rarer.
 */
final class LiveLook implements SuspendedThreads.Visitor {
  /** A look may take this share of the time: 2%. */
  private static final int SHARE = 50;

  private static final int MAX_WALKS = 200;
  private static final int MAX_GROUPS = 2_000;

  private static long looks;
  private static long lastNanos;
  private static long lastTook;

  private final Map<Key, LiveGroup> groups = new HashMap<>();
  private final long look;
  private final long nowNanos = System.nanoTime();
  private int walks;

  private LiveLook(long look) {
    this.look = look;
  }

  private record Key(long stack, String kind, boolean timed, boolean pinned) {}

  /** Called by JFR. */
  static synchronized void commitAll() {
    long begin = System.nanoTime();
    if (lastNanos != 0 && begin - lastNanos < SHARE * lastTook) {
      return;
    }
    try {
      LiveLook look = new LiveLook(++looks);
      SuspendedThreads.forEach(look);
      EarlierAwaits.forEach(look);
      look.commit();
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(0);
    }
    lastNanos = System.nanoTime();
    lastTook = lastNanos - begin;
  }

  @Override
  public void visit(OngoingAwait await) {
    if (await.stack == 0) {
      walk(await); // otherwise it would be counted with unrelated awaits
    }
    Key key = new Key(await.stack, await.kind(), await.limitNanos() > 0, await.isPinned());
    LiveGroup group = groups.get(key);
    if (group == null && groups.size() >= MAX_GROUPS) {
      key = new Key(0, key.kind(), key.timed(), key.pinned());
      group = groups.get(key);
    }
    if (group == null) {
      group = new LiveGroup();
      groups.put(key, group);
    }
    group.add(await);
  }

  private void walk(OngoingAwait await) {
    if (walks >= MAX_WALKS) {
      return;
    }
    walks++;
    StackTraceElement[] stack = await.walk();
    if (stack.length > 0) {
      Stacks.writeOfSuspended(await, stack);
    }
  }

  private void commit() {
    int unseen = EarlierAwaits.unseen();
    if (groups.isEmpty() || unseen > 0) {
      WaitingEvent others = new WaitingEvent();
      others.look = look;
      others.kind = unseen > 0 ? "park" : null;
      others.awaiting = unseen;
      others.commit();
    }
    int shown = LiveGroup.shownOf(groups.size());
    for (Map.Entry<Key, LiveGroup> entry : groups.entrySet()) {
      commit(entry.getKey(), entry.getValue(), shown);
    }
  }

  private void commit(Key key, LiveGroup group, int shown) {
    OngoingAwait longest = group.longest();
    if (key.stack() != 0 && !Stacks.isWritten(longest)) {
      walk(longest);
    }
    WaitingEvent event = new WaitingEvent();
    event.look = look;
    event.kind = key.kind();
    event.stack = key.stack();
    event.timed = key.timed();
    event.pinned = key.pinned();
    event.awaitable = longest instanceof AwaitEvent park ? park.awaitable : null;
    event.awaiting = group.awaiting();
    event.ready = group.ready();
    event.longest = Math.max(0, nowNanos - longest.sinceNanos);
    event.thread = longest.suspended.threadId();
    event.name = Frames.nameOf(longest.suspended);
    event.commit();
    group.commitOldest(look, key.stack(), nowNanos, shown);
  }
}
