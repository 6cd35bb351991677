package dev.trama.analyzer.model;

/**
 * When a recording was made, as a whole, however much of it is looked at.
 *
 * @param startNanos since the epoch
 * @param endNanos since the epoch; never before the start
 * @param lastChunkNanos start of its last chunk: who is suspended at the end of that one is so at
 *     the end of the recording
 */
public record RecordingSpan(long startNanos, long endNanos, long lastChunkNanos) {
  public long durationNanos() {
    return endNanos - startNanos;
  }
}
