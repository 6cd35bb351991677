package dev.trama.probe;

/** The threads that are suspended in one way: how many, and those suspended for longest. */
final class LiveGroup {
  private static final int MAX_SHOWN = 20;

  /** The maximum for all groups together. */
  private static final int MAX_SHOWN_IN_ALL = 1_000;

  /** The longest first. */
  private final OngoingAwait[] oldest = new OngoingAwait[MAX_SHOWN];

  private int size;
  private long awaiting;
  private long ready;

  /** How many tasks of each group to write, so that they are not too many in all. */
  static int shownOf(int groups) {
    return Math.max(1, Math.min(MAX_SHOWN, MAX_SHOWN_IN_ALL / Math.max(1, groups)));
  }

  void add(OngoingAwait await) {
    if (await.wokenBy == 0) {
      awaiting++;
    } else {
      ready++;
    }
    int place = size;
    while (place > 0 && await.sinceNanos - oldest[place - 1].sinceNanos < 0) {
      place--;
    }
    if (place < MAX_SHOWN) {
      size = Math.min(MAX_SHOWN, size + 1);
      System.arraycopy(oldest, place, oldest, place + 1, size - place - 1);
      oldest[place] = await;
    }
  }

  OngoingAwait longest() {
    return oldest[0];
  }

  long awaiting() {
    return awaiting;
  }

  long ready() {
    return ready;
  }

  void commitOldest(long look, long stack, long nowNanos, int most) {
    for (int i = 0; i < Math.min(size, most); i++) {
      OngoingAwait await = oldest[i];
      WaitingTaskEvent event = new WaitingTaskEvent();
      event.look = look;
      event.thread = await.suspended.threadId();
      event.name = Frames.nameOf(await.suspended);
      event.kind = await.kind();
      event.stack = stack;
      event.timed = await.limitNanos() > 0;
      event.pinned = await.isPinned();
      event.awaitable = await.awaitedClass();
      event.awaitableId = await.awaitedId();
      event.owner = StillSuspended.idOf(await.holder());
      event.wokenBy = await.wokenBy;
      event.suspendedFor = Math.max(0, nowNanos - await.sinceNanos);
      event.commit();
    }
  }
}
