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

/** Makes one {@link LiveView} of what a {@link LiveTally} has added up. */
final class ViewBuilder {
  private final LiveTally tally;
  private final long atNanos;
  private final long nanos;
  private final Map<String, EntrySum> entries = new HashMap<>();
  private final Map<PlaceKey, PlaceSum> places = new HashMap<>();

  ViewBuilder(LiveTally tally, long atNanos, long nanos) {
    this.tally = tally;
    this.atNanos = atNanos;
    this.nanos = nanos;
  }

  private record PlaceKey(FineKind kind, Optional<Frame> frame, boolean pinned) {}

  private static final class EntrySum {
    final Map<String, Long> awaiting = new TreeMap<>();
    final Quantiles readyTimes = new Quantiles();
    long ready;
    long born;
    long ended;
    long awaits;
    LiveView.Oldest oldest = LiveView.Oldest.NONE;
  }

  private static final class PlaceSum {
    final Map<String, Long> wakers = new TreeMap<>();
    long awaiting;
    long ready;
    long awaits;
    long nanos;
    LiveView.Oldest oldest = LiveView.Oldest.NONE;
  }

  LiveView build() {
    tally.waiting().forEach(this::add);
    tally.rates().forEach(this::add);
    tally
        .births()
        .forEach(
            (name, births) -> {
              EntrySum entry = entries.computeIfAbsent(name, it -> new EntrySum());
              entry.born += births.born;
              entry.ended += births.ended;
            });
    List<LiveView.Carrier> carriers = carriers();
    List<LiveView.Place> built = places();
    LiveView.Counts counts = counts(carriers);
    return new LiveView(
        atNanos,
        nanos,
        tally.looks(),
        counts,
        entries(),
        built,
        carriers,
        LiveFindings.of(counts, built, carriers));
  }

  private void add(LiveEvent.Waiting waiting) {
    How how = waiting.how();
    Stack stack = tally.stack(how);
    FineKind kind = tally.kind(how);
    var oldest = new LiveView.Oldest(waiting.longest(), waiting.longestNanos(), kind.name(), stack);
    EntrySum entry =
        entries.computeIfAbsent(
            LiveTally.entry(stack, waiting.longest().name()), name -> new EntrySum());
    entry.ready += waiting.ready();
    if (waiting.awaiting() > 0) {
      entry.awaiting.merge(kind.name(), waiting.awaiting(), Long::sum);
    }
    entry.oldest = older(entry.oldest, oldest);
    PlaceSum place = place(how, kind, stack);
    place.awaiting += waiting.awaiting();
    place.ready += waiting.ready();
    place.oldest = older(place.oldest, oldest);
  }

  private void add(How how, Rate rate) {
    Stack stack = tally.stack(how);
    EntrySum entry = entries.computeIfAbsent(LiveTally.entry(stack, ""), name -> new EntrySum());
    entry.awaits += rate.count();
    rate.addReadyTo(entry.readyTimes);
    PlaceSum place = place(how, tally.kind(how), stack);
    place.awaits += rate.count();
    place.nanos += rate.nanos();
    rate.addWakersTo(place.wakers, id -> Names.family(tally.tasks().name(id)));
  }

  private PlaceSum place(How how, FineKind kind, Stack stack) {
    return places.computeIfAbsent(
        new PlaceKey(kind, stack.suspensionPoint(), tally.isPinned(how)), key -> new PlaceSum());
  }

  private static LiveView.Oldest older(LiveView.Oldest one, LiveView.Oldest other) {
    return one.nanos() >= other.nanos() ? one : other;
  }

  private double perSecond(long count) {
    return nanos == 0 ? 0 : count * 1e9 / nanos;
  }

  private LiveView.Counts counts(List<LiveView.Carrier> carriers) {
    Quantiles ready = tally.ready();
    long awaits = tally.rates().values().stream().mapToLong(Rate::count).sum();
    return new LiveView.Counts(
        carriers.stream().filter(carrier -> carrier.task().isKnown()).count(),
        tally.waiting().stream().mapToLong(LiveEvent.Waiting::ready).sum(),
        tally.waiting().stream().mapToLong(LiveEvent.Waiting::awaiting).sum(),
        perSecond(tally.born()),
        perSecond(tally.ended()),
        perSecond(awaits),
        ready.p50(),
        ready.p99(),
        tally.waiting().stream().mapToLong(LiveEvent.Waiting::longestNanos).max().orElse(0),
        tally.lost());
  }

  private List<LiveView.Carrier> carriers() {
    return tally.running().stream()
        .map(it -> new LiveView.Carrier(it.carrier(), it.task(), it.forNanos()))
        .sorted(
            Comparator.comparingInt((LiveView.Carrier it) -> it.name().length())
                .thenComparing(LiveView.Carrier::name))
        .toList();
  }

  private List<LiveView.Entry> entries() {
    return entries.entrySet().stream()
        .map(
            it -> {
              EntrySum sum = it.getValue();
              return new LiveView.Entry(
                  it.getKey(),
                  sum.ready,
                  Map.copyOf(sum.awaiting),
                  perSecond(sum.born),
                  perSecond(sum.ended),
                  perSecond(sum.awaits),
                  sum.readyTimes.p50(),
                  sum.readyTimes.p99(),
                  sum.oldest);
            })
        .sorted(
            Comparator.comparingLong(LiveView.Entry::suspended)
                .thenComparingDouble(LiveView.Entry::awaitsPerSecond)
                .reversed()
                .thenComparing(LiveView.Entry::name))
        .toList();
  }

  private List<LiveView.Place> places() {
    return places.entrySet().stream()
        .map(
            it -> {
              PlaceKey key = it.getKey();
              PlaceSum sum = it.getValue();
              return new LiveView.Place(
                  key.kind().name() + (key.pinned() ? " (pinned)" : ""),
                  key.frame(),
                  sum.awaiting,
                  sum.ready,
                  perSecond(sum.awaits),
                  sum.awaits == 0 ? 0 : sum.nanos / sum.awaits,
                  Map.copyOf(sum.wakers),
                  sum.oldest);
            })
        .sorted(
            Comparator.comparingLong((LiveView.Place place) -> place.awaiting() + place.ready())
                .thenComparingDouble(LiveView.Place::awaitsPerSecond)
                .reversed()
                .thenComparing(LiveView.Place::kind))
        .toList();
  }
}
