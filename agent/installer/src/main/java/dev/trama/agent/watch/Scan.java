package dev.trama.agent.watch;

import dev.trama.probe.OngoingAwaits;
import dev.trama.probe.PinnedTimes;
import dev.trama.probe.Totals;
import java.util.HashMap;
import java.util.Map;

/** One look at all threads that are suspended. */
final class Scan implements OngoingAwaits.Reader {
  private final StackKinds kinds;
  private final long nowNanos = System.nanoTime();
  private final Map<String, Tally> tallies = new HashMap<>();
  private final ReadyCounts readyNow = ReadyCounts.none();
  private final LockWaits lockWaits = new LockWaits(nowNanos);
  private final Oldest contended = new Oldest("");
  private long ready;
  private long pinnedNanos;

  private Scan(StackKinds kinds) {
    this.kinds = kinds;
  }

  /** The awaits of one kind. */
  private static final class Tally {
    final Oldest oldest;
    long count;

    Tally(String kind) {
      this.oldest = new Oldest(kind);
    }
  }

  /** The longest await so far; its thread's name is built only at the end. */
  private static final class Oldest {
    private String kind;
    private Thread thread;
    private long nanos;

    Oldest(String kind) {
      this.kind = kind;
    }

    void see(String awaited, Thread candidate, long age) {
      if (age > nanos) {
        kind = awaited;
        thread = candidate;
        nanos = age;
      }
    }

    Moment.Longest told() {
      if (thread == null) {
        return Moment.Longest.NONE;
      }
      String name = thread.getName().isEmpty() ? "" : thread.getName() + " ";
      String doing = kind.equals("ready") ? " ready" : " awaiting " + kind;
      return new Moment.Longest(nanos, name + "#" + thread.threadId() + doing);
    }
  }

  static Moment take(StackKinds kinds) {
    kinds.beginRound();
    var scan = new Scan(kinds);
    OngoingAwaits.read(scan);
    return scan.moment();
  }

  @Override
  public void read(OngoingAwaits at) {
    long woken = at.wokenNanos();
    if (woken != 0) {
      ready++;
      readyNow.add(nowNanos - woken);
      contended.see("ready", at.thread(), nowNanos - woken);
      return;
    }
    AwaitKinds.Kind kind = kinds.of(at);
    long age = nowNanos - at.sinceNanos();
    Tally tally = tallies.computeIfAbsent(kind.name(), Tally::new);
    tally.count++;
    tally.oldest.see(kind.name(), at.thread(), age);
    if (kind.contended()) {
      contended.see(kind.name(), at.thread(), age);
      lockWaits.add(at);
    }
    if (at.isPinned()) {
      pinnedNanos = Math.max(pinnedNanos, age);
    }
  }

  private Moment moment() {
    Map<String, Long> counts = new HashMap<>();
    Map<String, Moment.Longest> longest = new HashMap<>();
    tallies.forEach(
        (kind, tally) -> {
          counts.put(kind, tally.count);
          longest.put(kind, tally.oldest.told());
        });
    return new Moment(
        nowNanos,
        Totals.awaits(),
        counts,
        ready,
        ReadyCounts.sinceStart(),
        readyNow,
        longest,
        contended.told(),
        Math.max(pinnedNanos, PinnedTimes.take()),
        lockWaits.cycle());
  }
}
