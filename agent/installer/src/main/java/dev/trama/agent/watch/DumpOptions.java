package dev.trama.agent.watch;

import java.time.Duration;
import java.util.List;

/**
 * When the recording is written to files while the application runs.
 *
 * @param conditions those of {@code dumpon=}; may be none
 * @param every the minimum time between two files
 * @param keep how many files are kept; older ones are deleted
 */
public record DumpOptions(List<Condition> conditions, Duration every, int keep) {
  public DumpOptions {
    conditions = List.copyOf(conditions);
  }

  int longestWindowSeconds() {
    return conditions.stream().mapToInt(Condition::windowSeconds).max().orElse(1);
  }
}
