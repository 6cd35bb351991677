package dev.trama.probe;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Who is suspended now: an open-addressed hash table of ongoing suspensions by thread, without
 * locks and without allocation on the hot path. A thread enters itself when it suspends and leaves
 * when it runs again; wakers look it up in between.
 *
 * <p>A suspension that finds no free place near its own makes a larger table the newest; those that
 * began before stay findable in the older ones. When the table has its last size, a suspension that
 * finds no place goes without: its waker will be unknown.
 *
 * <p>Design note: fields cannot be added to {@code java.lang.VirtualThread} by retransformation,
 * and a ConcurrentHashMap locks its bins, which a thread about to park must not wait for.
 */
final class SuspendedThreads {
  private static final int FIRST_CAPACITY = 1 << 13;
  private static final int GROWTH = 8;
  private static final int LAST_CAPACITY = 1 << 22;
  private static final int REACH = 16;

  private static final AtomicReference<Table> newest =
      new AtomicReference<>(new Table(FIRST_CAPACITY, null));

  private SuspendedThreads() {}

  /** One size of the table, and the smaller ones before it. */
  static final class Table {
    final AtomicReferenceArray<Ongoing> slots;
    final int mask;
    final Table older;

    Table(int capacity, Table older) {
      this.slots = new AtomicReferenceArray<>(capacity);
      this.mask = capacity - 1;
      this.older = older;
    }

    boolean enter(Ongoing suspension) {
      int home = home(suspension.suspended);
      for (int i = 0; i < REACH; i++) {
        int slot = (home + i) & mask;
        if (slots.getPlain(slot) == null && slots.compareAndSet(slot, null, suspension)) {
          suspension.slot = slot;
          suspension.table = this;
          return true;
        }
      }
      return false;
    }

    /** Thread ids are sequential: they fill the table evenly. */
    int home(Thread thread) {
      return (int) thread.threadId() & mask;
    }
  }

  static void enter(Ongoing suspension) {
    Table table = newest.get();
    while (table != null && !table.enter(suspension)) {
      table = larger(table);
    }
  }

  /** The next size; null when there is none. */
  private static Table larger(Table table) {
    int capacity = (table.mask + 1) * GROWTH;
    if (capacity <= LAST_CAPACITY && newest.get() == table) {
      newest.compareAndSet(table, new Table(capacity, table));
    }
    Table now = newest.get();
    return now == table ? null : now;
  }

  static void leave(Ongoing suspension) {
    if (suspension.slot >= 0) {
      suspension.table.slots.setRelease(suspension.slot, null);
    }
  }

  /**
   * Returns the thread's ongoing suspension, or null when it has none or none that found a place.
   */
  static Ongoing find(Thread thread) {
    for (Table table = newest.get(); table != null; table = table.older) {
      int home = table.home(thread);
      for (int i = 0; i < REACH; i++) {
        Ongoing found = table.slots.getAcquire((home + i) & table.mask);
        if (found != null && found.suspended == thread) {
          return found;
        }
      }
    }
    return null;
  }

  static long count() {
    long count = 0;
    for (Table table = newest.get(); table != null; table = table.older) {
      for (int slot = 0; slot <= table.mask; slot++) {
        if (table.slots.getPlain(slot) != null) {
          count++;
        }
      }
    }
    return count;
  }

  /** Calls {@code visitor} with each suspension that is ongoing at some moment of the call. */
  static void forEach(Visitor visitor) {
    for (Table table = newest.get(); table != null; table = table.older) {
      for (int slot = 0; slot <= table.mask; slot++) {
        Ongoing suspension = table.slots.getAcquire(slot);
        if (suspension != null) {
          visitor.visit(suspension);
        }
      }
    }
  }

  /** Receives ongoing suspensions. */
  interface Visitor {
    void visit(Ongoing suspension);
  }
}
