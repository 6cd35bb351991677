package dev.trama.analyzer.read.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The problems of a recording's files, one sentence each. */
public final class Warnings {
  private Warnings() {}

  /**
   * @param problems for each of {@code chunks}, what prevented reading it to its end
   */
  public static List<String> of(
      List<ChunkScan> scans, List<Chunk> chunks, List<Optional<String>> problems, long lostBytes) {
    List<String> warnings = new ArrayList<>();
    for (ChunkScan scan : scans) {
      if (scan.chunks().isEmpty() && scan.problem().isEmpty()) {
        warnings.add(scan.file() + ": is empty and was left out");
      }
      scan.problem().ifPresent(problem -> warnings.add(ignored(scan, problem)));
    }
    for (int i = 0; i < chunks.size(); i++) {
      Chunk chunk = chunks.get(i);
      problems.get(i).ifPresent(problem -> warnings.add(damaged(chunk, problem)));
    }
    if (lostBytes > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "JFR itself lost events of %,d bytes, so counts are too low; larger buffers help:"
                  + " -XX:FlightRecorderOptions:memorysize=64m",
              lostBytes));
    }
    return warnings;
  }

  private static String ignored(ChunkScan scan, String problem) {
    return scan.file()
        + ": "
        + problem
        + (scan.chunks().isEmpty() ? "; it was left out" : "; only the part before it was read");
  }

  private static String damaged(Chunk chunk, String problem) {
    return chunk.file()
        + ": the chunk at byte "
        + chunk.offset()
        + " is damaged ("
        + problem
        + "); little or nothing of it was read";
  }
}
