package dev.trama.analyzer.read;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Some chunks of a file that follow each other: what one thread reads.
 *
 * @param first index of the first of them
 * @param count at least one
 */
record Part(ChunkScan scan, int first, int count) {
  /** Below this a second thread costs more than it brings. */
  private static final long WORTH_SPLITTING = 32L << 20;

  /** One part for each file; as many as there are processors for a large one of several chunks. */
  static List<Part> of(ChunkScan scan) {
    int chunks = scan.chunks().size();
    int parts =
        scan.usableBytes() < WORTH_SPLITTING
            ? Math.min(1, chunks)
            : Math.min(chunks, Runtime.getRuntime().availableProcessors());
    List<Part> split = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= parts; i++) {
      int end = i == parts ? chunks : chunkAt(scan, scan.usableBytes() * i / parts);
      if (end > first) {
        split.add(new Part(scan, first, end - first));
        first = end;
      }
    }
    return List.copyOf(split);
  }

  /** Its first chunk, for a quick look. */
  Part firstChunk() {
    return new Part(scan, first, 1);
  }

  /** Index of the first chunk that begins at or after an offset. */
  private static int chunkAt(ChunkScan scan, long offset) {
    return (int) scan.chunks().stream().takeWhile(chunk -> chunk.offset() < offset).count();
  }

  /**
   * A file of these chunks and nothing else: the file itself where that is so, else a copy, because
   * the JDK's parser reads from the beginning to the end, and waits for unfinished chunks.
   */
  Content open() throws IOException {
    if (count == scan.chunks().size() && scan.problem().isEmpty()) {
      return new Content(scan.file(), false);
    }
    Path copy = Files.createTempFile("trama-", ".jfr");
    copy.toFile().deleteOnExit();
    Chunk last = scan.chunks().get(first + count - 1);
    long at = scan.chunks().get(first).offset();
    long end = last.offset() + last.size();
    try (var from = FileChannel.open(scan.file());
        var to = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      while (at < end) {
        at += from.transferTo(at, end - at, to);
      }
    }
    return new Content(copy, true);
  }

  /** The file to parse, removed again when it was a copy. */
  record Content(Path file, boolean temporary) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      if (temporary) {
        Files.deleteIfExists(file);
      }
    }
  }
}
