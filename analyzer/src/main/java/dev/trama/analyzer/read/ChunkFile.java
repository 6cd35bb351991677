package dev.trama.analyzer.read;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A chunk as a file of its own, which is what the JDK's parser can be given: the recording itself
 * when it has no other, else a temporary copy. So chunks are read by several threads, and damage to
 * one does not keep the parser from the others.
 */
record ChunkFile(Path path, boolean temporary) implements AutoCloseable {
  static ChunkFile of(Chunk chunk) throws IOException {
    if (chunk.alone()) {
      return new ChunkFile(chunk.file(), false);
    }
    Path copy = Files.createTempFile("trama-", ".jfr");
    try (var from = FileChannel.open(chunk.file());
        var to = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      long done = 0;
      while (done < chunk.size()) {
        done += from.transferTo(chunk.offset() + done, chunk.size() - done, to);
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
