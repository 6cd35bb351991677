package dev.trama.probe.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import jdk.internal.misc.Unsafe;
import org.junit.jupiter.api.Test;

/** Arrays of words stand for chunks here. */
class ShapesTest {
  private static final long BASE = base();
  private static final long MASK = (1L << 48) - 1;

  /** A top address, two words that no walk reads, a frame pointer, another address. */
  private static final long[] STACK = {0x7000, 11, 12, 3, 0x8000, 13};

  private final FrameSizes sizes = new FrameSizes(null, MASK);

  @Test
  void stackOfAKnownShape_hasItsFingerprint_whereverItStands() {
    remember(STACK, 4711);
    assertThat(fingerprint(STACK, 0)).isEqualTo(4711);
    assertThat(fingerprint(STACK, 37)).isEqualTo(4711);
  }

  @Test
  void wordsThatNoWalkReads_doNotMatter() {
    remember(STACK, 4711);
    assertThat(fingerprint(with(1, 99), 0)).isEqualTo(4711);
    assertThat(fingerprint(with(5, 99), 0)).isEqualTo(4711);
  }

  @Test
  void anotherAddress_orAnotherWord_isAnotherStack() {
    remember(STACK, 4711);
    assertThat(fingerprint(with(0, 0x7001), 0)).isZero();
    assertThat(fingerprint(with(3, 4), 0)).isZero();
    assertThat(fingerprint(with(4, 0x8001), 0)).isZero();
  }

  @Test
  void stackOfMoreWords_isAnother() {
    remember(STACK, 4711);
    long[] longer = new long[STACK.length + 1];
    System.arraycopy(STACK, 0, longer, 0, STACK.length);
    assertThat(fingerprint(longer, 0)).isZero();
  }

  /** Only addresses are signed. */
  @Test
  void signatures_areLeftOutOfAddresses_andOfNothingElse() {
    remember(STACK, 4711);
    long signature = 0x55L << 48;
    assertThat(fingerprint(with(0, signature | 0x7000), 0)).isEqualTo(4711);
    assertThat(fingerprint(with(4, signature | 0x8000), 0)).isEqualTo(4711);
    assertThat(fingerprint(with(3, signature | 3), 0)).isZero();
  }

  @Test
  void severalStacksWithTheSameTopAndSize_areToldApart() {
    for (int i = 0; i < 4; i++) {
      remember(with(4, 0x8000 + i), 100 + i);
    }
    for (int i = 0; i < 4; i++) {
      assertThat(fingerprint(with(4, 0x8000 + i), 0)).isEqualTo(100 + i);
    }
  }

  @Test
  void moreStacksThanPlaces_areToldApart_orUnknown() {
    var random = new Random(1);
    int known = 0;
    for (int i = 0; i < 20_000; i++) {
      int other = random.nextInt(500);
      long[] stack = with(4, 0x8000 + other);
      long found = fingerprint(stack, random.nextInt(5));
      assertThat(found).isIn(0L, 1_000L + other);
      known += found == 0 ? 0 : 1;
      remember(stack, 1_000 + other);
    }
    assertThat(known).isPositive();
  }

  @Test
  void shapes_areForgottenWithTheSizes() {
    remember(STACK, 4711);
    sizes.forget();
    assertThat(fingerprint(STACK, 0)).isZero();
  }

  @Test
  void walkThatCannotBeTakenDown_isNotWhole() {
    var outside = new ShapeDraft(10);
    outside.readAddress(9, 1);
    outside.readWord(8, 1);
    assertThat(outside.isWhole()).isTrue();
    outside.readWord(7, 1);
    assertThat(outside.isWhole()).isFalse();
    var many = new ShapeDraft(1);
    for (int i = 0; i < 600; i++) {
      many.readAddress(i, i);
    }
    assertThat(many.isWhole()).isFalse();
    var spoilt = new ShapeDraft(1);
    spoilt.spoil();
    assertThat(spoilt.isWhole()).isFalse();
  }

  /** An int before JDK 25. */
  private static long base() {
    try {
      return ((Number) Unsafe.class.getField("ARRAY_LONG_BASE_OFFSET").get(null)).longValue();
    } catch (ReflectiveOperationException changed) {
      throw new LinkageError(changed.getMessage(), changed);
    }
  }

  private static long[] with(int index, long word) {
    long[] stack = STACK.clone();
    stack[index] = word;
    return stack;
  }

  /** Enters a stack whose top address is its first word, and which was read as STACK was. */
  private void remember(long[] stack, long fingerprint) {
    var draft = new ShapeDraft(1);
    draft.readAddress(0, stack[0] & MASK);
    draft.readWord(3, stack[3]);
    draft.readAddress(4, stack[4] & MASK);
    Shapes shapes = sizes.shapes();
    int words = stack.length - 1;
    int place = shapes.placeFor(stack, BASE + Long.BYTES, words);
    if (place >= 0) {
      shapes.put(place, draft.shape(words, fingerprint, MASK));
    }
  }

  private long fingerprint(long[] stack, int at) {
    long[] chunk = new long[at + stack.length];
    System.arraycopy(stack, 0, chunk, at, stack.length);
    return sizes.shapes().fingerprint(chunk, BASE + (at + 1L) * Long.BYTES, stack.length - 1);
  }
}
