package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.model.Slice;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the time of requests went. The parts add up to the whole. */
public final class RequestTime {
  private long runningNanos;
  private long readyNanos;
  private long unknownNanos;
  private final Map<String, long[]> awaitingNanos = new HashMap<>();

  /** Of one request. */
  public static RequestTime of(Request request, Lifelines lifelines) {
    var time = new RequestTime();
    time.add(request, lifelines);
    return time;
  }

  /** Adds what was done in the time for which somebody waited. */
  void add(Request request, Lifelines lifelines) {
    Part root = request.root();
    long told = 0;
    if (root.task().isPresent()) {
      long before = total();
      lifelines.between(root.task().get(), root.startNanos(), root.endNanos(), this::add);
      told = total() - before;
    }
    unknownNanos += root.durationNanos() - told;
  }

  private void add(Lifelines.Cut cut) {
    long nanos = cut.durationNanos();
    switch (cut.slice()) {
      case Slice.Running ignored -> runningNanos += nanos;
      case Slice.Ready ignored -> readyNanos += nanos;
      case Slice.Unknown ignored -> unknownNanos += nanos;
      case Slice.Awaiting s -> addAwaiting(s.await().fine().name(), nanos);
      case Slice.Pinned s -> addAwaiting(s.await().fine().name() + " (pinned)", nanos);
    }
  }

  private void addAwaiting(String kind, long nanos) {
    awaitingNanos.computeIfAbsent(kind, k -> new long[1])[0] += nanos;
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

  /** By kind of awaitable, most first; what blocked its carrier as well by a kind of its own. */
  public Map<String, Long> awaitingNanos() {
    Map<String, Long> sorted = new LinkedHashMap<>();
    awaitingNanos.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, long[]> entry) -> entry.getValue()[0])
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()[0]));
    return sorted;
  }

  public long total() {
    long awaiting = 0;
    for (long[] nanos : awaitingNanos.values()) {
      awaiting += nanos[0];
    }
    return runningNanos + readyNanos + unknownNanos + awaiting;
  }
}
