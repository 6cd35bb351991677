package dev.trama.analyzer.read;

/**
 * The header of one chunk, the self-contained part of a recording.
 *
 * @param offset where it begins in its file
 * @param size in bytes, as its header says
 */
record Chunk(long offset, long size, long startNanos, long durationNanos) {
  long endNanos() {
    return startNanos + durationNanos;
  }
}
