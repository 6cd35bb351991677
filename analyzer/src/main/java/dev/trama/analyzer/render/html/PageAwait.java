package dev.trama.analyzer.render.html;

/**
 * One await as the page needs it, or several short ones folded to one entry when a recording is too
 * large for a page. Times are nanoseconds.
 *
 * @param begin since the recording's start; negative when it began before
 * @param waitNanos from giving up the carrier to being woken; the sum, when folded
 * @param readyNanos from being woken to running again; the sum, when folded
 * @param innerNanos running time between the awaits folded here; 0 for a single await
 * @param count awaits folded here; 1 for a single await
 * @param site number of the stack, kind and awaitable
 * @param carrier number of the carrier given up; -1 when unknown
 * @param waker its waker, as {@link Wakers} encodes it
 * @param timeoutNanos 0 when not timed
 * @param flags bits of {@link #TIMED_OUT} and the others
 */
record PageAwait(
    long begin,
    long waitNanos,
    long readyNanos,
    long innerNanos,
    int count,
    int site,
    int carrier,
    int waker,
    long timeoutNanos,
    int flags) {
  static final int TIMED_OUT = 1;
  static final int INTERRUPTED = 2;
  static final int PINNED = 4;
  static final int STILL_SUSPENDED = 8;
  static final int BEGAN_BEFORE = 16;
  static final int READY_UNKNOWN = 32;

  long end() {
    return begin + waitNanos + readyNanos + innerNanos;
  }
}
