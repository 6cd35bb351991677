package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.waits.WaitGraph;
import dev.trama.analyzer.analyse.waits.Waiting;
import dev.trama.analyzer.analyse.words.Durations;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which task waits for which: a tree below each task that others wait for, then the rest. */
public final class WaitsText {
  private final Recording recording;
  private final WaitGraph graph;
  private final Palette palette;
  private final int limit;
  private final Map<Long, Waiting> byTask = new HashMap<>();
  private final Map<Long, List<Waiting>> waiters = new LinkedHashMap<>();
  private final Map<Long, Task> tasks;

  /** Waiters for one owner, of one kind, at one place, for which no other task waits. */
  private record Alike(String kind, String site, String reason, String self) {}

  /**
   * @param limit how many to show of each sort
   */
  public WaitsText(Recording recording, WaitGraph graph, Palette palette, int limit) {
    this.recording = recording;
    this.graph = graph;
    this.palette = palette;
    this.limit = limit;
    this.tasks = recording.tasksById();
    for (Waiting waiting : graph.waiting()) {
      byTask.put(waiting.task().id(), waiting);
      for (long owner : waiting.owners()) {
        waiters.computeIfAbsent(owner, id -> new ArrayList<>()).add(waiting);
      }
    }
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    int all = graph.waiting().size();
    if (all == 0) {
      lines.add("No task was suspended when the recording ended.");
      return lines;
    }
    lines.add(
        palette.strong(
            all + (all == 1 ? " task" : " tasks") + " suspended when the recording ended"));
    for (List<Long> cycle : graph.cycles()) {
      lines.add("");
      lines.add(
          palette.strong("deadlock")
              + "  "
              + cycle.stream().map(this::name).collect(Collectors.joining(" → "))
              + " → "
              + name(cycle.getFirst()));
    }
    addOwners(lines);
    for (Waiting.Reason reason :
        List.of(Waiting.Reason.WOKEN, Waiting.Reason.UNKNOWN, Waiting.Reason.NOBODY)) {
      addRest(lines, reason);
    }
    return lines;
  }

  /** Those for which most tasks wait come first; of a circle, its first. */
  private void addOwners(List<String> lines) {
    Set<Long> inner =
        graph.waiting().stream()
            .filter(w -> !w.owners().isEmpty())
            .map(w -> w.task().id())
            .collect(Collectors.toCollection(HashSet::new));
    graph.cycles().forEach(cycle -> inner.remove(cycle.getFirst()));
    List<Long> roots = waiters.keySet().stream().filter(id -> !inner.contains(id)).toList();
    List<Long> shown =
        roots.stream()
            .sorted(Comparator.comparingInt((Long id) -> -waiters.get(id).size()))
            .limit(limit)
            .toList();
    for (long owner : shown) {
      lines.add("");
      lines.add(palette.strong(name(owner)) + ", which " + doing(owner));
      addWaiters(lines, owner, "", new HashSet<>(Set.of(owner)));
    }
    rest(lines, roots.size(), shown.size(), "");
  }

  private void addWaiters(List<String> lines, long owner, String indent, Set<Long> above) {
    Map<Alike, List<Waiting>> alike = new LinkedHashMap<>();
    for (Waiting waiting : waiters.getOrDefault(owner, List.of())) {
      boolean leaf = !waiters.containsKey(waiting.task().id());
      alike
          .computeIfAbsent(
              new Alike(
                  waiting.await().fine().name(),
                  site(waiting),
                  reason(waiting.reason()),
                  leaf ? "" : name(waiting.task().id())),
              a -> new ArrayList<>())
          .add(waiting);
    }
    List<List<Waiting>> rows = alike.values().stream().limit(limit).toList();
    boolean more = alike.size() > rows.size();
    for (int i = 0; i < rows.size(); i++) {
      boolean last = i == rows.size() - 1 && !more;
      Waiting first = rows.get(i).getFirst();
      lines.add(indent + (last ? "└─ " : "├─ ") + said(rows.get(i)) + reason(first.reason()));
      if (above.add(first.task().id())) {
        addWaiters(lines, first.task().id(), indent + (last ? "   " : "│  "), above);
      }
    }
    rest(lines, alike.size(), rows.size(), indent);
  }

  private void addRest(List<String> lines, Waiting.Reason reason) {
    Map<Alike, List<Waiting>> alike = new LinkedHashMap<>();
    graph.waiting().stream()
        .filter(w -> w.reason() == reason)
        .forEach(
            w ->
                alike
                    .computeIfAbsent(
                        new Alike(w.await().fine().name(), site(w), "", ""), a -> new ArrayList<>())
                    .add(w));
    if (alike.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(
        palette.strong(
            switch (reason) {
              case WOKEN -> "a carrier: woken, but not run since";
              case UNKNOWN -> "an unknown thread";
              default -> "nobody: time or the network";
            }));
    List<List<Waiting>> rows =
        alike.values().stream()
            .sorted(Comparator.comparingInt((List<Waiting> row) -> -row.size()))
            .limit(limit)
            .toList();
    rows.forEach(row -> lines.add("   " + said(row)));
    rest(lines, alike.size(), rows.size(), "   ");
  }

  private static void rest(List<String> lines, int all, int shown, String indent) {
    if (shown < all) {
      lines.add(indent + "… " + (all - shown) + " more; --limit 0 shows all");
    }
  }

  private String said(List<Waiting> alike) {
    Waiting first = alike.getFirst();
    String who =
        alike.size() == 1
            ? name(first.task().id())
            : alike.size() + " tasks such as " + name(first.task().id());
    return who
        + " for "
        + Durations.text(first.await().durationNanos())
        + ": "
        + palette.await("await " + first.await().fine().name())
        + " at "
        + site(first);
  }

  private static String reason(Waiting.Reason reason) {
    return switch (reason) {
      case OWNER -> ", whose owner it is";
      case CHILDREN -> ", for it to end";
      case BORROWERS -> ", of which it holds one";
      case WOKEN, NOBODY, UNKNOWN -> "";
    };
  }

  private String doing(long id) {
    Waiting waiting = byTask.get(id);
    if (waiting != null) {
      return "awaits "
          + waiting.await().fine().name()
          + " at "
          + site(waiting)
          + " for "
          + Durations.text(waiting.await().durationNanos());
    }
    Task task = tasks.get(id);
    if (task == null) {
      return "is not a virtual thread, or was not seen to suspend";
    }
    return task.truncation().endIsUnknown() ? "runs" : "has ended";
  }

  private String name(long id) {
    return Plain.text(recording.threadNameAndId(id));
  }

  private static String site(Waiting waiting) {
    return waiting.await().stack().suspensionPoint().map(Frame::site).orElse("(no stack taken)");
  }
}
