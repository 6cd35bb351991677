package dev.trama.analyzer.render.html;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Slice;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What lies within a part of a recording, counted the slow way: every slice cut to it. An await
 * counts when it overlaps the part.
 */
final class Selection {
  private final long from;
  private final long to;

  private Selection(long from, long to) {
    this.from = from;
    this.to = to;
  }

  static List<String> of(Recording recording, long from, long to) {
    var selection = new Selection(from, to);
    List<String> lines = new ArrayList<>();
    for (Task task : recording.tasks()) {
      String states =
          selection.states(task).entrySet().stream()
              .map(state -> state.getKey() + " " + state.getValue())
              .collect(Collectors.joining(" "));
      lines.add(task.id() + " " + states + " awaits " + selection.awaits(task));
    }
    return lines;
  }

  private Map<String, Long> states(Task task) {
    Map<String, Long> nanos = new LinkedHashMap<>();
    List.of("running", "awaiting", "pinned", "ready", "unknown").forEach(s -> nanos.put(s, 0L));
    for (Slice slice : task.slices()) {
      String state =
          switch (slice) {
            case Slice.Running ignored -> "running";
            case Slice.Awaiting ignored -> "awaiting";
            case Slice.Pinned ignored -> "pinned";
            case Slice.Ready ignored -> "ready";
            case Slice.Unknown ignored -> "unknown";
          };
      long inside = Math.min(slice.endNanos(), to) - Math.max(slice.startNanos(), from);
      nanos.merge(state, Math.max(0, inside), Long::sum);
    }
    return nanos;
  }

  private long awaits(Task task) {
    return task.awaits().stream().filter(a -> !a.isStillSuspended()).filter(this::overlaps).count();
  }

  private boolean overlaps(Await await) {
    boolean within = await.startNanos() >= from && await.endNanos() <= to;
    return within || (await.endNanos() > from && await.startNanos() < to);
  }
}
