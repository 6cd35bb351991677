package dev.trama.analyzer.read.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the chunk headers of a file say, without parsing an event.
 *
 * <pre>
 * 0  magic "FLR\0"     16 constant pool offset   40 duration, ns        64 state
 * 4  major, minor      24 metadata offset        48 start, ticks
 * 8  chunk size        32 start, ns since epoch  56 ticks a second         67 flags
 * </pre>
 *
 * The state is 0 when the chunk is finished, and 255 while its header is being written. Otherwise
 * it counts the flushes, and everything up to the given size is complete, as after {@code kill -9}.
 *
 * @param chunks the usable chunks from the beginning of the file, the last one perhaps only as far
 *     as it was flushed
 * @param problem why the rest of the file is not usable; empty when there is no rest
 */
public record ChunkScan(Path file, List<Chunk> chunks, long usableBytes, Optional<String> problem) {
  private static final int HEADER_BYTES = 68;
  private static final byte FINISHED = 0;
  private static final byte LOCKED = (byte) 255;
  private static final int MAGIC = 'F' << 24 | 'L' << 16 | 'R' << 8;

  public static ChunkScan of(Path file) {
    if (!Files.exists(file)) {
      throw new UnreadableRecording(file, "no such file");
    }
    if (!Files.isReadable(file)) {
      throw new UnreadableRecording(file, "may not be read by this user; change its permissions");
    }
    try (var channel = FileChannel.open(file)) {
      return scan(file, channel);
    } catch (IOException e) {
      throw new UnreadableRecording(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  private static ChunkScan scan(Path file, FileChannel channel) throws IOException {
    List<Chunk> chunks = new ArrayList<>();
    long size = channel.size();
    long at = 0;
    Optional<String> problem = Optional.empty();
    while (at < size && problem.isEmpty()) {
      ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
      readFully(channel, header, at);
      problem = problem(header, at, size);
      if (problem.isEmpty()) {
        Chunk chunk = chunk(file, header, at);
        chunks.add(chunk);
        at += chunk.size();
        problem = chunk.finished() ? problem : Optional.of(unfinished(at, size));
      }
    }
    return new ChunkScan(file, List.copyOf(chunks), at, problem);
  }

  private static Chunk chunk(Path file, ByteBuffer header, long at) {
    return new Chunk(
        file,
        at,
        header.getLong(8),
        header.getLong(16),
        header.getLong(24),
        header.getLong(32),
        header.getLong(40),
        header.getLong(48),
        header.getLong(56),
        (header.get(67) & 1) != 0,
        header.get(64) == FINISHED);
  }

  private static String unfinished(long at, long fileSize) {
    return "the program is still writing it, or was killed; "
        + (fileSize - at)
        + " bytes after byte "
        + at
        + " had not been flushed";
  }

  private static void readFully(FileChannel channel, ByteBuffer into, long at) throws IOException {
    while (into.hasRemaining()) {
      if (channel.read(into, at + into.position()) < 0) {
        return;
      }
    }
  }

  private static Optional<String> problem(ByteBuffer header, long at, long fileSize) {
    if (header.position() < HEADER_BYTES) {
      return Optional.of("cut off inside the chunk header at byte " + at);
    }
    if (header.getInt(0) != MAGIC) {
      return Optional.of(at == 0 ? "not a JFR recording" : "no chunk of a recording at byte " + at);
    }
    if (header.getShort(4) != 2 && header.getShort(4) != 1) {
      return Optional.of(
          "written in version " + header.getShort(4) + " of the JFR format, which is not known");
    }
    long size = header.getLong(8);
    if (header.get(64) == LOCKED || size == 0) {
      return Optional.of("the chunk at byte " + at + " is still being written");
    }
    if (size < HEADER_BYTES || at + size > fileSize || at + size < 0) {
      return Optional.of(
          "the chunk at byte "
              + at
              + " is cut off or damaged: "
              + size
              + " bytes announced, "
              + (fileSize - at)
              + " there");
    }
    for (int offset : new int[] {16, 24}) {
      long pointer = header.getLong(offset);
      if (pointer < HEADER_BYTES || pointer >= size) {
        return Optional.of("the header of the chunk at byte " + at + " is damaged");
      }
    }
    if (header.getLong(32) < 0 || header.getLong(40) < 0 || header.getLong(56) <= 0) {
      return Optional.of("the clock of the chunk at byte " + at + " is damaged");
    }
    return Optional.empty();
  }
}
