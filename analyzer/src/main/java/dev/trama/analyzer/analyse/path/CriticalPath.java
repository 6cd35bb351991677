package dev.trama.analyzer.analyse.path;

import dev.trama.analyzer.analyse.stats.Sorted;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Slice;
import dev.trama.analyzer.model.Spawn;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.Waker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a task ended no earlier. The path goes backwards from its end through what the task did. At
 * an await that another task ended, it goes on through what that task did until then; at the task's
 * start, through the task that spawned it. Steps join without gap or overlap.
 *
 * @param steps in order of time
 * @param begins why the path goes back no further, as a clause
 */
public record CriticalPath(Task of, List<Step> steps, String begins) {

  /** What a step of the path was. */
  public enum What {
    RUNNING,
    READY,
    AWAITING,
    PINNED,
    UNKNOWN
  }

  /**
   * One stretch of one task.
   *
   * @param kind what it awaited; empty for other steps
   * @param site where it awaited, or where it suspended after running
   */
  public record Step(
      Task task, What what, String kind, String site, long startNanos, long endNanos) {
    public long durationNanos() {
      return endNanos - startNanos;
    }
  }

  public CriticalPath {
    steps = List.copyOf(steps);
  }

  public long durationNanos() {
    return steps.isEmpty() ? 0 : steps.getLast().endNanos() - steps.getFirst().startNanos();
  }

  public static CriticalPath of(Recording recording, Task task) {
    return new Walk(recording, task, Long.MIN_VALUE, task.endNanos()).walk();
  }

  /** Why the task was not at {@code toNanos} earlier, back to {@code fromNanos}. */
  public static CriticalPath of(Recording recording, Task task, long fromNanos, long toNanos) {
    return new Walk(recording, task, fromNanos, Math.min(toNanos, task.endNanos())).walk();
  }

  /** The way back. */
  private static final class Walk {
    private final Recording recording;
    private final Task goal;
    private final long fromNanos;
    private final Map<Long, Task> tasks;
    private final Map<Long, List<Slice>> slices = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private Task at;
    private long now;
    private long jumpedAt = Long.MAX_VALUE;

    Walk(Recording recording, Task goal, long fromNanos, long toNanos) {
      this.recording = recording;
      this.goal = goal;
      this.fromNanos = fromNanos;
      this.at = goal;
      this.now = toNanos;
      this.tasks = recording.tasksById();
    }

    CriticalPath walk() {
      Optional<String> end = Optional.empty();
      while (end.isEmpty()) {
        int slice = sliceBefore(now);
        if (now <= fromNanos) {
          end = Optional.of("there the request began");
        } else if (slice >= 0) {
          step(slice);
        } else {
          end = toParent();
        }
      }
      Collections.reverse(steps);
      return new CriticalPath(goal, steps, end.get());
    }

    private Optional<String> toParent() {
      if (at.spawn().isEmpty()) {
        return Optional.of(
            at.truncation().startIsUnknown()
                ? at.title() + " began before the recording"
                : "the thread that spawned " + at.title() + " was not recorded");
      }
      Spawn spawn = at.spawn().get();
      Task parent = tasks.get(spawn.parent().id());
      if (parent == null || now <= parent.spawnedNanos() || now > parent.endNanos()) {
        return Optional.of(
            "there " + recording.threadName(spawn.parent().id()) + " spawned " + at.title());
      }
      at = parent;
      return Optional.empty();
    }

    private void step(int number) {
      Slice slice = slices().get(number);
      switch (slice) {
        case Slice.Running s -> add(What.RUNNING, "", siteAt(number + 1), s.startNanos());
        case Slice.Ready s -> add(What.READY, "", "", s.startNanos());
        case Slice.Unknown s -> add(What.UNKNOWN, "", "", s.startNanos());
        case Slice.Awaiting s -> await(What.AWAITING, s.await(), s);
        case Slice.Pinned s -> await(What.PINNED, s.await(), s);
      }
    }

    private void await(What what, Await await, Slice slice) {
      Optional<Task> waker = waker(await);
      // A waker may seem to be in the middle of an await, because the clocks of two carriers
      // differ. Then the path must not go on through the thread that will end that await. And it
      // never jumps twice without a step in between.
      boolean jumps = now >= slice.endNanos() && waker.isPresent() && now < jumpedAt;
      // A task that is joined ends a moment before.
      long from = jumps ? Math.min(now, waker.get().endNanos()) : slice.startNanos();
      if (from < now) {
        add(what, await.fine().name(), site(await), from);
      }
      if (jumps) {
        jumpedAt = now;
        at = waker.get();
      }
    }

    private Optional<Task> waker(Await await) {
      return switch (await.waker()) {
        case Waker.ByThread(long id) ->
            Optional.ofNullable(tasks.get(id))
                .filter(
                    task ->
                        task.spawnedNanos() < Math.min(now, task.endNanos())
                            && task.endNanos() > await.startNanos());
        case Waker.Timer ignored -> Optional.empty();
        case Waker.Itself ignored -> Optional.empty();
        case Waker.Unknown ignored -> Optional.empty();
      };
    }

    private void add(What what, String kind, String site, long startNanos) {
      long from = Math.max(startNanos, fromNanos);
      steps.add(new Step(at, what, kind, site, from, now));
      now = from;
    }

    private String siteAt(int number) {
      if (number >= slices().size()) {
        return "";
      }
      return switch (slices().get(number)) {
        case Slice.Awaiting s -> site(s.await());
        case Slice.Pinned s -> site(s.await());
        case Slice.Running ignored -> "";
        case Slice.Ready ignored -> "";
        case Slice.Unknown ignored -> "";
      };
    }

    private static String site(Await await) {
      return await.stack().suspensionPoint().map(Frame::site).orElse("(no stack taken)");
    }

    private List<Slice> slices() {
      return slices.computeIfAbsent(at.id(), id -> at.slices());
    }

    /** The slice of the present task that {@code nanos} is the end of, or lies within; or -1. */
    private int sliceBefore(long nanos) {
      List<Slice> all = slices();
      return Sorted.first(all.size(), i -> all.get(i).startNanos() >= nanos) - 1;
    }
  }
}
