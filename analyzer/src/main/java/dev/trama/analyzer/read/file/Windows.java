package dev.trama.analyzer.read.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which chunks are looked at together. */
public final class Windows {
  private Windows() {}

  /**
   * Consecutive chunks in order of time, of {@code maxBytes} at most together; a larger one stands
   * alone.
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
