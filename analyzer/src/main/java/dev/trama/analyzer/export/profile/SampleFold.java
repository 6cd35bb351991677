package dev.trama.analyzer.export.profile;

import dev.trama.analyzer.analyse.words.Names;
import dev.trama.analyzer.analyse.words.ThreadNames;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.model.Waker;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * Sums awaits by stack, kind and waker. Wakers that differ only by a number are one. Memory grows
 * with the stacks and the wakers' names: beyond {@value #MAX_SINGLE} combinations, wakers have the
 * names that are known by then.
 */
public final class SampleFold implements Consumer<TraceEvent> {
  private static final int MAX_SINGLE = 200_000;

  private final BiPredicate<ThreadRef, Await> filter;
  private final ThreadNames names = new ThreadNames();
  private final Map<Key<Waker>, Tally> single = new HashMap<>();
  private final Map<Key<String>, Tally> named = new HashMap<>();

  private record Key<W>(Stack stack, AwaitKind kind, String fine, W waker) {}

  private static final class Tally {
    long awaits;
    long nanos;
    long readyNanos;

    void add(Tally other) {
      awaits += other.awaits;
      nanos += other.nanos;
      readyNanos += other.readyNanos;
    }
  }

  public SampleFold(BiPredicate<ThreadRef, Await> filter) {
    this.filter = filter;
  }

  @Override
  public void accept(TraceEvent event) {
    if (event instanceof TraceEvent.Awaited(ThreadRef task, Await await)) {
      if (filter.test(task, await)) {
        add(await);
      }
    } else {
      names.accept(event);
    }
  }

  private void add(Await await) {
    var key = new Key<>(await.stack(), await.kind(), await.fine().name(), await.waker());
    Tally tally = single.computeIfAbsent(key, k -> new Tally());
    tally.awaits++;
    tally.nanos += Math.max(0, await.durationNanos());
    tally.readyNanos += Math.max(0, await.readyNanos());
    if (single.size() > MAX_SINGLE) {
      fold();
    }
  }

  private void fold() {
    single.forEach(
        (key, tally) ->
            named
                .computeIfAbsent(
                    new Key<>(key.stack(), key.kind(), key.fine(), name(key.waker())),
                    k -> new Tally())
                .add(tally));
    single.clear();
  }

  private String name(Waker waker) {
    return switch (waker) {
      case Waker.ByThread(long id) -> Names.family(names.name(id));
      case Waker.Timer ignored -> "timer";
      case Waker.Itself ignored -> "";
      case Waker.Unknown ignored -> "";
    };
  }

  /** The samples, the longest first. */
  public List<Sample> samples() {
    fold();
    return named.entrySet().stream()
        .map(
            e ->
                new Sample(
                    e.getKey().stack(),
                    e.getKey().kind(),
                    e.getKey().fine(),
                    e.getKey().waker(),
                    e.getValue().awaits,
                    e.getValue().nanos,
                    e.getValue().readyNanos))
        .sorted(
            Comparator.comparingLong(Sample::nanos)
                .reversed()
                .thenComparingLong(Sample::awaits)
                .thenComparing(Sample::label)
                .thenComparing(Sample::waker)
                .thenComparing(sample -> sample.stack().toString()))
        .toList();
  }
}
