package dev.trama.analyzer.analyse.live;

import dev.trama.analyzer.analyse.stats.Quantiles;
import dev.trama.analyzer.analyse.words.Names;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.LiveEvent;
import dev.trama.analyzer.model.LiveEvent.How;
import dev.trama.analyzer.model.Stack;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The sums of one moment by entry method and by suspension point. */
final class ViewSums {
  private final LiveTally tally;
  private final long nanos;
  private final Map<String, EntrySum> entries = new HashMap<>();
  private final Map<PointKey, PointSum> points = new HashMap<>();

  ViewSums(LiveTally tally, long nanos) {
    this.tally = tally;
    this.nanos = nanos;
  }

  private record PointKey(FineKind kind, Optional<Frame> frame, boolean pinned) {}

  private static final class EntrySum {
    final Map<String, Long> awaiting = new TreeMap<>();
    final Quantiles readyTimes = new Quantiles();
    long ready;
    long born;
    long ended;
    long awaits;
    LiveView.Oldest oldest = LiveView.Oldest.NONE;
  }

  private static final class PointSum {
    final Map<String, Long> wakers = new TreeMap<>();
    long awaiting;
    long ready;
    long awaits;
    long nanos;
    LiveView.Oldest oldest = LiveView.Oldest.NONE;
  }

  void add(LiveEvent.Waiting waiting) {
    How how = waiting.how();
    Stack stack = tally.stack(how);
    FineKind kind = tally.kind(how);
    var oldest = new LiveView.Oldest(waiting.longest(), waiting.longestNanos());
    EntrySum entry = entry(LiveTally.entry(stack, waiting.longest().name()));
    entry.ready += waiting.ready();
    if (waiting.awaiting() > 0) {
      entry.awaiting.merge(kind.name(), waiting.awaiting(), Long::sum);
    }
    entry.oldest = older(entry.oldest, oldest);
    PointSum point = point(how, kind, stack);
    point.awaiting += waiting.awaiting();
    point.ready += waiting.ready();
    point.oldest = older(point.oldest, oldest);
  }

  void add(How how, Rate rate) {
    Stack stack = tally.stack(how);
    EntrySum entry = entry(LiveTally.entry(stack, ""));
    entry.awaits += rate.count();
    rate.addReadyTo(entry.readyTimes);
    PointSum point = point(how, tally.kind(how), stack);
    point.awaits += rate.count();
    point.nanos += rate.nanos();
    rate.addWakersTo(point.wakers, id -> Names.family(tally.tasks().name(id)));
  }

  void add(String name, LiveTally.Births births) {
    EntrySum entry = entry(name);
    entry.born += births.born;
    entry.ended += births.ended;
  }

  private EntrySum entry(String name) {
    return entries.computeIfAbsent(name, it -> new EntrySum());
  }

  private PointSum point(How how, FineKind kind, Stack stack) {
    return points.computeIfAbsent(
        new PointKey(kind, stack.suspensionPoint(), LiveTally.isPinned(how)),
        key -> new PointSum());
  }

  private static LiveView.Oldest older(LiveView.Oldest one, LiveView.Oldest other) {
    return one.nanos() >= other.nanos() ? one : other;
  }

  static double perSecond(long count, long nanos) {
    return nanos == 0 ? 0 : count * 1e9 / nanos;
  }

  List<LiveView.Entry> entries() {
    return entries.entrySet().stream()
        .map(it -> entry(it.getKey(), it.getValue()))
        .sorted(
            Comparator.comparingLong(LiveView.Entry::suspended)
                .thenComparingDouble(LiveView.Entry::awaitsPerSecond)
                .reversed()
                .thenComparing(LiveView.Entry::name))
        .toList();
  }

  private LiveView.Entry entry(String name, EntrySum sum) {
    return new LiveView.Entry(
        name,
        sum.ready,
        Map.copyOf(sum.awaiting),
        perSecond(sum.born, nanos),
        perSecond(sum.ended, nanos),
        perSecond(sum.awaits, nanos),
        sum.readyTimes.p50(),
        sum.readyTimes.p99(),
        sum.oldest);
  }

  List<LiveView.Point> points() {
    return points.entrySet().stream()
        .map(it -> point(it.getKey(), it.getValue()))
        .sorted(
            Comparator.comparingLong((LiveView.Point point) -> point.awaiting() + point.ready())
                .thenComparingDouble(LiveView.Point::awaitsPerSecond)
                .reversed()
                .thenComparing(LiveView.Point::kind))
        .toList();
  }

  private LiveView.Point point(PointKey key, PointSum sum) {
    return new LiveView.Point(
        key.kind().name(),
        key.kind().category(),
        key.pinned(),
        key.frame(),
        sum.awaiting,
        sum.ready,
        perSecond(sum.awaits, nanos),
        sum.awaits == 0 ? 0 : sum.nanos / sum.awaits,
        Map.copyOf(sum.wakers),
        sum.oldest);
  }
}
