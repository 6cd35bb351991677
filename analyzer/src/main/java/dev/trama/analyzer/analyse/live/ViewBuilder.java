package dev.trama.analyzer.analyse.live;

import dev.trama.analyzer.analyse.live.LiveTally.Births;
import dev.trama.analyzer.analyse.stats.Quantiles;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.LiveEvent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes one {@link LiveView} from the sums of a {@link LiveTally}. */
final class ViewBuilder {
  private final LiveTally tally;
  private final long atNanos;
  private final long nanos;
  private final List<LiveEvent.Waiting> waiting;
  private final List<LiveEvent.Running> running;

  ViewBuilder(LiveTally tally, long atNanos, long nanos) {
    this.tally = tally;
    this.atNanos = atNanos;
    this.nanos = nanos;
    this.waiting =
        tally.look().waiting().stream().filter(it -> tally.isShown(it.longest().name())).toList();
    this.running = tally.look().running();
  }

  LiveView build() {
    var sums = new ViewSums(tally, nanos);
    waiting.forEach(sums::add);
    tally.rates().forEach(sums::add);
    tally.births().forEach((String name, Births births) -> sums.add(name, births));
    List<LiveView.Carrier> carriers = carriers();
    List<LiveView.Point> points = sums.points();
    List<LiveView.Waiter> tasks = tasks();
    LiveView.Counts counts = counts();
    return new LiveView(
        atNanos,
        nanos,
        tally.look().count(),
        counts,
        kinds(),
        sums.entries(),
        points,
        tasks,
        carriers,
        LiveFindings.of(counts, points, carriers, tasks),
        new ChosenTask(tally).view());
  }

  private LiveView.Counts counts() {
    Quantiles ready = tally.ready();
    long awaits = tally.rates().values().stream().mapToLong(Rate::count).sum();
    return new LiveView.Counts(
        running.stream()
            .filter(it -> it.task().isKnown() && !it.blocked())
            .filter(it -> tally.isShown(it.task().name()))
            .count(),
        waiting.stream().mapToLong(LiveEvent.Waiting::ready).sum(),
        waiting.stream().mapToLong(LiveEvent.Waiting::awaiting).sum(),
        waiting.stream()
            .filter(it -> LiveTally.isPinned(it.how()))
            .mapToLong(LiveEvent.Waiting::awaiting)
            .sum(),
        ViewSums.perSecond(tally.born(), nanos),
        ViewSums.perSecond(tally.ended(), nanos),
        ViewSums.perSecond(awaits, nanos),
        ready.p50(),
        ready.p99(),
        waiting.stream().mapToLong(LiveEvent.Waiting::longestNanos).max().orElse(0),
        tally.lost());
  }

  private List<LiveView.Kind> kinds() {
    Map<FineKind, Long> counts = new HashMap<>();
    for (LiveEvent.Waiting it : waiting) {
      if (it.awaiting() > 0) {
        counts.merge(tally.kind(it.how()), it.awaiting(), Long::sum);
      }
    }
    return counts.entrySet().stream()
        .map(it -> new LiveView.Kind(it.getKey().name(), it.getKey().category(), it.getValue()))
        .sorted(
            Comparator.comparingLong(LiveView.Kind::awaiting)
                .reversed()
                .thenComparing(LiveView.Kind::name))
        .toList();
  }

  private List<LiveView.Carrier> carriers() {
    return running.stream()
        .map(it -> new LiveView.Carrier(it.carrier(), it.task(), it.forNanos(), it.blocked()))
        .sorted(
            Comparator.comparingInt((LiveView.Carrier it) -> it.name().length())
                .thenComparing(LiveView.Carrier::name))
        .toList();
  }

  private List<LiveView.Waiter> tasks() {
    return tally.look().tasks().stream()
        .filter(it -> tally.isShown(it.task().name()))
        .map(this::waiter)
        .sorted(Comparator.comparingLong(LiveView.Waiter::nanos).reversed())
        .toList();
  }

  private LiveView.Waiter waiter(LiveEvent.WaitingTask it) {
    var stack = tally.stack(it.how());
    FineKind kind = tally.kind(it.how());
    return new LiveView.Waiter(
        it.task(),
        tally.entry(it.task(), stack),
        kind.name(),
        kind.category(),
        it.wokenBy() != 0,
        LiveTally.isPinned(it.how()),
        it.nanos(),
        stack.suspensionPoint(),
        tally.tasks().ref(it.owner()));
  }
}
