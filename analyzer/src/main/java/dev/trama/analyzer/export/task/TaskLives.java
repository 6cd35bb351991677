package dev.trama.analyzer.export.task;

import dev.trama.analyzer.model.JdkThreads;
import dev.trama.analyzer.model.RecordingSpan;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Follows tasks through a recording in windows of time, holding only the live ones and one window's
 * awaits. Their slices are those of {@link dev.trama.analyzer.model.Task#slices()}; a test compares
 * the two.
 *
 * <p>A task is dropped one window after it ended, because another thread writes some awaits late.
 */
public final class TaskLives implements Consumer<TraceEvent> {
  private static final Comparator<TaskLife> BY_SPAWN =
      Comparator.comparingLong(TaskLife::spawnedNanos).thenComparingLong(TaskLife::id);

  private final RecordingSpan whole;
  private final boolean includeJdk;
  private final TaskSink sink;
  private final Map<Long, TaskLife> alive = new HashMap<>();
  private final Set<TaskLife> touched = new LinkedHashSet<>();
  private List<TaskLife> ended = new ArrayList<>();
  private List<TaskLife> endedBefore = new ArrayList<>();

  /**
   * @param whole the span of the recording, not of a window
   */
  public TaskLives(RecordingSpan whole, boolean includeJdk, TaskSink sink) {
    this.whole = whole;
    this.includeJdk = includeJdk;
    this.sink = sink;
  }

  @Override
  public void accept(TraceEvent event) {
    switch (event) {
      case TraceEvent.Awaited e -> touch(e.task()).awaited(e.await());
      case TraceEvent.StillAwaiting e -> touch(e.task()).stillAwaiting(e);
      case TraceEvent.Spawned e -> touch(e.child()).spawned(e.spawn());
      case TraceEvent.Started e -> touch(e.task()).started(e.atNanos());
      case TraceEvent.Ended e -> {
        TaskLife task = touch(e.task());
        task.ended(e.atNanos());
        ended.add(task);
      }
      case TraceEvent.Woke ignored -> {}
      case TraceEvent.PinnedBecause ignored -> {}
      case TraceEvent.Worked ignored -> {}
      case TraceEvent.Agent ignored -> {}
      case TraceEvent.Counted ignored -> {}
    }
  }

  private TaskLife touch(ThreadRef thread) {
    TaskLife task = alive.computeIfAbsent(thread.id(), TaskLife::new);
    task.named(thread.name());
    touched.add(task);
    return task;
  }

  /** Call it after the last event of a window. */
  public void endWindow() {
    List<TaskLife> tasks = touched.stream().filter(this::isShown).toList();
    touched.clear();
    List<TaskLife> fresh = tasks.stream().filter(task -> !task.hasBegun()).toList();
    fresh.forEach(task -> task.begin(whole));
    fresh.stream().sorted(BY_SPAWN).forEach(sink::seen);
    tasks.stream().sorted(BY_SPAWN).forEach(task -> task.advance(sink));
    finish(endedBefore);
    endedBefore = ended;
    ended = new ArrayList<>();
  }

  /** Call it after the last window. */
  public void end() {
    finish(List.copyOf(alive.values()));
  }

  private void finish(List<TaskLife> tasks) {
    tasks.stream()
        .filter(task -> alive.remove(task.id(), task) && isShown(task))
        .sorted(BY_SPAWN)
        .forEach(task -> task.finish(whole, sink));
  }

  private boolean isShown(TaskLife task) {
    return includeJdk || !JdkThreads.isInternal(task.name());
  }
}
