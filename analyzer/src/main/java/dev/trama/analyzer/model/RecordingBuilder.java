package dev.trama.analyzer.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Gathers events, which may come in any order, into a {@link Recording}. */
public final class RecordingBuilder implements Consumer<TraceEvent> {
  private final boolean includeJdk;
  private final boolean withWakes;
  private final LongMap<TaskBuilder> byId = new LongMap<>();

  /** As they came, which is about the order of their starts. */
  private final List<TaskBuilder> tasks = new ArrayList<>();

  private final Map<Long, String> names = new HashMap<>();
  private final List<Wake> wakes = new ArrayList<>();
  private final List<TraceEvent.PinnedBecause> pinned = new ArrayList<>();
  private final List<TraceEvent.Worked> contexts = new ArrayList<>();
  private Completeness completeness = Completeness.UNKNOWN;

  public RecordingBuilder(boolean includeJdk) {
    this(includeJdk, true);
  }

  /**
   * @param withWakes whether to hold the wake-ups, of which there are nearly as many as awaits;
   *     awaits name their wakers anyway
   */
  public RecordingBuilder(boolean includeJdk, boolean withWakes) {
    this.includeJdk = includeJdk;
    this.withWakes = withWakes;
  }

  @Override
  public void accept(TraceEvent event) {
    switch (event) {
      case TraceEvent.Awaited e -> task(e.task()).add(e.await());
      case TraceEvent.StillAwaiting e -> task(e.task()).add(e);
      case TraceEvent.Spawned e -> {
        learn(e.spawn().parent());
        task(e.child()).born(e.spawn());
      }
      case TraceEvent.Started e -> task(e.task()).started(e.atNanos());
      case TraceEvent.Ended e -> task(e.task()).ended(e.atNanos());
      case TraceEvent.Woke e -> {
        learn(e.wake().waker());
        if (withWakes) {
          wakes.add(e.wake());
        }
      }
      case TraceEvent.PinnedBecause e -> {
        learn(e.task());
        pinned.add(e);
      }
      case TraceEvent.Worked e -> {
        learn(e.thread());
        contexts.add(e);
      }
      case TraceEvent.Counted e -> completeness = completeness.latest(e.completeness());
      case TraceEvent.Agent ignored -> {}
    }
  }

  private TaskBuilder task(ThreadRef thread) {
    TaskBuilder task = byId.computeIfAbsent(thread.id(), this::newTask);
    if (task.isNewName(thread.name())) {
      learn(thread);
    }
    return task;
  }

  private TaskBuilder newTask(long id) {
    var task = new TaskBuilder(id);
    tasks.add(task);
    return task;
  }

  private void learn(ThreadRef thread) {
    if (!thread.name().isEmpty()) {
      names.put(thread.id(), thread.name());
    }
  }

  public Recording build(RecordingInfo info) {
    List<Task> built = new ArrayList<>(tasks.size());
    Map<Long, Long> owners = new HashMap<>();
    long overlapping = 0;
    long outside = 0;
    for (TaskBuilder builder : tasks) {
      String name = names.getOrDefault(builder.id(), "");
      if (!includeJdk && JdkThreads.isInternal(name)) {
        continue;
      }
      Task task = builder.build(name, info);
      built.add(task);
      overlapping += builder.overlapping();
      outside += builder.outsideLife();
      builder.owner().ifPresent(owner -> owners.put(task.id(), owner));
    }
    built.sort(Comparator.comparingLong(Task::spawnedNanos).thenComparingLong(Task::id));
    Map<Frame, String> labels = new HashMap<>();
    built.forEach(task -> names.putIfAbsent(task.id(), label(task, labels)));
    wakes.sort(Comparator.comparingLong(Wake::atNanos).thenComparingLong(Wake::target));
    contexts.sort(
        Comparator.comparingLong((TraceEvent.Worked w) -> w.context().startNanos())
            .thenComparing(w -> w.context().endNanos(), Comparator.reverseOrder()));
    return new Recording(
        info,
        built,
        wakes,
        names,
        owners,
        pinned,
        contexts,
        completeness,
        new Anomalies(overlapping, outside));
  }

  /** Many tasks have the same entry, and working out its label takes a while. */
  private static String label(Task task, Map<Frame, String> labels) {
    return task.entry().map(frame -> labels.computeIfAbsent(frame, Frame::label)).orElse("");
  }
}
