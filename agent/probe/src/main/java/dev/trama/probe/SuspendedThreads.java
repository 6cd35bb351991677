package dev.trama.probe;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The threads that are suspended now: an open-addressed hash table of ongoing suspensions by
 * thread, without locks and without allocation on the hot path. A thread enters itself when it
 * suspends and leaves when it runs again; wakers look it up in between.
 *
 * <p>When a suspension finds no free slot near its own, a larger table becomes the newest; earlier
 * suspensions stay in the older ones, where they are still found. When the table has its last size,
 * a suspension that finds no slot has none, and its waker will be unknown.
 *
 * <p>Design note: fields cannot be added to {@code java.lang.VirtualThread} by retransformation,
 * and a ConcurrentHashMap locks its bins, which a thread about to park must not wait for.
 */
final class SuspendedThreads {
  private static final int FIRST_CAPACITY = 1 << 13;
  private static final int GROWTH = 8;
  private static final int LAST_CAPACITY = 1 << 22;
  private static final int REACH = 16;

  /** How many slots are sampled to estimate how full a table is. */
  private static final int SAMPLE = 1 << 10;

  private static final AtomicReference<Table> newest =
      new AtomicReference<>(new Table(FIRST_CAPACITY, null));

  private SuspendedThreads() {}

  /** One size of the table, and the smaller ones before it. */
  static final class Table {
    final AtomicReferenceArray<OngoingAwait> slots;
    final int mask;

    /** The one before; null when there is none. */
    volatile Table older;

    /** Whether its awaits do not belong to the recording that runs now. */
    volatile boolean forgotten;

    /** Whether this was empty when {@link #tidy} last looked, and not the newest. */
    boolean wasEmpty;

    Table(int capacity, Table older) {
      this.slots = new AtomicReferenceArray<>(capacity);
      this.mask = capacity - 1;
      this.older = older;
    }

    boolean enter(OngoingAwait suspension) {
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

    boolean isEmpty() {
      for (int slot = 0; slot <= mask; slot++) {
        if (slots.getPlain(slot) != null) {
          return false;
        }
      }
      return true;
    }

    /** Thread ids are sequential: they fill the table evenly. */
    int home(Thread thread) {
      return (int) thread.threadId() & mask;
    }
  }

  static void enter(OngoingAwait suspension) {
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

  /**
   * Removes the await, but not one that may have taken its slot since.
   *
   * @return whether to record its end: not if it began before all were forgotten
   */
  static boolean leave(OngoingAwait await) {
    int slot = await.slot;
    if (slot < 0) {
      return true;
    }
    await.slot = -1;
    await.table.slots.compareAndSet(slot, await, null);
    return !await.table.forgotten;
  }

  /**
   * Makes a larger table the newest before this one is full, so that no suspending thread has to.
   * Called by the recorder's thread at each of its turns; it samples slots all over the table.
   */
  static void makeRoom() {
    Table table = newest.get();
    int used = 0;
    int step = (table.mask + 1) / SAMPLE; // ids in sequence fill slots in sequence
    for (int slot = 0; slot <= table.mask; slot += step) {
      if (table.slots.getPlain(slot) != null) {
        used++;
      }
    }
    if (used > SAMPLE / 4) {
      larger(table);
    }
  }

  /**
   * Drops tables that are empty, and goes back to a small one when the newest is. A thread that
   * enters a table that has just been dropped will not be found, and its waker stays unknown. So a
   * table is dropped only if it was already empty, and not the newest, at the last call, a second
   * ago.
   */
  static void tidy() {
    Table table = newest.get();
    Table kept = table;
    for (Table older = table.older; older != null; older = older.older) {
      boolean empty = older.isEmpty();
      if (empty && older.wasEmpty) {
        kept.older = older.older;
      } else {
        older.wasEmpty = empty;
        kept = older;
      }
    }
    if (table.mask >= FIRST_CAPACITY && table.older == null && table.isEmpty()) {
      newest.compareAndSet(table, new Table(FIRST_CAPACITY, table));
    }
  }

  /** Forgets all suspended threads: they will resume when no one records it. */
  static void forgetAll() {
    Table table = newest.getAndSet(new Table(FIRST_CAPACITY, null));
    for (; table != null; table = table.older) {
      table.forgotten = true;
    }
  }

  /**
   * Returns the thread's ongoing suspension, or null when it has none or none that found a place.
   */
  static OngoingAwait find(Thread thread) {
    for (Table table = newest.get(); table != null; table = table.older) {
      int home = table.home(thread);
      for (int i = 0; i < REACH; i++) {
        OngoingAwait found = table.slots.getAcquire((home + i) & table.mask);
        if (found != null && found.suspended == thread) {
          return found;
        }
      }
    }
    return null;
  }

  /** Whether this very await has not ended. */
  @SuppressWarnings("ReferenceEquality")
  static boolean isOngoing(OngoingAwait await) {
    return find(await.suspended) == await;
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

  /** How many slots there are, in all tables. */
  static int capacity() {
    int capacity = 0;
    for (Table table = newest.get(); table != null; table = table.older) {
      capacity += table.mask + 1;
    }
    return capacity;
  }

  /** Calls {@code visitor} with each suspension that is ongoing at some moment of the call. */
  static void forEach(Visitor visitor) {
    for (Table table = newest.get(); table != null; table = table.older) {
      for (int slot = 0; slot <= table.mask; slot++) {
        OngoingAwait suspension = table.slots.getAcquire(slot);
        if (suspension != null) {
          visitor.visit(suspension);
        }
      }
    }
  }

  /** Receives ongoing suspensions. */
  interface Visitor {
    void visit(OngoingAwait suspension);
  }
}
