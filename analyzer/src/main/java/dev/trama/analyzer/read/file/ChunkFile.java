package dev.trama.analyzer.read.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A chunk as a file of its own, which is what the JDK's parser can be given: the recording itself
 * when it has no other and is finished, else a temporary copy. So chunks are read by several
 * threads, and damage to one does not keep the parser from the others.
 */
public record ChunkFile(Path path, boolean temporary) implements AutoCloseable {
  /** Where the header says whether the chunk is finished; the parser waits until it is. */
  private static final int STATE_AT = 64;

  public static ChunkFile of(Chunk chunk) throws IOException {
    if (chunk.alone() && chunk.finished()) {
      return new ChunkFile(chunk.file(), false);
    }
    Path copy = Files.createTempFile("trama-", ".jfr");
    try (var from = FileChannel.open(chunk.file());
        var to = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      long done = 0;
      while (done < chunk.size()) {
        done += from.transferTo(chunk.offset() + done, chunk.size() - done, to);
      }
      if (!chunk.finished()) {
        to.write(ByteBuffer.allocate(1), STATE_AT);
      }
      return new ChunkFile(copy, true);
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      Files.deleteIfExists(path);
    }
  }
}
