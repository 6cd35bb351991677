package dev.trama.analyzer.read.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Walks over a chunk by the sizes of its events, without looking inside. The JDK's parser follows
 * sizes and offsets wherever they lead, for ever if they lead back.
 *
 * <pre>
 * any event    size, type 0 = metadata, 1 = constant pools, ...
 * constant pools    size, type, start, duration, offset of the ones before (0 when none), ...
 * </pre>
 *
 * Costs some 10 ns an event; {@code bench/scale.sh} measures it with the rest.
 */
public final class ChunkCheck {
  private static final int HEADER_BYTES = 68;

  private final Chunk chunk;
  private final ByteBuffer bytes;
  private final Map<Long, Long> previousPools = new HashMap<>();
  private boolean metadataFound;
  private int at = HEADER_BYTES;

  private ChunkCheck(Chunk chunk, ByteBuffer bytes) {
    this.chunk = chunk;
    this.bytes = bytes;
  }

  /** What is wrong with the chunk, with the offset in its file. */
  public static Optional<String> problem(Chunk chunk) throws IOException {
    if (!chunk.compressed() || chunk.size() > Integer.MAX_VALUE) {
      return Optional.empty();
    }
    try (var channel = FileChannel.open(chunk.file())) {
      var bytes = channel.map(FileChannel.MapMode.READ_ONLY, chunk.offset(), chunk.size());
      var check = new ChunkCheck(chunk, bytes);
      return check.walk().or(check::follow);
    } catch (InternalError fileShrank) {
      // What a fault in mapped memory becomes.
      return Optional.of("changed while it was read");
    }
  }

  private Optional<String> walk() {
    int limit = bytes.limit();
    int event = at;
    while (event < limit) {
      at = event;
      long size = number();
      long type = number();
      if (size < 2 || size > limit - event || at > limit || type < 0) {
        return problem("an event", event);
      }
      if (type == 1) {
        number();
        number();
        previousPools.put((long) event, number());
      }
      metadataFound |= type == 0 && event == chunk.metadataAt();
      event += (int) size;
    }
    return Optional.empty();
  }

  /** The constant pools must lead back, one to the other, to the first. */
  private Optional<String> follow() {
    if (!metadataFound) {
      return problem("the description of events", chunk.metadataAt());
    }
    long pools = chunk.poolsAt();
    while (true) {
      Long back = previousPools.get(pools);
      if (back == null || back > 0) {
        return problem("the constant pools", pools);
      }
      if (back == 0) {
        return Optional.empty();
      }
      pools += back;
    }
  }

  private Optional<String> problem(String what, long where) {
    return Optional.of(what + " at byte " + (chunk.offset() + where) + " cannot be right");
  }

  /**
   * Seven bits a byte, lowest first, the highest bit set in all but the last; nine bytes at most.
   */
  private long number() {
    long value = 0;
    for (int shift = 0; shift < 56; shift += 7) {
      int b = at < bytes.limit() ? bytes.get(at) : 0;
      at++;
      value |= (b & 0x7FL) << shift;
      if (b >= 0) {
        return value;
      }
    }
    int last = at < bytes.limit() ? bytes.get(at) : 0;
    at++;
    return value | (long) last << 56;
  }
}
