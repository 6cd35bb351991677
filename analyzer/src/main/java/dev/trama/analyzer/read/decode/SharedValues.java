package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.Waker;

/**
 * Returns one shared object for equal values; a recording that is held would otherwise hold two
 * small objects for each await. A value that has not occurred lately is created again, so this does
 * not grow.
 */
final class SharedValues {
  private static final int SLOTS = 1 << 12;

  private final Waker.ByThread[] wakers = new Waker.ByThread[SLOTS];
  private final Awaitable[] awaitables = new Awaitable[SLOTS];

  Waker waker(long id) {
    int slot = slot(id);
    Waker.ByThread known = wakers[slot];
    if (known == null || known.id() != id) {
      known = new Waker.ByThread(id);
      wakers[slot] = known;
    }
    return known;
  }

  Awaitable awaitable(String type, int identity) {
    if (type.isEmpty()) {
      return Awaitable.NONE;
    }
    int slot = slot(identity);
    Awaitable known = awaitables[slot];
    if (known == null || known.identity() != identity || !known.type().equals(type)) {
      known = new Awaitable(type, identity);
      awaitables[slot] = known;
    }
    return known;
  }

  private static int slot(long key) {
    long hash = key * 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 32) & (SLOTS - 1);
  }
}
