package dev.trama.probe.stack;

import jdk.internal.misc.Unsafe;

/**
 * The shapes of stacks that were walked: a stack of a shape that is here needs no walk.
 *
 * <p>That is as safe as the walk. A walk is determined by the words it reads and by the sizes of
 * the frames that return to an address. It reads first at {@code sp - 1}; where it reads next
 * follows from what it has read until then; and it ends after as many words as all frames take. So
 * if a stack takes as many words as the one that was walked, and each word that was read then is
 * the same now, relative to {@code sp}, then by induction the walk would read the same again, and
 * find the same fingerprint. The sizes are those of the code that lies at the addresses: shapes are
 * kept with the frames' sizes and forgotten with them, see {@link FrameSizes}, and only a walk
 * whose sizes were all kept there is remembered.
 *
 * <p>A plain array of sets of a few ways each, chosen by the top return address and the words that
 * all frames take. Nothing locks, and a hit allocates nothing. A set that is full takes a new shape
 * once in a while only: a program with more stacks than places would do nothing else. Budget: 20 ns
 * and 1.5 ns a word.
 */
final class Shapes {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int WAYS = 4;
  private static final int SETS = 1 << 9;
  private static final int REPLACE_ONE_IN = 16;
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final Shape[] shapes = new Shape[SETS * WAYS];
  private final long addressMask;

  /** Plain: what is lost of it matters to nobody. */
  private int crowded;

  Shapes(long addressMask) {
    this.addressMask = addressMask;
  }

  /**
   * Returns the fingerprint of a stack that stands in one chunk; 0 when it must be walked.
   *
   * @param begin where its word at {@code sp} is, in bytes from the chunk's address
   * @param words how many words its frames take, at least 1
   */
  long fingerprint(Object chunk, long begin, int words) {
    long top = topOf(chunk, begin);
    int set = setOf(top, words);
    for (int i = set; i < set + WAYS; i++) {
      Shape shape = shapes[i];
      if (shape != null && shape.top == top && shape.words == words && shape.isOf(chunk, begin)) {
        return shape.fingerprint;
      }
    }
    return 0;
  }

  /** Where the shape of such a stack would be kept; -1 when it would not. */
  int placeFor(Object chunk, long begin, int words) {
    int set = setOf(topOf(chunk, begin), words);
    for (int i = set; i < set + WAYS; i++) {
      if (shapes[i] == null) {
        return i;
      }
    }
    int times = ++crowded;
    return times % REPLACE_ONE_IN == 0 ? set + times / REPLACE_ONE_IN % WAYS : -1;
  }

  void put(int place, Shape shape) {
    shapes[place] = shape;
  }

  private long topOf(Object chunk, long begin) {
    return UNSAFE.getLong(chunk, begin - Long.BYTES) & addressMask;
  }

  private static int setOf(long top, int words) {
    return (int) (((top * 31 + words) * FACTOR) >>> 48) % SETS * WAYS;
  }
}
