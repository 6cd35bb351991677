package dev.trama.probe;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The stacks that were seen before, by their fingerprints. A stack's number is its slot in the
 * table, counted over all tables so far, so that no number is ever given twice.
 *
 * <p>Nothing here locks or allocates on the hot path; {@link #makeRoom} replaces a table by a
 * larger one on the recorder's thread. Counters are plain: a lost update only causes a stack to be
 * written or verified once more.
 */
final class KnownStacks {
  private static final int FIRST_CAPACITY = 1 << 12;
  private static final int LAST_CAPACITY = 1 << 18;
  private static final int REACH = 32;

  private static final int WAKERS_FIRST = 8;
  private static final int WAKERS_ONE_IN = 256;
  private static final int COUNT_BITS = 20;
  private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
  private static final int CHUNK_MASK = (1 << (Integer.SIZE - COUNT_BITS)) - 1;

  private static volatile Table current = new Table(FIRST_CAPACITY, 1);

  private KnownStacks() {}

  /** One size of the table, or a table from before the stacks were forgotten. */
  static final class Table {
    final AtomicLongArray fingerprints;

    /** Number of the first slot. */
    final long firstNumber;

    /** The chunk in which the stack was written last; 0 for none yet. */
    final int[] writtenIn;

    /** Hash of the walked stack; 0 when it was not walked. */
    final int[] contents;

    /** How often the stack was recognised. */
    final int[] recognised;

    /** How many wake-ups of this stack were seen in a chunk: the chunk's low bits, the count. */
    private final int[] wakeUps;

    private final AtomicInteger used = new AtomicInteger();

    Table(int capacity, long firstNumber) {
      this.fingerprints = new AtomicLongArray(capacity);
      this.firstNumber = firstNumber;
      this.writtenIn = new int[capacity];
      this.contents = new int[capacity];
      this.recognised = new int[capacity];
      this.wakeUps = new int[capacity];
    }

    /** Slot of the fingerprint, which is added if it is new; -1 when there is no room. */
    int slotOf(long fingerprint) {
      int mask = fingerprints.length() - 1;
      int home = (int) (fingerprint >>> 32) & mask;
      for (int i = 0; i < REACH; i++) {
        int slot = (home + i) & mask;
        long known = fingerprints.getPlain(slot);
        if (known == 0) {
          if (fingerprints.compareAndSet(slot, 0, fingerprint)) {
            used.incrementAndGet();
            return slot;
          }
          known = fingerprints.get(slot);
        }
        if (known == fingerprint) {
          return slot;
        }
      }
      return -1;
    }

    /** Whether the waker of such an await is probably at a place that has not been recorded yet. */
    boolean isWakerNew(int slot, int chunk) {
      int before = wakeUps[slot];
      int count = before >>> COUNT_BITS == (chunk & CHUNK_MASK) ? before & COUNT_MASK : 0;
      if (count < COUNT_MASK) {
        wakeUps[slot] = chunk << COUNT_BITS | count + 1;
      }
      return count < WAKERS_FIRST || (count & (WAKERS_ONE_IN - 1)) == 0;
    }
  }

  /** Names the await's stack by the number of its fingerprint. */
  static void name(OngoingAwait await, long fingerprint) {
    Table table = current;
    int slot = table.slotOf(fingerprint);
    if (slot >= 0) {
      await.stack = table.firstNumber + slot;
      await.knownStacks = table;
    }
  }

  /**
   * Slot of the await's stack in its table; -1 when it has none, or is just being named: wakers and
   * readers look at an await while its carrier names its stack.
   */
  static int slotOf(OngoingAwait await) {
    Table table = await.knownStacks;
    long slot = table == null ? -1 : await.stack - table.firstNumber;
    return slot >= 0 && slot < table.writtenIn.length ? (int) slot : -1;
  }

  /** Forgets all stacks: their addresses are no longer valid. */
  static synchronized void forget() {
    replace(current.fingerprints.length());
  }

  /** Replaces a table that fills up; called by the recorder's thread. */
  static synchronized void makeRoom() {
    Table table = current;
    int capacity = table.fingerprints.length();
    if (table.used.get() > capacity / 2) {
      replace(Math.min(LAST_CAPACITY, 2 * capacity));
    }
  }

  private static void replace(int capacity) {
    Table table = current;
    current = new Table(capacity, table.firstNumber + table.fingerprints.length());
  }

  /** How many stacks are known. */
  static int count() {
    return current.used.get();
  }
}
