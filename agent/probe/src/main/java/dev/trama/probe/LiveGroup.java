package dev.trama.probe;

/** Those who are suspended in one way: how many, and the ones suspended for longest. */
final class LiveGroup {
  private static final int MOST = 20;

  /** Of all groups together. */
  private static final int MOST_OF_ALL = 1_000;

  /** The longest first. */
  private final OngoingAwait[] oldest = new OngoingAwait[MOST];

  private int size;
  private long awaiting;
  private long ready;

  /** How many tasks of each group are told, so that they are not too many together. */
  static int shownOf(int groups) {
    return Math.max(1, Math.min(MOST, MOST_OF_ALL / Math.max(1, groups)));
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
    if (place < MOST) {
      size = Math.min(MOST, size + 1);
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
      event.name = await.suspended.getName().isEmpty() ? null : await.suspended.getName();
      event.kind = await.kind();
      event.stack = stack;
      event.timed = LiveLook.isTimed(await);
      event.pinned = LiveLook.isPinned(await);
      if (await instanceof AwaitEvent park) {
        event.awaitable = park.awaitable;
        event.awaitableId = park.awaitableId;
      } else if (await instanceof MonitorAwaitEvent monitor) {
        event.awaitable = monitor.monitorClass;
        event.awaitableId = monitor.monitorId;
      }
      event.owner = StillSuspended.ownerOf(await);
      event.wokenBy = await.wokenBy;
      event.suspendedFor = nowNanos - await.sinceNanos;
      event.commit();
    }
  }
}
