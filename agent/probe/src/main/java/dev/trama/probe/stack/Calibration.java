package dev.trama.probe.stack;

import java.util.Set;
import java.util.function.ToLongFunction;
import jdk.internal.misc.Unsafe;

/**
 * Finds out how this JVM lays out frozen stacks: what its tables say, and where in a chunk the
 * words begin, which they do not say.
 */
public final class Calibration {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** The fields of a chunk end before its words begin; headers differ between JVMs. */
  private static final int MIN_BASE = 24;

  private static final int MAX_BASE = 128;
  private static final int WORD = 8;

  private static final Set<String> TYPES =
      Set.of(
          "CodeCache",
          "GrowableArrayBase",
          "GrowableArray<int>",
          "CodeHeap",
          "VirtualSpace",
          "HeapBlock",
          "HeapBlock::Header",
          "CodeBlob",
          "nmethod",
          "AbstractInterpreter",
          "StubQueue");

  private final FrozenStack.Offsets offsets;
  private final CodeCache code;
  private final InterpreterFrame interpreter;

  /**
   * Reads the JVM's tables.
   *
   * @param symbols finds the address of a symbol of the JVM's library; 0 when it has none
   * @throws LayoutUnknownException saying what this JVM lacks
   */
  public Calibration(ToLongFunction<String> symbols) {
    interpreter = InterpreterFrame.of(System.getProperty("os.arch"));
    if (UNSAFE.addressSize() != WORD) {
      throw new LayoutUnknownException("addresses of " + UNSAFE.addressSize() + " bytes");
    }
    offsets = FrozenStack.Offsets.ofThisJdk();
    code = new CodeCache(new JvmTables(symbols, TYPES));
  }

  /**
   * Returns a reader of frozen stacks.
   *
   * @param parked a virtual thread that is parked, and stays so during the call
   * @throws LayoutUnknownException when its stack cannot be read
   */
  public FrozenStack calibrate(Thread parked) {
    Object chunk = offsets.chunkOf(parked);
    if (chunk == null) {
      throw new LayoutUnknownException("a parked thread has no frozen stack");
    }
    FrozenStack found = null;
    for (int base = MIN_BASE; base <= MAX_BASE; base += WORD) {
      if (topReturnAddressIsTheChunksOwn(chunk, base)) {
        FrozenStack reader = new FrozenStack(offsets, code, interpreter, base);
        if (reader.fingerprint(parked) != 0) {
          if (found != null) {
            throw new LayoutUnknownException("frozen stacks can be read in two ways");
          }
          found = reader;
        }
      }
    }
    if (found == null) {
      throw new LayoutUnknownException("frozen stacks are not laid out as expected");
    }
    return found;
  }

  /** A chunk also keeps the return address of its top frame in one of its own fields. */
  private boolean topReturnAddressIsTheChunksOwn(Object chunk, int base) {
    long top = UNSAFE.getLong(chunk, base + 8L * (UNSAFE.getInt(chunk, offsets.sp()) - 1));
    for (int field = WORD; field < base; field += WORD) {
      if (top != 0 && UNSAFE.getLong(chunk, field) == top) {
        return true;
      }
    }
    return false;
  }
}
