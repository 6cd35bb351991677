package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One method that awaits IO or time in several of the methods it calls, one after the other, with
 * next to no work in between. A recording cannot prove that they are independent, so the finding
 * says "if".
 *
 * <p>Not reported: {@code get} on futures that were all started before, which is already
 * concurrent; queues and locks, whose order matters.
 */
final class SerialAwaits implements Detector {
  private static final long NOTICEABLE_NANOS = 1_000_000;
  private static final double WORK_BETWEEN = 0.2;
  private static final double SHARE = 0.1;

  @Override
  public String id() {
    return "serial-awaits";
  }

  @Override
  public String looksFor() {
    return "methods that awaited IO or time in 2 or more different calls one after the other, 1 ms"
        + " or more each, for 10% of their tasks' time";
  }

  /** Consecutive awaits below one method, by the calling line. */
  private static final class Series {
    final Map<String, Long> calls = new LinkedHashMap<>();
    final Set<Task> tasks = new LinkedHashSet<>();
    long nanos;
    long savedNanos;
  }

  @Override
  public List<Finding> detect(Evidence evidence) {
    Map<String, Series> byMethod = new LinkedHashMap<>();
    for (Task task : evidence.recording().tasks()) {
      collect(task, byMethod);
    }
    List<Finding> findings = new ArrayList<>();
    byMethod.forEach(
        (method, series) -> {
          long lives = series.tasks.stream().mapToLong(t -> t.endNanos() - t.spawnedNanos()).sum();
          if (series.savedNanos >= lives * SHARE) {
            findings.add(finding(method, series));
          }
        });
    return findings;
  }

  private static void collect(Task task, Map<String, Series> byMethod) {
    List<Await> run = new ArrayList<>();
    for (Await await : task.awaits()) {
      if (!isCandidate(await)) {
        close(task, run, byMethod);
      } else {
        boolean follows =
            !run.isEmpty()
                && await.startNanos() - run.getLast().endNanos()
                    <= WORK_BETWEEN * await.durationNanos()
                && caller(run, await).isPresent();
        if (!follows) {
          close(task, run, byMethod);
        }
        run.add(await);
      }
    }
    close(task, run, byMethod);
  }

  private static boolean isCandidate(Await await) {
    boolean independentlyUseful =
        switch (await.fine().category()) {
          case IO, TIMER -> true;
          case LOCK, POOL, SIGNAL, TASK, OTHER -> false;
        };
    return independentlyUseful && await.durationNanos() >= NOTICEABLE_NANOS;
  }

  /** The innermost method that both stacks go through but leave by different lines. */
  private static Optional<Frame[]> caller(List<Await> run, Await next) {
    List<Frame> a = run.getLast().stack().shown();
    List<Frame> b = next.stack().shown();
    for (int up = 1; up <= Math.min(a.size(), b.size()); up++) {
      Frame x = a.get(a.size() - up);
      Frame y = b.get(b.size() - up);
      if (!x.qualified().equals(y.qualified())) {
        return Optional.empty();
      }
      if (x.line() != y.line()) {
        return Optional.of(new Frame[] {x, y});
      }
    }
    return Optional.empty();
  }

  private static void close(Task task, List<Await> run, Map<String, Series> byMethod) {
    if (run.size() >= 2) {
      Frame method = caller(run.subList(0, run.size() - 1), run.getLast()).orElseThrow()[0];
      add(task, method, run, byMethod);
    }
    run.clear();
  }

  /** The sequence may have begun in another method, which is not the cause. */
  private static void add(Task task, Frame method, List<Await> run, Map<String, Series> byMethod) {
    var series = byMethod.computeIfAbsent(method.label(), m -> new Series());
    long longest = 0;
    long sum = 0;
    for (Await await : run) {
      Optional<String> line = line(await, method);
      if (line.isPresent()) {
        sum += await.durationNanos();
        longest = Math.max(longest, await.durationNanos());
        series.calls.merge(line.get(), await.durationNanos(), Long::sum);
      }
    }
    series.tasks.add(task);
    series.nanos += sum;
    series.savedNanos += sum - longest;
  }

  private static Optional<String> line(Await await, Frame method) {
    return await.stack().shown().stream()
        .filter(frame -> frame.qualified().equals(method.qualified()))
        .map(Frame::site)
        .reduce((inner, outer) -> outer);
  }

  private Finding finding(String method, Series series) {
    List<String> lines = series.calls.keySet().stream().limit(5).toList();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("method", method);
    facts.put("lines", lines);
    facts.put("tasks", series.tasks.size());
    facts.put("totalNanos", series.nanos);
    facts.put("savedAtMostNanos", series.savedNanos);
    return new Finding(
        id(),
        Severity.INFO,
        method,
        method
            + " awaits one after the other at "
            + String.join(", ", lines)
            + " in "
            + Text.times(series.tasks.size(), "task")
            + "; if they do not need each other's"
            + " results, doing them at once saves up to "
            + Text.duration(series.savedNanos)
            + " of "
            + Text.duration(series.nanos),
        facts,
        "Awaits one after the other add up; at the same time they take as long as the longest.",
        "Fork them in a StructuredTaskScope, or submit them to a virtual-thread executor and get"
            + " both results afterwards.",
        series.savedNanos);
  }
}
