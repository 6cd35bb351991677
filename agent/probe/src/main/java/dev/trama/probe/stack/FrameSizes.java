package dev.trama.probe.stack;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The frame sizes of return addresses that were seen before: an open-addressed table whose entries
 * are one number each, so that none is read half-written. Budget: 5 ns a look-up. The {@link
 * Shapes} that were found with these sizes go when they go.
 */
final class FrameSizes {
  private static final int FIRST_CAPACITY = 1 << 13;
  private static final int LAST_CAPACITY = 1 << 18;
  private static final int SIZE_BITS = 16;
  private static final int MAX_WORDS = (1 << SIZE_BITS) - 1;
  private static final int REACH = 32;

  private final CodeCache code;
  private final long addressMask;
  private volatile Table table;

  FrameSizes(CodeCache code, long addressMask) {
    this.code = code;
    this.addressMask = addressMask;
    this.table = new Table(FIRST_CAPACITY, addressMask);
  }

  private static final class Table {
    /** Address and size. */
    final AtomicLongArray entries;

    /** Which compilation the entry is of; written before the entry. */
    final int[] identities;

    final AtomicInteger used = new AtomicInteger();

    final Shapes shapes;

    Table(int capacity, long addressMask) {
      shapes = new Shapes(addressMask);
      entries = new AtomicLongArray(capacity);
      identities = new int[capacity];
    }

    int home(long address) {
      return (int) ((address * 0x9E3779B97F4A7C15L) >>> 40) & (entries.length() - 1);
    }

    /** The entry of this address; 0 when it has none. */
    long entryOf(long address) {
      int home = home(address);
      for (int i = 0; i < REACH; i++) {
        long entry = entries.getPlain((home + i) & (entries.length() - 1));
        if (entry >>> SIZE_BITS == address || entry == 0) {
          return entry;
        }
      }
      return 0;
    }

    void add(long address, int words, int identity) {
      int home = home(address);
      for (int i = 0; i < REACH; i++) {
        int slot = (home + i) & (entries.length() - 1);
        long entry = entries.get(slot);
        if (entry >>> SIZE_BITS == address) {
          return;
        }
        if (entry == 0 && entries.compareAndSet(slot, 0, address << SIZE_BITS | words)) {
          identities[slot] = identity;
          used.incrementAndGet();
          return;
        }
      }
    }
  }

  /** Frame size in words of the frame that returns to this address; 0 when unknown. */
  int words(long address) {
    Table now = table;
    long entry = now.entryOf(address);
    return entry != 0 ? (int) entry & MAX_WORDS : lookUp(address, now);
  }

  /** Whether this address' size is kept, and so looked at by {@link #isCurrent}. */
  boolean keeps(long address) {
    return table.entryOf(address) != 0;
  }

  /** What was found with the sizes that are kept now. */
  Shapes shapes() {
    return table.shapes;
  }

  private int lookUp(long address, Table now) {
    long blob = code.blobAt(address);
    if (blob == 0) {
      return 0;
    }
    int words = code.frameWords(address, blob);
    if (words <= 0 || words > MAX_WORDS) {
      return 0;
    }
    if (2 * now.used.get() < now.entries.length()) {
      now.add(address, words, code.identity(blob));
    } else if (now.entries.length() < LAST_CAPACITY) {
      table = new Table(2 * now.entries.length(), addressMask); // filled again as addresses occur
    }
    return words;
  }

  void forget() {
    table = new Table(table.entries.length(), addressMask);
  }

  /** Whether all code is still what it was when its frames' sizes were looked up. */
  boolean isCurrent() {
    Table now = table;
    for (int slot = 0; slot < now.entries.length(); slot++) {
      int identity = now.identities[slot];
      if (identity != 0) {
        long address = now.entries.get(slot) >>> SIZE_BITS;
        if (code.identity(code.blobAt(address)) != identity) {
          return false;
        }
      }
    }
    return true;
  }
}
