package dev.trama.analyzer.read.parse;

import dev.trama.analyzer.read.file.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/** Reads the chunks of a recording, several at a time. */
public final class ParallelReader {
  /** The memory of a thread, mainly the constants of its chunk. */
  private static final long BYTES_A_THREAD = 96L << 20;

  private static final int MAX_THREADS = 4;

  private ParallelReader() {}

  /**
   * Reads all chunks, in no particular order.
   *
   * @param visitors one for each thread
   * @return for each chunk, what prevented reading it to its end
   */
  public static List<Optional<String>> read(List<Chunk> chunks, Supplier<ChunkVisitor> visitors) {
    long room = Math.max(1, Runtime.getRuntime().maxMemory() / BYTES_A_THREAD);
    int cores = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
    int threads = (int) Math.min(chunks.size(), Math.min(room, cores));
    var idle = new LinkedBlockingQueue<ChunkVisitor>();
    for (int i = 0; i < threads; i++) {
      idle.add(visitors.get());
    }
    try (var executor = Executors.newFixedThreadPool(threads)) {
      List<Future<Optional<String>>> outcomes = new ArrayList<>();
      for (Chunk chunk : chunks) {
        outcomes.add(executor.submit(() -> read(chunk, idle)));
      }
      return outcomes.stream().map(ParallelReader::outcome).toList();
    }
  }

  /** There are as many visitors as threads, so there always is an idle one. */
  private static Optional<String> read(Chunk chunk, LinkedBlockingQueue<ChunkVisitor> idle) {
    ChunkVisitor visitor = idle.remove();
    try {
      return ChunkParser.read(chunk, visitor);
    } finally {
      idle.add(visitor);
    }
  }

  private static Optional<String> outcome(Future<Optional<String>> chunk) {
    try {
      return chunk.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("reading was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
