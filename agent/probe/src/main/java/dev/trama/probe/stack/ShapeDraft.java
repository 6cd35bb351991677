package dev.trama.probe.stack;

import java.util.Arrays;

/** Takes down what one walk reads. */
final class ShapeDraft {
  private static final int MAX_READS = 512;

  /** Before {@code sp} stand the top frame's return address and its frame pointer. */
  private static final int BEFORE_SP = 2;

  private final long sp;
  private final Reads addresses = new Reads();
  private final Reads others = new Reads();
  private boolean whole = true;

  /**
   * Begins.
   *
   * @param sp index of the word from which places are counted
   */
  ShapeDraft(int sp) {
    this.sp = sp;
  }

  private static final class Reads {
    int[] places = new int[16];
    long[] held = new long[16];
    int count;

    void add(int place, long word) {
      if (count == held.length) {
        places = Arrays.copyOf(places, 2 * count);
        held = Arrays.copyOf(held, 2 * count);
      }
      places[count] = place;
      held[count++] = word;
    }
  }

  /** A return address was read, the top frame's first; without what may be its signature. */
  void readAddress(long index, long address) {
    add(addresses, index, address);
  }

  /** Another word was read. */
  void readWord(long index, long word) {
    add(others, index, word);
  }

  private void add(Reads reads, long index, long word) {
    if (index < sp - BEFORE_SP || addresses.count + others.count == MAX_READS) {
      whole = false;
    } else {
      reads.add((int) (index - sp) * Long.BYTES, word);
    }
  }

  /** What was read shall not be remembered. */
  void spoil() {
    whole = false;
  }

  /** Whether all that was read has been taken down. */
  boolean isWhole() {
    return whole;
  }

  /** The shape of a stack of so many words. */
  Shape shape(int words, long fingerprint, long addressMask) {
    int count = addresses.count + others.count;
    int[] places = Arrays.copyOf(addresses.places, count);
    long[] held = Arrays.copyOf(addresses.held, count);
    System.arraycopy(others.places, 0, places, addresses.count, others.count);
    System.arraycopy(others.held, 0, held, addresses.count, others.count);
    return new Shape(words, fingerprint, places, held, addresses.count, addressMask);
  }
}
