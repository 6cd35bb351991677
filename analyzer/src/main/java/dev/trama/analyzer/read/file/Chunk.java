package dev.trama.analyzer.read.file;

import java.nio.file.Path;

/**
 * The header of one chunk, the self-contained part of a recording.
 *
 * @param offset where it begins in its file
 * @param size in bytes, as its header says
 * @param poolsAt where its last constant pools are, from its beginning
 * @param metadataAt where the description of its events is, from its beginning
 * @param compressed whether its integers are of variable length, as they practically always are
 * @param finished whether it is complete; else its size is what had been flushed
 * @param alone whether the file holds nothing else
 */
public record Chunk(
    Path file,
    long offset,
    long size,
    long poolsAt,
    long metadataAt,
    long startNanos,
    long durationNanos,
    boolean compressed,
    boolean finished,
    boolean alone) {
  public long endNanos() {
    return startNanos + durationNanos;
  }
}
