package dev.trama.probe.stack;

import jdk.internal.misc.Unsafe;

/**
 * What a walk read of one frozen stack, and the fingerprint that it found. Immutable, so that
 * carriers may hand it to one another by plain stores.
 */
final class Shape {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Return address of the top frame. */
  final long top;

  /** How many words the frames take. */
  final int words;

  final long fingerprint;

  /** Where the walk read, in bytes from the word at {@code sp}; the return addresses first. */
  private final int[] places;

  private final long[] held;

  private final int addresses;
  private final long addressMask;

  Shape(int words, long fingerprint, int[] places, long[] held, int addresses, long addressMask) {
    this.top = held[0];
    this.words = words;
    this.fingerprint = fingerprint;
    this.places = places;
    this.held = held;
    this.addresses = addresses;
    this.addressMask = addressMask;
  }

  /**
   * Whether the stack is of this shape.
   *
   * @param begin where its word at {@code sp} is, in bytes from the chunk's address
   */
  boolean isOf(Object chunk, long begin) {
    int[] at = places;
    long[] then = held;
    long mask = addressMask;
    int i = 0;
    for (; i < addresses; i++) {
      if (((UNSAFE.getLong(chunk, begin + at[i]) ^ then[i]) & mask) != 0) {
        return false;
      }
    }
    for (; i < then.length; i++) {
      if (UNSAFE.getLong(chunk, begin + at[i]) != then[i]) {
        return false;
      }
    }
    return true;
  }
}
