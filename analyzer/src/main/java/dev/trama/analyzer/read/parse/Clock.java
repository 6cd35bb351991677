package dev.trama.analyzer.read.parse;

import dev.trama.analyzer.read.file.Chunk;

/** Converts a chunk's ticks to nanoseconds since the epoch. */
record Clock(long startNanos, long startTicks, double ticksPerNano) {
  static Clock of(Chunk chunk) {
    return new Clock(
        chunk.startNanos(), chunk.startTicks(), chunk.ticksPerSecond() / 1_000_000_000.0);
  }

  long nanos(long ticks) {
    return startNanos + (long) ((ticks - startTicks) / ticksPerNano);
  }
}
