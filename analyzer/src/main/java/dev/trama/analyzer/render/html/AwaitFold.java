package dev.trama.analyzer.render.html;

import java.util.function.Consumer;

/**
 * Reduces the number of awaits when there are too many for a page: neighbouring awaits of one task
 * at one site, all shorter than a limit, become one entry. Their count and times stay exact; lost
 * are where each one was inside the entry, and its waker.
 */
final class AwaitFold {
  private final long belowNanos;
  private Consumer<PageAwait> out = await -> {};
  private PageAwait open = NONE;

  private static final PageAwait NONE = new PageAwait(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /**
   * @param belowNanos awaits at least this long are never folded; 0 to fold none
   */
  AwaitFold(long belowNanos) {
    this.belowNanos = belowNanos;
  }

  /** Begins a task; its entries go to {@code sink}. */
  void task(Consumer<PageAwait> sink) {
    out = sink;
    open = NONE;
  }

  void add(PageAwait await) {
    if (open.count() > 0 && isShort(await) && isAlike(open, await)) {
      open = join(open, await);
      return;
    }
    flush();
    if (isShort(await)) {
      open = await;
    } else {
      out.accept(await);
    }
  }

  /** Ends the task. */
  void flush() {
    if (open.count() > 0) {
      out.accept(open);
    }
    open = NONE;
  }

  private boolean isShort(PageAwait await) {
    boolean ended = (await.flags() & PageAwait.STILL_SUSPENDED) == 0;
    return ended && await.waitNanos() + await.readyNanos() < belowNanos;
  }

  private static boolean isAlike(PageAwait a, PageAwait b) {
    return a.site() == b.site() && a.carrier() == b.carrier();
  }

  private static PageAwait join(PageAwait a, PageAwait b) {
    return new PageAwait(
        a.begin(),
        a.waitNanos() + b.waitNanos(),
        a.readyNanos() + b.readyNanos(),
        a.innerNanos() + b.begin() - a.end(),
        a.count() + 1,
        a.site(),
        a.carrier(),
        Wakers.UNKNOWN,
        0,
        0);
  }
}
