package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.analyse.finding.BySite.Site;
import dev.trama.analyzer.analyse.stats.Sorted;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitCategory;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.Waker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Locks and connections that tasks hold while they await something slow and others queue. The task
 * that woke a waiter has held what it waited for: since its own wait for it ended, or else all the
 * time. Awaiting the database on a connection is what it is for, and no finding.
 */
final class HeldAcrossAwait implements Detector {
  private static final long MIN_NANOS = 20_000_000;
  private static final long SLOW_NANOS = 1_000_000;
  private static final double SHARE = 0.1;
  private static final int MIN_COUNT = 3;
  private static final int MAX_STACKS = 50;

  private final Map<Stack, Boolean> ofDatabase = new HashMap<>();

  /** Of all windows so far. */
  private final Map<Key, Held> found = new LinkedHashMap<>();

  private final BySite<Awaited> totals = new BySite<>(Awaited::new);
  private final Map<String, Set<Stack>> takers = new HashMap<>();

  @Override
  public String id() {
    return "held-across-await";
  }

  @Override
  public String looksFor() {
    return "locks and connections held across awaits of 1 ms or more, for which others waited 20"
        + " ms and a tenth of their time in the queue, 3 times at least";
  }

  /** What was held, by the place where others waited for it, and across what. */
  private record Key(String held, String site, String kind, String across) {}

  /** One await of a holder. */
  private record Across(long task, long startNanos) {}

  private static final class Awaited {
    long nanos;
  }

  private static final class Held {
    long waitedNanos;
    long waits;
    long awaits;
    long awaitNanos;

    /** Of this window: several may wait for one await of the holder. */
    final Set<Across> seen = new HashSet<>();

    /** Stacks that lead to the place of the await; the first few. */
    final Set<Stack> stacks = new LinkedHashSet<>();

    String example = "";

    void add(Across await, long nanos) {
      if (seen.add(await)) {
        awaits++;
        awaitNanos += nanos;
      }
    }

    void endWindow() {
      seen.clear();
    }

    long meanNanos() {
      return awaitNanos / Math.max(1, awaits);
    }
  }

  @Override
  public boolean looksAtWholeRecording() {
    return true;
  }

  @Override
  public List<Finding> detect(Evidence evidence) {
    for (Task task : evidence.recording().tasks()) {
      for (Await await : task.awaits()) {
        if (isHeldThing(await)) {
          totals.of(await).nanos += await.awaitingNanos();
          takers.computeIfAbsent(await.fine().name(), k -> new HashSet<>()).add(await.stack());
          if (await.waker() instanceof Waker.ByThread(long id)) {
            evidence.task(id).ifPresent(holder -> blame(await, holder));
          }
        }
      }
    }
    found.values().forEach(Held::endWindow);
    return evidence.isTheEnd() ? findings() : List.of();
  }

  private List<Finding> findings() {
    return found.entrySet().stream()
        .filter(e -> isWorthIt(e.getKey(), e.getValue()))
        .flatMap(
            e ->
                finding(e.getKey(), e.getValue(), takers.getOrDefault(e.getKey().held(), Set.of()))
                    .stream())
        .toList();
  }

  private static boolean isHeldThing(Await await) {
    return await.kind() != AwaitKind.YIELD
        && (await.fine().category() == AwaitCategory.LOCK || isConnection(await.fine().name()));
  }

  private static boolean isConnection(String kind) {
    return kind.equals("connection pool");
  }

  private boolean isWorthIt(Key key, Held held) {
    long total = totals.getOrDefault(new Site(key.held(), key.site()), new Awaited()).nanos;
    return held.waits >= MIN_COUNT
        && held.waitedNanos >= MIN_NANOS
        && held.waitedNanos >= SHARE * total
        && held.meanNanos() >= SLOW_NANOS;
  }

  private void blame(Await waited, Task holder) {
    long from = waited.startNanos();
    long to = waited.readyAtNanos();
    List<Await> awaits = holder.awaits();
    int begun = Sorted.first(awaits.size(), i -> awaits.get(i).startNanos() >= to);
    for (int i = begun - 1; i >= 0 && awaits.get(i).endNanos() > from; i--) {
      Await across = awaits.get(i);
      if (isSame(waited, across)) {
        return; // before that it waited in the queue itself
      }
      long nanos = Math.min(to, across.readyAtNanos()) - Math.max(from, across.startNanos());
      if (nanos > 0 && isSlowThing(waited, across)) {
        Held held =
            found.computeIfAbsent(
                new Key(
                    waited.fine().name(),
                    Sites.site(waited),
                    across.fine().name(),
                    Sites.site(across)),
                k -> new Held());
        held.waitedNanos += nanos;
        if (held.stacks.size() < MAX_STACKS) {
          held.stacks.add(across.stack());
        }
        held.waits++;
        held.add(new Across(holder.id(), across.startNanos()), across.durationNanos());
        held.example = holder.titleAndId();
      }
    }
  }

  private static boolean isSame(Await waited, Await across) {
    if (!waited.fine().equals(across.fine())) {
      return false;
    }
    boolean known = waited.awaitable().identity() != 0 && across.awaitable().identity() != 0;
    return known
        ? waited.awaitable().equals(across.awaitable())
        : Sites.site(waited).equals(Sites.site(across));
  }

  private boolean isSlowThing(Await waited, Await across) {
    return across.kind() != AwaitKind.YIELD
        && across.stack().isKnown()
        && !(isConnection(waited.fine().name())
            && ofDatabase.computeIfAbsent(across.stack(), HeldAcrossAwait::isOfDatabase));
  }

  private static boolean isOfDatabase(Stack stack) {
    return stack.frames().stream()
        .map(frame -> frame.type())
        .anyMatch(
            type ->
                type.startsWith("java.sql.")
                    || type.startsWith("javax.sql.")
                    || type.contains("jdbc")
                    || type.contains(".HikariProxy"));
  }

  /** For a connection, only where the code shows that it is taken earlier in the same method. */
  private Optional<Finding> finding(Key key, Held held, Set<Stack> takers) {
    Optional<Taken> taken =
        held.stacks.stream().flatMap(stack -> Taken.of(stack, takers).stream()).findFirst();
    return taken.isEmpty() && isConnection(key.held())
        ? Optional.empty()
        : Optional.of(finding(key, held, taken));
  }

  private Finding finding(Key key, Held held, Optional<Taken> taken) {
    String what = isConnection(key.held()) ? "A connection" : "The " + key.held();
    String across = key.across();
    long mean = held.meanNanos();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("site", across);
    facts.put("kind", key.kind());
    facts.put("held", key.held());
    facts.put("awaitedAt", key.site());
    facts.put("takenAt", taken.map(Taken::at).orElse(""));
    facts.put("acrossAt", taken.map(Taken::acrossAt).orElse(""));
    facts.put("count", held.awaits);
    facts.put("meanNanos", mean);
    facts.put("waits", held.waits);
    facts.put("waitedNanos", held.waitedNanos);
    facts.put("example", held.example);
    return new Finding(
        id(),
        Severity.WARNING,
        key.held() + " " + key.site() + " " + across,
        what
            + taken.map(t -> " taken at " + t.at()).orElse("")
            + " is held across "
            + Text.times(held.awaits, "await")
            + " of "
            + key.kind()
            + " at "
            + across
            + taken
                .map(Taken::acrossAt)
                .filter(line -> !line.equals(across))
                .map(line -> " (from " + line + ")")
                .orElse("")
            + ", "
            + Text.duration(mean)
            + " each, for which others at "
            + key.site()
            + " waited "
            + Text.duration(held.waitedNanos),
        facts,
        "The next in the queue waits for what the holder awaits, although it has nothing to do"
            + " with it.",
        "Await the slow operation before you take it or after you give it back, or split it by"
            + " key.",
        held.waitedNanos);
  }
}
