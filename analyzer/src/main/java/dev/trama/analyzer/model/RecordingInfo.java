package dev.trama.analyzer.model;

import java.util.List;

/**
 * The recording as a whole.
 *
 * @param files the files it was read from, as the user named them
 * @param startNanos since the epoch
 * @param endNanos since the epoch; never before the start
 * @param lastChunkNanos start of its last chunk
 * @param jdk version of the JVM that was recorded; empty when the recording does not say
 * @param lostBytes bytes of events that JFR itself had to drop, of any type
 * @param warnings problems of the files, one sentence each
 * @param dumps why the agent wrote files while this was recorded, in order of time
 */
public record RecordingInfo(
    List<String> files,
    long startNanos,
    long endNanos,
    long lastChunkNanos,
    int chunks,
    String jdk,
    Source source,
    long lostBytes,
    List<String> warnings,
    List<Dump> dumps) {
  public RecordingInfo {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
    dumps = List.copyOf(dumps);
  }

  /** The information for a recording that was not dumped. */
  public RecordingInfo(
      List<String> files,
      long startNanos,
      long endNanos,
      long lastChunkNanos,
      int chunks,
      String jdk,
      Source source,
      long lostBytes,
      List<String> warnings) {
    this(
        files,
        startNanos,
        endNanos,
        lastChunkNanos,
        chunks,
        jdk,
        source,
        lostBytes,
        warnings,
        List.of());
  }

  /** The same under another name. */
  public RecordingInfo named(String name) {
    return new RecordingInfo(
        List.of(name),
        startNanos,
        endNanos,
        lastChunkNanos,
        chunks,
        jdk,
        source,
        lostBytes,
        warnings,
        dumps);
  }

  public RecordingSpan span() {
    return new RecordingSpan(startNanos, endNanos, lastChunkNanos);
  }

  public long durationNanos() {
    return endNanos - startNanos;
  }
}
