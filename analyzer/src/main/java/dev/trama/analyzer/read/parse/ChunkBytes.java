package dev.trama.analyzer.read.parse;

import dev.trama.analyzer.read.file.Chunk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The bytes of a chunk. A part of them is in memory, and moves forward with the reader. It is a
 * copy and not a mapping, because a mapped file that shrinks while it is read causes an internal
 * error of the JVM.
 */
final class ChunkBytes implements AutoCloseable {
  private static final int WINDOW = 1 << 20;

  /** The maximum length of a size and a type. */
  private static final int HEAD_BYTES = 18;

  private final FileChannel channel;
  private final Chunk chunk;
  private final Bytes head = new Bytes(new byte[0]);
  private byte[] window = new byte[0];
  private long windowAt;
  private int windowSize;
  private long size;
  private long type;

  ChunkBytes(Chunk chunk) throws IOException {
    this.chunk = chunk;
    this.channel = FileChannel.open(chunk.file());
  }

  /** Reads the size and the type of the event at this offset in the chunk. */
  void readHead(long at) throws IOException {
    int length = (int) Math.min(HEAD_BYTES, chunk.size() - at);
    int index = index(at, length);
    head.moveTo(window, index);
    size = head.number();
    type = head.number();
    if (size < 2 || size > chunk.size() - at || type < 0) {
      throw new DamagedChunk("an event", chunk.offset() + at);
    }
  }

  long size() {
    return size;
  }

  long type() {
    return type;
  }

  /** A copy of the event whose head was read last. */
  byte[] wholeEvent(long at) throws IOException {
    byte[] event = new byte[Math.toIntExact(size)];
    read(at, event, 0, event.length);
    return event;
  }

  /**
   * Moves {@code in} to the fields of the event whose head was read last.
   *
   * @param most how many of the event's bytes are needed
   * @return the position at which the event ends
   */
  int moveToFields(Bytes in, long at, long most) throws IOException {
    int index = index(at, (int) Math.min(most, size));
    in.moveTo(window, index);
    in.skipNumber();
    in.skipNumber();
    return index + (int) size;
  }

  /** The position in the window of the byte at this offset, with {@code length} bytes available. */
  private int index(long at, int length) throws IOException {
    if (at < windowAt || at + length > windowAt + windowSize) {
      int fill = (int) Math.min(Math.max(WINDOW, length), chunk.size() - at);
      if (fill > window.length) {
        window = new byte[fill];
      }
      read(at, window, 0, fill);
      windowAt = at;
      windowSize = fill;
    }
    return (int) (at - windowAt);
  }

  private void read(long at, byte[] into, int from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(into, from, length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, chunk.offset() + at + length - buffer.remaining()) < 0) {
        throw new IOException("the file became shorter while it was read");
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
