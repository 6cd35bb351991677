package dev.trama.probe.stack;

import jdk.internal.misc.Unsafe;

/**
 * Computes the fingerprint of a frozen stack: a hash of its frames' return addresses and, for the
 * interpreter's frames, which all return to the same few addresses, of method and bytecode.
 *
 * <p>A frozen stack is a chain of {@code jdk.internal.vm.StackChunk}, each with the raw words of
 * its frames from {@code sp} to {@code bottom}, the top frame first:
 *
 * <pre>
 *   words[sp - 1]                        return address of the top frame: where it goes on
 *   words[sp .. sp + size - 1]           a compiled frame; its last word is its caller's address
 *   words[fp - 8], [fp - 3]              an interpreted frame's bytecode pointer and method (x86_64),
 *                                        fp = k - 1 + words[k - 1], k the slot of its address
 *   words[fp + 1]                        its caller's address; the caller begins at
 *                                        fp + words[fp - 1]
 * </pre>
 *
 * The last frame must end exactly at {@code bottom}: that is the walk's checksum. Where it does
 * not, the fingerprint is 0, "unknown". Nobody changes a chunk between the moment that the thread's
 * continuation has yielded and the moment that a carrier mounts it again; the GC may move the
 * chunk, but rewrites no address in it.
 *
 * <p>A walk takes some 15 ns a frame. A stack in one chunk whose shape is among the {@link Shapes}
 * needs none.
 */
public final class FrozenStack {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int MAX_FRAMES = 2_048;
  private static final long FACTOR = 0x9FB21C651E98DF25L;

  private final FrameSizes sizes;
  private final InterpreterFrame interpreter;
  private final long interpreterLow;
  private final long interpreterBytes;
  private final Offsets offsets;
  private final long parent;
  private final long size;
  private final long sp;
  private final long bottom;

  /** Where the words of a chunk begin, in bytes from its address. */
  private final long base;

  FrozenStack(Offsets offsets, CodeCache code, InterpreterFrame interpreter, long base) {
    this.sizes = new FrameSizes(code, interpreter.addressMask());
    this.interpreter = interpreter;
    this.interpreterLow = code.interpreterLow();
    this.interpreterBytes = code.interpreterBytes();
    this.offsets = offsets;
    this.parent = offsets.parent();
    this.size = offsets.size();
    this.sp = offsets.sp();
    this.bottom = offsets.bottom();
    this.base = base;
  }

  /** Offsets of fields in bytes. */
  record Offsets(long continuation, long tail, long parent, long size, long sp, long bottom) {
    static Offsets ofThisJdk() {
      try {
        Class<?> chunk = Class.forName("jdk.internal.vm.StackChunk");
        return new Offsets(
            UNSAFE.objectFieldOffset(Class.forName("java.lang.VirtualThread"), "cont"),
            UNSAFE.objectFieldOffset(Class.forName("jdk.internal.vm.Continuation"), "tail"),
            UNSAFE.objectFieldOffset(chunk, "parent"),
            UNSAFE.objectFieldOffset(chunk, "size"),
            UNSAFE.objectFieldOffset(chunk, "sp"),
            UNSAFE.objectFieldOffset(chunk, "bottom"));
      } catch (ClassNotFoundException | InternalError missing) {
        throw new LayoutUnknownException("this JDK's stack chunks are not as expected");
      }
    }

    /** The newest chunk of an unmounted thread's stack; null when it has none. */
    Object chunkOf(Thread thread) {
      return UNSAFE.getReference(UNSAFE.getReference(thread, continuation), tail);
    }
  }

  /**
   * Returns the fingerprint of a virtual thread's frozen stack; 0 when unknown. The thread must be
   * unmounted, and must not be mounted meanwhile.
   */
  public long fingerprint(Thread thread) {
    Object chunk = offsets.chunkOf(thread);
    if (!standsAlone(chunk)) {
      return walk(chunk, null);
    }
    Shapes known = sizes.shapes(); // before the walk: they are of the sizes that it finds, or older
    long fingerprint = byShape(chunk, known);
    return fingerprint != 0 ? fingerprint : walkAndRemember(chunk, known);
  }

  /** The same by the stack's shape alone; 0 when that is not known. */
  long byShape(Thread thread) {
    Object chunk = offsets.chunkOf(thread);
    return standsAlone(chunk) ? byShape(chunk, sizes.shapes()) : 0;
  }

  /** Whether a stack that begins in this chunk ends in it, and it is as a chunk should be. */
  private boolean standsAlone(Object chunk) {
    if (chunk == null || UNSAFE.getReference(chunk, parent) != null) {
      return false;
    }
    int from = UNSAFE.getInt(chunk, sp);
    int end = UNSAFE.getInt(chunk, bottom);
    return from > 0 && from < end && end <= UNSAFE.getInt(chunk, size);
  }

  private long byShape(Object chunk, Shapes known) {
    int from = UNSAFE.getInt(chunk, sp);
    return known.fingerprint(chunk, base + 8L * from, UNSAFE.getInt(chunk, bottom) - from);
  }

  private long walkAndRemember(Object chunk, Shapes known) {
    int from = UNSAFE.getInt(chunk, sp);
    int words = UNSAFE.getInt(chunk, bottom) - from;
    int place = known.placeFor(chunk, base + 8L * from, words);
    ShapeDraft draft = place < 0 ? null : new ShapeDraft(from);
    long fingerprint = walk(chunk, draft);
    if (draft != null && fingerprint != 0 && draft.isWhole()) {
      known.put(place, draft.shape(words, fingerprint, interpreter.addressMask()));
    }
    return fingerprint;
  }

  /** Walks all chunks from this one on. */
  private long walk(Object newest, ShapeDraft draft) {
    Object chunk = newest;
    long hash = FACTOR;
    int frames = MAX_FRAMES;
    while (chunk != null && frames > 0) {
      int from = UNSAFE.getInt(chunk, sp);
      int end = UNSAFE.getInt(chunk, bottom);
      if (from < end) {
        int k = from - 1;
        int start = from;
        if (k < 0 || end > UNSAFE.getInt(chunk, size)) {
          return 0;
        }
        while (start < end) {
          if (--frames == 0) {
            return 0;
          }
          long address = UNSAFE.getLong(chunk, base + 8L * k) & interpreter.addressMask();
          hash = (hash ^ address) * FACTOR;
          if (draft != null) {
            draft.readAddress(k, address);
          }
          if (Long.compareUnsigned(address - interpreterLow, interpreterBytes) < 0) {
            long fp = k - 1 + UNSAFE.getLong(chunk, base + 8L * (k - 1));
            if (fp <= k || fp + interpreter.returnAddress() >= end) {
              return 0;
            }
            hash ^= hash >>> 29;
            hash = (hash ^ word(chunk, fp + interpreter.method())) * FACTOR;
            hash ^= hash >>> 29;
            hash = (hash ^ word(chunk, fp + interpreter.bytecode())) * FACTOR;
            long caller = fp + word(chunk, fp + interpreter.senderSp());
            if (draft != null) {
              draft.readWord(k - 1, fp - k + 1);
              draft.readWord(fp + interpreter.method(), word(chunk, fp + interpreter.method()));
              draft.readWord(fp + interpreter.bytecode(), word(chunk, fp + interpreter.bytecode()));
              draft.readWord(fp + interpreter.senderSp(), caller - fp);
            }
            k = (int) fp + interpreter.returnAddress();
            if (caller <= fp || caller > end) {
              return 0;
            }
            start = (int) caller;
          } else {
            int words = sizes.words(address);
            if (words <= 0) {
              return 0;
            }
            if (draft != null && !sizes.keeps(address)) {
              draft.spoil();
            }
            k = start - 1 + words;
            start += words;
          }
          hash ^= hash >>> 29;
        }
        if (start != end) {
          return 0;
        }
      }
      chunk = UNSAFE.getReference(chunk, parent);
    }
    return chunk == null && hash != FACTOR ? hash : 0;
  }

  private long word(Object chunk, long index) {
    return UNSAFE.getLong(chunk, base + 8L * index);
  }

  /**
   * Forgets frame sizes, to look them up again: code may have been freed, and other code may be in
   * its place.
   */
  public void forget() {
    sizes.forget();
  }

  /** Whether all code is still where it was; otherwise everything known by address is invalid. */
  public boolean isCurrent() {
    return sizes.isCurrent();
  }
}
