package dev.trama.junit;

import dev.trama.junit.WatchedTest.Seen;
import java.util.ArrayList;
import java.util.List;

/** Awaits that one thread made one after the other, although none visibly needs the one before. */
final class SerialRow {
  private SerialRow() {}

  /**
   * @param awaits by thread and in order of time
   */
  static List<Seen> longest(List<Seen> awaits) {
    List<Seen> longest = List.of();
    List<Seen> row = new ArrayList<>();
    for (Seen seen : awaits) {
      boolean sameThread = !row.isEmpty() && row.getLast().thread() == seen.thread();
      if (!row.isEmpty() && !sameThread) {
        row.clear();
      }
      switch (seen.await().fine().category()) {
        case IO, TIMER -> row.add(seen);
        case SIGNAL, TASK, OTHER -> row.clear();
        case LOCK, POOL -> {
          // contention: it varies, and says nothing about what the next await needs
        }
      }
      if (row.size() > longest.size()) {
        longest = List.copyOf(row);
      }
    }
    return longest.size() < 2 ? List.of() : longest;
  }
}
