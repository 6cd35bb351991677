package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.analyse.stats.Sorted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which requests a thread worked for at which time. */
final class Covers {
  private final Map<Long, OfThread> byThread = new HashMap<>();

  private record Cover(Part part, Draft draft) {}

  private static final class OfThread {
    final List<Cover> byStart = new ArrayList<>(1);
    long longest;

    /** They mostly come in order of their starts, so there is little to move. */
    void add(Cover cover) {
      byStart.add(after(cover.part().startNanos()), cover);
      longest = Math.max(longest, cover.part().durationNanos());
    }

    /** Index of the first that starts later. */
    int after(long nanos) {
      return Sorted.first(byStart.size(), i -> byStart.get(i).part().startNanos() > nanos);
    }

    List<Draft> at(long nanos) {
      List<Draft> found = new ArrayList<>(1);
      for (int i = after(nanos) - 1; i >= 0; i--) {
        Part part = byStart.get(i).part();
        if (part.startNanos() < nanos - longest) {
          break;
        }
        Draft draft = byStart.get(i).draft();
        if (part.contains(nanos) && !found.contains(draft)) {
          found.add(draft);
        }
      }
      return found;
    }
  }

  void add(Part part, Draft draft) {
    byThread.computeIfAbsent(part.threadId(), id -> new OfThread()).add(new Cover(part, draft));
  }

  boolean isCovered(long threadId) {
    return byThread.containsKey(threadId);
  }

  /** Several when requests are nested. */
  List<Draft> at(long threadId, long nanos) {
    OfThread ofThread = byThread.get(threadId);
    return ofThread == null ? List.of() : ofThread.at(nanos);
  }
}
