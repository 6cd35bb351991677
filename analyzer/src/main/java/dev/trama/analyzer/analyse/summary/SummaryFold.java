package dev.trama.analyzer.analyse.summary;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Completeness;
import dev.trama.analyzer.model.JdkThreads;
import dev.trama.analyzer.model.RecordingSpan;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Gathers a {@link Summary} from events in any order. Memory grows only by a few bits per task. */
public final class SummaryFold implements Consumer<TraceEvent> {
  private final boolean includeJdk;
  private final RecordingSpan recording;
  private final ConcurrencyFold concurrency;
  private final IdSet seen = new IdSet();
  private final IdSet suspended = new IdSet();
  private final IdSet internal = new IdSet();
  private final Set<Long> carriers = new HashSet<>();
  private final Map<AwaitKind, Tally> tallies = new EnumMap<>(AwaitKind.class);
  private long readyNanos;
  private long withoutStack;
  private int parallelism;
  private Completeness completeness = Completeness.UNKNOWN;

  private static final class Tally {
    long count;
    long nanos;

    void add(long durationNanos) {
      count++;
      nanos += durationNanos;
    }
  }

  public SummaryFold(RecordingSpan recording, boolean includeJdk) {
    this.includeJdk = includeJdk;
    this.recording = recording;
    this.concurrency = new ConcurrencyFold(recording);
    for (AwaitKind kind : AwaitKind.values()) {
      tallies.put(kind, new Tally());
    }
  }

  @Override
  public void accept(TraceEvent event) {
    switch (event) {
      case TraceEvent.Awaited e -> {
        if (isCounted(e.task())) {
          awaited(e.task(), e.await());
        }
      }
      case TraceEvent.StillAwaiting e -> {
        if (isCounted(e.task())
            && e.atNanos() >= recording.lastChunkNanos()
            && suspended.add(e.task().id())) {
          seen.add(e.task().id());
          concurrency.stillAwaiting(e.task().id(), e.await().startNanos());
        }
      }
      case TraceEvent.Started e -> {
        if (isCounted(e.task())) {
          seen.add(e.task().id());
          concurrency.started(e.task().id(), e.atNanos());
        }
      }
      case TraceEvent.Ended e -> {
        if (isCounted(e.task())) {
          seen.add(e.task().id());
          concurrency.ended(e.task().id(), e.atNanos());
        }
      }
      case TraceEvent.Worked ignored -> {}
      case TraceEvent.Counted e -> completeness = completeness.latest(e.completeness());
      case TraceEvent.Spawned e -> {
        if (isCounted(e.child())) {
          seen.add(e.child().id());
        }
      }
      case TraceEvent.Woke ignored -> {}
      case TraceEvent.PinnedBecause ignored -> {}
      case TraceEvent.Agent e -> parallelism = Math.max(parallelism, e.parallelism());
    }
  }

  private boolean isCounted(ThreadRef task) {
    if (includeJdk) {
      return true;
    }
    if (JdkThreads.isInternal(task.name())) {
      internal.add(task.id());
      return false;
    }
    return internal.size() == 0 || !internal.contains(task.id());
  }

  private void awaited(ThreadRef task, Await await) {
    seen.add(task.id());
    tallies.get(await.kind()).add(await.durationNanos());
    readyNanos += await.readyNanos();
    withoutStack += await.stack().isKnown() ? 0 : 1;
    concurrency.awaited(task.id(), await.startNanos(), await.endNanos());
    if (await.carrier().isKnown()) {
      carriers.add(await.carrier().id());
    }
  }

  public Summary summary() {
    Map<AwaitKind, Summary.Sum> byKind = new EnumMap<>(AwaitKind.class);
    tallies.forEach((kind, tally) -> byKind.put(kind, new Summary.Sum(tally.count, tally.nanos)));
    IdSet started = concurrency.startedTasks();
    IdSet ended = concurrency.endedTasks();
    return new Summary(
        new Summary.Tasks(seen.size(), started.size(), ended.size()),
        new Summary.Awaits(
            byKind.values().stream().mapToLong(Summary.Sum::count).sum(),
            byKind.values().stream().mapToLong(Summary.Sum::totalNanos).sum(),
            readyNanos,
            withoutStack,
            byKind),
        new Summary.Carriers(carriers.size(), parallelism),
        concurrency.inFlight(),
        concurrency.running(),
        completeness,
        suspended.size(),
        seen.sizeWithoutBoth(started, ended));
  }
}
