package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Slice;
import dev.trama.analyzer.model.SliceSink;
import dev.trama.analyzer.model.ThreadRef;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the time of requests went. The parts add up to the whole. */
public final class RequestTime {
  private long runningNanos;
  private long readyNanos;
  private long unknownNanos;
  private long awaitingNanos;
  private final Map<String, Nanos> byKind = new HashMap<>();
  private final Map<String, Nanos> byPinnedKind = new HashMap<>();
  private final SliceSink slices = new Slices();

  private static final class Nanos {
    long sum;
  }

  /** Of one request. */
  public static RequestTime of(Request request, Lifelines lifelines) {
    var time = new RequestTime();
    time.add(request, lifelines);
    return time;
  }

  /** Adds what was done while the client waited. */
  void add(Request request, Lifelines lifelines) {
    Part root = request.root();
    long before = total();
    if (root.isWhole()) {
      root.task().orElseThrow().eachSlice(slices);
    } else if (root.task().isPresent()) {
      lifelines.between(root.task().get(), root.startNanos(), root.endNanos(), this::add);
    }
    unknownNanos += root.durationNanos() - (total() - before);
  }

  private void add(Lifelines.Cut cut) {
    long nanos = cut.durationNanos();
    switch (cut.slice()) {
      case Slice.Running ignored -> runningNanos += nanos;
      case Slice.Ready ignored -> readyNanos += nanos;
      case Slice.Unknown ignored -> unknownNanos += nanos;
      case Slice.Awaiting s -> addAwaiting(byKind, s.await(), nanos);
      case Slice.Pinned s -> addAwaiting(byPinnedKind, s.await(), nanos);
    }
  }

  private void addAwaiting(Map<String, Nanos> kinds, Await await, long nanos) {
    awaitingNanos += nanos;
    kinds.computeIfAbsent(await.fine().name(), k -> new Nanos()).sum += nanos;
  }

  /** The slices of tasks that belong to a request from their first to their last. */
  private final class Slices implements SliceSink {
    @Override
    public void running(long startNanos, long endNanos, ThreadRef carrier) {
      runningNanos += endNanos - startNanos;
    }

    @Override
    public void ready(long startNanos, long endNanos) {
      readyNanos += endNanos - startNanos;
    }

    @Override
    public void awaiting(long startNanos, long endNanos, Await await) {
      addAwaiting(byKind, await, endNanos - startNanos);
    }

    @Override
    public void pinned(long startNanos, long endNanos, Await await, ThreadRef carrier) {
      addAwaiting(byPinnedKind, await, endNanos - startNanos);
    }

    @Override
    public void unknown(long startNanos, long endNanos) {
      unknownNanos += endNanos - startNanos;
    }
  }

  public long runningNanos() {
    return runningNanos;
  }

  public long readyNanos() {
    return readyNanos;
  }

  /** On a platform thread, or before the first sign of a task that began before the recording. */
  public long unknownNanos() {
    return unknownNanos;
  }

  /** By kind of awaitable, longest first; pinned awaits have kinds of their own. */
  public Map<String, Long> awaitingNanos() {
    Map<String, Long> all = new HashMap<>();
    byKind.forEach((kind, nanos) -> all.merge(kind, nanos.sum, Long::sum));
    byPinnedKind.forEach((kind, nanos) -> all.merge(kind + " (pinned)", nanos.sum, Long::sum));
    Map<String, Long> sorted = new LinkedHashMap<>();
    all.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  public long total() {
    return runningNanos + readyNanos + unknownNanos + awaitingNanos;
  }
}
