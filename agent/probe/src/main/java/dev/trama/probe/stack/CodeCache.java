package dev.trama.probe.stack;

import jdk.internal.misc.Unsafe;

/**
 * Looks up which code is at an address, in the JVM's own map of its code cache, in the same way as
 * {@code CodeHeap::find_start}: a byte for each segment leads back to the first segment of its
 * block.
 *
 * <p>An address must be one that a live frame returns to: that frame keeps the code alive.
 */
final class CodeCache {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int UNUSED_SEGMENT = 0xff;
  private static final int NAME_BYTES = 14;

  private final long[] lows;
  private final long[] highs;
  private final long[] segmentMaps;
  private final int[] segmentShifts;
  private final long blockUsed;
  private final long blockHeaderBytes;
  private final long frameSize;
  private final long name;
  private final long stubOffset;
  private final long compileId;
  private final long interpreterLow;
  private final long interpreterBytes;

  CodeCache(JvmTables tables) {
    long heaps = UNSAFE.getLong(tables.field("CodeCache._heaps"));
    int count = UNSAFE.getInt(heaps + tables.field("GrowableArrayBase._len"));
    long data = UNSAFE.getLong(heaps + tables.field("GrowableArray<int>._data"));
    long memory = tables.field("CodeHeap._memory");
    long segments = tables.field("CodeHeap._segmap");
    long low = tables.field("VirtualSpace._low");
    lows = new long[count];
    highs = new long[count];
    segmentMaps = new long[count];
    segmentShifts = new int[count];
    for (int i = 0; i < count; i++) {
      long heap = UNSAFE.getLong(data + 8L * i);
      lows[i] = UNSAFE.getLong(heap + memory + low);
      highs[i] = UNSAFE.getLong(heap + memory + tables.field("VirtualSpace._high_boundary"));
      segmentMaps[i] = UNSAFE.getLong(heap + segments + low);
      segmentShifts[i] = UNSAFE.getInt(heap + tables.field("CodeHeap._log2_segment_size"));
    }
    blockUsed = tables.field("HeapBlock._header") + tables.field("HeapBlock::Header._used");
    blockHeaderBytes = tables.size("HeapBlock");
    frameSize = tables.field("CodeBlob._frame_size");
    name = tables.field("CodeBlob._name");
    stubOffset = tables.field("nmethod._stub_offset");
    compileId = tables.field("nmethod._compile_id");
    long interpreter = UNSAFE.getLong(tables.field("AbstractInterpreter._code"));
    interpreterLow = UNSAFE.getLong(interpreter + tables.field("StubQueue._stub_buffer"));
    interpreterBytes = UNSAFE.getInt(interpreter + tables.field("StubQueue._buffer_limit"));
  }

  long interpreterLow() {
    return interpreterLow;
  }

  long interpreterBytes() {
    return interpreterBytes;
  }

  /** Returns the address of the {@code CodeBlob} that holds this address; 0 when none does. */
  long blobAt(long address) {
    for (int i = 0; i < lows.length; i++) {
      if (address >= lows[i] && address < highs[i]) {
        return blobIn(i, address);
      }
    }
    return 0;
  }

  private long blobIn(int heap, long address) {
    long segment = (address - lows[heap]) >>> segmentShifts[heap];
    int back = UNSAFE.getByte(segmentMaps[heap] + segment) & 0xff;
    if (back == UNUSED_SEGMENT) {
      return 0;
    }
    while (back > 0 && segment >= back) {
      segment -= back;
      back = UNSAFE.getByte(segmentMaps[heap] + segment) & 0xff;
    }
    long block = lows[heap] + (segment << segmentShifts[heap]);
    return back == 0 && UNSAFE.getByte(block + blockUsed) != 0 ? block + blockHeaderBytes : 0;
  }

  /**
   * Returns the size in words of the frames that return to this address; 0 when it is not known.
   *
   * <p>An address after the actual code is that of a handler: the frame was deoptimised, and its
   * own return address is elsewhere.
   */
  int frameWords(long address, long blob) {
    if (isCompiledMethod(blob)) {
      int code = UNSAFE.getInt(blob + stubOffset);
      if (address >= blob + code) {
        return 0;
      }
    }
    return UNSAFE.getInt(blob + frameSize);
  }

  /**
   * Distinguishes a compilation from a later one at the same address; 0 for code that is never
   * freed.
   */
  int identity(long blob) {
    return blob != 0 && isCompiledMethod(blob) ? UNSAFE.getInt(blob + compileId) : 0;
  }

  /** Whether the blob's name is "nmethod" or "native nmethod". */
  private boolean isCompiledMethod(long blob) {
    long text = UNSAFE.getLong(blob + name);
    return startsWith(text, "nmethod") || startsWith(text, "native nmethod");
  }

  private static boolean startsWith(long text, String prefix) {
    if (text == 0) {
      return false;
    }
    int length = Math.min(NAME_BYTES, prefix.length());
    for (int i = 0; i < length; i++) {
      if (UNSAFE.getByte(text + i) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
