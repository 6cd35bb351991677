package dev.trama.analyzer.read;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The finished chunks of a file as a file of their own: the file itself when all are, else a
 * temporary copy of its beginning, because the JDK's parser waits for the end of an unfinished one.
 */
record UsablePart(Path file, boolean temporary) implements AutoCloseable {
  static UsablePart of(ChunkScan scan) throws IOException {
    if (scan.problem().isEmpty()) {
      return new UsablePart(scan.file(), false);
    }
    Path copy = Files.createTempFile("trama-", ".jfr");
    try (var from = FileChannel.open(scan.file());
        var to = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      long done = 0;
      while (done < scan.usableBytes()) {
        done += from.transferTo(done, scan.usableBytes() - done, to);
      }
    }
    return new UsablePart(copy, true);
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      Files.deleteIfExists(file);
    }
  }
}
