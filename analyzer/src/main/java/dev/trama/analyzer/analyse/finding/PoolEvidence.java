package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.Waker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether those who take a thing give it back, as with a pool, or others hand it out, as with a
 * queue of messages or a semaphore that is a signal. Told by who ended the awaits, all of one
 * awaitable: whoever gives back has taken.
 */
final class PoolEvidence {
  /** So few hand-overs prove nothing. */
  private static final int MIN_COUNT = 3;

  private static final double BY_TAKERS = 0.5;
  private static final double BY_OTHERS = 0.75;
  private static final double GIVEN_BACK = 0.75;

  /**
   * Who wakes another so soon after having been woken passes on what it was given: a queue with
   * several messages and a semaphore with several permits wake one who wakes the next.
   */
  private static final long PASSED_ON_NANOS = 200_000;

  /** Another await so soon after the last means that the thing was gone again. */
  private static final long IN_VAIN_NANOS = 1_000_000;

  private final Evidence evidence;
  private final Set<Long> takers = new HashSet<>();
  private final Set<String> sorts = new HashSet<>();

  /** Which thread ended the awaits of each task, by when they ended. */
  private final Map<Long, NavigableMap<Long, Long>> wokenBy = new HashMap<>();

  /** By task: when it took, and when it gave, which the awaits of others tell. */
  private final Map<Long, List<Act>> acts = new HashMap<>();

  private int given;
  private int givenByTakers;
  private int givenByOthers;

  private record Act(long atNanos, boolean take, long awaitStartNanos) {}

  PoolEvidence(Evidence evidence, Map<Task, List<Await>> awaits) {
    this.evidence = evidence;
    for (Task task : awaits.keySet()) {
      takers.add(task.id());
      sorts.add(task.entryLabel());
    }
    awaits.forEach((task, taken) -> taken.forEach(await -> learn(task, await)));
    awaits.forEach((task, taken) -> taken.forEach(await -> add(task, await)));
  }

  private void learn(Task task, Await await) {
    if (await.waker() instanceof Waker.ByThread(long waker)) {
      wokenBy.computeIfAbsent(task.id(), id -> new TreeMap<>()).put(await.readyAtNanos(), waker);
    }
  }

  private void add(Task task, Await await) {
    if (await.waker() instanceof Waker.ByThread(long next)) {
      long waker = origin(next, await.readyAtNanos());
      act(task.id(), new Act(await.endNanos(), true, await.startNanos()));
      act(waker, new Act(await.readyAtNanos(), false, 0));
      given++;
      if (takers.contains(waker)) {
        givenByTakers++;
      } else if (evidence.task(waker).map(Task::entryLabel).filter(sorts::contains).isEmpty()) {
        givenByOthers++;
      }
    }
  }

  /** Where what the waker gave at that time came from, if it only passed it on. */
  private long origin(long waker, long atNanos) {
    long at = atNanos;
    long from = waker;
    while (wokenBy.containsKey(from)) {
      var before = wokenBy.get(from).lowerEntry(at);
      if (before == null || at - before.getKey() > PASSED_ON_NANOS) {
        break;
      }
      at = before.getKey();
      from = before.getValue();
    }
    return from;
  }

  private void act(long thread, Act act) {
    acts.computeIfAbsent(thread, id -> new ArrayList<>()).add(act);
  }

  /** What was given came from others, unlike those who took. */
  boolean isRefuted() {
    return given >= MIN_COUNT && givenByOthers >= BY_OTHERS * given;
  }

  /**
   * Everything came from those who take, or tasks like them that never had to wait; and who has
   * taken gives before taking again. Workers that find more work for a common queue fail the last.
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
