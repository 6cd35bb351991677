package dev.trama.analyzer.read.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Groups chunks into windows. */
public final class Windows {
  private Windows() {}

  /**
   * Windows of consecutive chunks in order of time, each of at most {@code maxBytes} bytes; a
   * larger chunk is a window of its own.
   */
  public static List<List<Chunk>> of(List<Chunk> chunks, long maxBytes) {
    List<List<Chunk>> windows = new ArrayList<>();
    List<Chunk> window = new ArrayList<>();
    long bytes = 0;
    for (Chunk chunk :
        chunks.stream().sorted(Comparator.comparingLong(Chunk::startNanos)).toList()) {
      if (!window.isEmpty() && bytes + chunk.size() > maxBytes) {
        windows.add(List.copyOf(window));
        window.clear();
        bytes = 0;
      }
      window.add(chunk);
      bytes += chunk.size();
    }
    windows.add(List.copyOf(window));
    return windows;
  }
}
