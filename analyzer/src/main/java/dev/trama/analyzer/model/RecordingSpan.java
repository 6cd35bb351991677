package dev.trama.analyzer.model;

/**
 * When the whole recording was made, however much of it is looked at.
 *
 * @param startNanos since the epoch
 * @param endNanos since the epoch; never before the start
 * @param lastChunkNanos start of its last chunk; threads that are suspended at the end of it are so
 *     at the end of the recording
 */
public record RecordingSpan(long startNanos, long endNanos, long lastChunkNanos) {
  public long durationNanos() {
    return endNanos - startNanos;
  }
}
