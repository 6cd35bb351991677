package dev.trama.agent.watch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Predicate;

/** The last moments, a second apart: as many as the longest window needs. */
final class History {
  private static final long SECOND = 1_000_000_000;

  private final long keptNanos;
  private final Deque<Moment> moments = new ArrayDeque<>();

  History(int windowSeconds) {
    this.keptNanos = windowSeconds * SECOND;
  }

  /** Adds a later moment, and drops those that no window needs. */
  void add(Moment moment) {
    moments.addLast(moment);
    while (moments.size() > 2 && isBefore(secondOldest(), moment.atNanos() - keptNanos)) {
      moments.removeFirst();
    }
  }

  private Moment secondOldest() {
    Iterator<Moment> oldest = moments.iterator();
    oldest.next();
    return oldest.next();
  }

  private static boolean isBefore(Moment moment, long nanos) {
    return moment.atNanos() - nanos <= 0;
  }

  boolean isEmpty() {
    return moments.isEmpty();
  }

  Moment now() {
    return moments.getLast();
  }

  /** The newest moment that is at least this old; the oldest when none is. */
  private Moment before(int seconds) {
    long nanos = now().atNanos() - seconds * SECOND;
    Iterator<Moment> newestFirst = moments.descendingIterator();
    Moment moment = now();
    while (newestFirst.hasNext() && !isBefore(moment, nanos)) {
      moment = newestFirst.next();
    }
    return moment;
  }

  /**
   * How long tasks were ready: those whose await ended in the window, and those that are ready now.
   */
  ReadyCounts readyIn(int seconds) {
    return now().readySinceStart().minus(before(seconds).readySinceStart()).plus(now().readyNow());
  }

  /** Awaits per second that ended in the window. */
  double awaitsPerSecond(int seconds) {
    Moment before = before(seconds);
    long nanos = now().atNanos() - before.atNanos();
    return nanos == 0 ? 0 : (now().awaits() - before.awaits()) * 1e9 / nanos;
  }

  /**
   * Whether the predicate held during the whole window; false if part of the window was not seen.
   */
  boolean holdsFor(int seconds, Predicate<Moment> predicate) {
    long from = now().atNanos() - seconds * SECOND;
    Iterator<Moment> newestFirst = moments.descendingIterator();
    while (newestFirst.hasNext()) {
      Moment moment = newestFirst.next();
      if (!predicate.test(moment)) {
        return false;
      }
      if (isBefore(moment, from)) {
        return true;
      }
    }
    return false;
  }
}
