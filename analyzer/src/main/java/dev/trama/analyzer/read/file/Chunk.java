package dev.trama.analyzer.read.file;

import java.nio.file.Path;

/**
 * The header of one chunk, the self-contained part of a recording.
 *
 * @param offset where it begins in its file
 * @param size in bytes, as its header says
 * @param poolsAt where its last constant pools are, from its beginning
 * @param metadataAt where the description of its events is, from its beginning
 * @param startTicks what its clock showed at the start; its events are timed by that clock
 * @param compressed whether its integers have variable length, as in practice they always do
 * @param finished whether it is complete; otherwise its size is what had been flushed
 */
public record Chunk(
    Path file,
    long offset,
    long size,
    long poolsAt,
    long metadataAt,
    long startNanos,
    long durationNanos,
    long startTicks,
    long ticksPerSecond,
    boolean compressed,
    boolean finished) {
  public long endNanos() {
    return startNanos + durationNanos;
  }
}
