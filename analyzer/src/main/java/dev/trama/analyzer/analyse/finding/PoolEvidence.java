package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.analyse.stats.Sorted;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.LongMap;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.Waker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether tasks that take a thing give it back, as with a pool, or others hand it out, as with a
 * queue of messages or a semaphore that is a signal. The wakers of the awaits of one awaitable show
 * it: a task that gives back has taken before.
 */
final class PoolEvidence {
  /** Fewer hand-overs prove nothing. */
  private static final int MIN_COUNT = 3;

  private static final double BY_TAKERS = 0.5;
  private static final double BY_OTHERS = 0.75;
  private static final double GIVEN_BACK = 0.75;

  /**
   * A task that wakes another this soon after it was woken passes on what it was given: a queue
   * with several messages or a semaphore with several permits wakes one task, which wakes the next.
   */
  private static final long PASSED_ON_NANOS = 200_000;

  /** Another await this soon after the last means that the thing was already gone. */
  private static final long IN_VAIN_NANOS = 1_000_000;

  private final Evidence evidence;
  private final LongMap<Boolean> takers = new LongMap<>();
  private final Set<String> sorts = new HashSet<>();

  /** What ended the awaits of each task, in order of time. */
  private final LongMap<List<Handover>> handovers = new LongMap<>();

  /** By task: when it took, and when it gave, from the awaits of others. */
  private final LongMap<List<Act>> acts = new LongMap<>();

  private int given;
  private int givenByTakers;
  private int givenByOthers;

  /** A thread that ended an await, and the origin of what it passed on, once that is known. */
  private static final class Handover {
    final long atNanos;
    final long waker;
    boolean isOriginKnown;
    long origin;

    Handover(long atNanos, long waker) {
      this.atNanos = atNanos;
      this.waker = waker;
    }
  }

  private record Act(long atNanos, boolean take, long awaitStartNanos) {}

  PoolEvidence(Evidence evidence, Map<Task, List<Await>> awaits) {
    this.evidence = evidence;
    for (Task task : awaits.keySet()) {
      takers.put(task.id(), true);
      sorts.add(evidence.entryLabel(task));
    }
    awaits.forEach((task, taken) -> taken.forEach(await -> learn(task, await)));
    awaits.forEach((task, taken) -> taken.forEach(await -> add(task, await)));
  }

  /** Of those at one instant, the last counts. */
  private void learn(Task task, Await await) {
    if (await.waker() instanceof Waker.ByThread(long waker)) {
      var handover = new Handover(await.readyAtNanos(), waker);
      List<Handover> ofTask = handovers.computeIfAbsent(task.id(), id -> new ArrayList<>(4));
      int after = firstAt(ofTask, handover.atNanos);
      if (after < ofTask.size() && ofTask.get(after).atNanos == handover.atNanos) {
        ofTask.set(after, handover);
      } else {
        ofTask.add(after, handover);
      }
    }
  }

  /** The first that was not earlier. Mostly they come in order, and that is none. */
  private static int firstAt(List<Handover> handovers, long atNanos) {
    return handovers.isEmpty() || handovers.getLast().atNanos < atNanos
        ? handovers.size()
        : Sorted.first(handovers.size(), i -> handovers.get(i).atNanos >= atNanos);
  }

  private void add(Task task, Await await) {
    if (await.waker() instanceof Waker.ByThread(long next)) {
      long waker = origin(next, await.readyAtNanos());
      act(task.id(), new Act(await.endNanos(), true, await.startNanos()));
      act(waker, new Act(await.readyAtNanos(), false, 0));
      given++;
      if (takers.containsKey(waker)) {
        givenByTakers++;
      } else if (evidence.task(waker).map(evidence::entryLabel).filter(sorts::contains).isEmpty()) {
        givenByOthers++;
      }
    }
  }

  /**
   * The origin of what the waker gave at that time, if it only passed it on. Every hand-over on the
   * way remembers it, because a chain may lead through all awaits, and each of them asks.
   */
  private long origin(long waker, long atNanos) {
    Handover before = passedOn(waker, atNanos);
    if (before == null) {
      return waker;
    }
    List<Handover> way = new ArrayList<>();
    long from = waker;
    while (before != null) {
      way.add(before);
      from = before.isOriginKnown ? before.origin : before.waker;
      before = before.isOriginKnown ? null : passedOn(from, before.atNanos);
    }
    for (Handover handover : way) {
      handover.isOriginKnown = true;
      handover.origin = from;
    }
    return from;
  }

  /** What the waker was given shortly before; null when nothing was. */
  private Handover passedOn(long waker, long atNanos) {
    List<Handover> ofWaker = handovers.getOrDefault(waker, List.of());
    int before = firstAt(ofWaker, atNanos) - 1;
    return before >= 0 && atNanos - ofWaker.get(before).atNanos <= PASSED_ON_NANOS
        ? ofWaker.get(before)
        : null;
  }

  private void act(long thread, Act act) {
    acts.computeIfAbsent(thread, id -> new ArrayList<>()).add(act);
  }

  /** What was given came from tasks unlike those that took. */
  boolean isRefuted() {
    return given >= MIN_COUNT && givenByOthers >= BY_OTHERS * given;
  }

  /**
   * Everything came from tasks that take, or similar ones that never had to wait; and a task that
   * has taken gives before it takes again. Workers that find more work for a common queue fail the
   * last condition.
   */
  boolean isCertain() {
    return given >= MIN_COUNT
        && givenByOthers == 0
        && givenByTakers >= BY_TAKERS * given
        && isGivenBack();
  }

  private boolean isGivenBack() {
    int back = 0;
    int kept = 0;
    for (List<Act> ofOne : acts.values()) {
      ofOne.sort(Comparator.comparingLong(Act::atNanos));
      for (int i = 1; i < ofOne.size(); i++) {
        Act before = ofOne.get(i - 1);
        Act next = ofOne.get(i);
        if (before.take() && !next.take()) {
          back++;
        } else if (before.take() && next.awaitStartNanos() - before.atNanos() > IN_VAIN_NANOS) {
          kept++;
        }
      }
    }
    return back >= MIN_COUNT && back >= GIVEN_BACK * (back + kept);
  }
}
