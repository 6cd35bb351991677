package dev.trama.analyzer.analyse.why;

import dev.trama.analyzer.analyse.request.Activity;
import dev.trama.analyzer.analyse.request.Lifelines;
import dev.trama.analyzer.analyse.request.Part;
import dev.trama.analyzer.analyse.request.PartIndex;
import dev.trama.analyzer.analyse.request.Places;
import dev.trama.analyzer.analyse.request.RequestWindow;
import dev.trama.analyzer.analyse.words.Names;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitCategory;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Slice;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows awaits to the tasks that ended them. The time of an await is explained by what its waker
 * did then: it ran, was ready, or awaited another task in turn, whose time is followed in the same
 * way. Where the waker waited for the same thing before, as in the queue of a lock, its own wait is
 * part of the first one's.
 *
 * <p>A task is not blamed for a time in which it did not exist, or had not begun the request in
 * which it woke the other: what it did for an earlier request is unrelated.
 */
final class ChainWalk {
  /** A longer queue is not followed to its end. */
  private static final int MAX_DEPTH = 400;

  private final Recording recording;
  private final Lifelines lifelines;
  private final PartIndex parts;
  private final Places places;
  private final Blame blame;
  private final Map<Long, Task> tasks;

  /** How many intervals may still be looked at: a bound on time and memory. */
  private long budget;

  /** Receives every interval that is attributed to a task. */
  interface Blame {
    void on(Task task, Activity activity, long startNanos, long endNanos);
  }

  ChainWalk(RequestWindow window, Places places, Blame blame, long budget) {
    this.recording = window.recording();
    this.tasks = window.tasks();
    this.lifelines = window.lifelines();
    this.parts = window.parts();
    this.places = places;
    this.blame = blame;
    this.budget = budget;
  }

  long budgetLeft() {
    return budget;
  }

  /** Adds everything that the part awaited from others, as branches. */
  void explain(Chain root, Part part) {
    if (part.task().isEmpty()) {
      return;
    }
    Task task = part.task().get();
    String who = parts.nameAt(task, part.endNanos());
    lifelines.between(
        task,
        part.startNanos(),
        part.endNanos(),
        cut ->
            awaited(cut.slice())
                .filter(ChainWalk::isOfOthers)
                .ifPresent(
                    await -> {
                      var link =
                          new Chain.Link(
                              Chain.Relation.ROOT, who, Activity.of(cut.slice(), places));
                      Chain branch = root.branch(link);
                      root.add(cut.durationNanos());
                      branch.add(cut.durationNanos());
                      follow(branch, await, cut, MAX_DEPTH);
                    }));
  }

  private static Optional<Await> awaited(Slice slice) {
    return switch (slice) {
      case Slice.Awaiting s -> Optional.of(s.await());
      case Slice.Pinned s -> Optional.of(s.await());
      case Slice.Running ignored -> Optional.empty();
      case Slice.Ready ignored -> Optional.empty();
      case Slice.Unknown ignored -> Optional.empty();
    };
  }

  /** The network and the clock belong to no task. */
  private static boolean isOfOthers(Await await) {
    return switch (await.fine().category()) {
      case LOCK, POOL, SIGNAL, TASK, OTHER -> true;
      case IO, TIMER -> false;
    };
  }

  /** What it finds adds up to the length of {@code time}. */
  private void follow(Chain at, Await await, Lifelines.Cut time, int depth) {
    long nanos = time.durationNanos();
    if (depth == 0 || budget-- <= 0 || !time.isEnded()) {
      leaf(at, Chain.Relation.NOT_FOLLOWED, "", nanos);
      return;
    }
    switch (await.waker()) {
      case Waker.Timer ignored -> leaf(at, Chain.Relation.TIMER, "", nanos);
      case Waker.Itself ignored -> leaf(at, Chain.Relation.NOT_RECORDED, "", nanos);
      case Waker.Unknown(long holder) -> held(at, await, holder, time, depth);
      case Waker.ByThread(long id) -> {
        Task waker = tasks.get(id);
        if (waker == null) {
          leaf(at, Chain.Relation.OUTSIDE, Names.family(recording.threadName(id)), nanos);
        } else {
          through(at, await, waker, time, depth);
        }
      }
    }
  }

  /** Only a task that was suspended all the time is certain to have held it all the time. */
  private void held(Chain at, Await await, long id, Lifelines.Cut time, int depth) {
    if (id == 0) {
      leaf(at, Chain.Relation.NOT_RECORDED, "", time.durationNanos());
      return;
    }
    Task holder = tasks.get(id);
    if (holder == null) {
      leaf(at, Chain.Relation.HELD, Names.family(recording.threadName(id)), time.durationNanos());
      return;
    }
    String who = parts.nameAt(holder, time.endNanos());
    List<Lifelines.Cut> cuts = new ArrayList<>();
    lifelines.between(holder, time.startNanos(), time.endNanos(), cuts::add);
    boolean one =
        cuts.size() == 1
            && cuts.getFirst().durationNanos() == time.durationNanos()
            && awaited(cuts.getFirst().slice()).isPresent();
    if (!one || isSame(await, awaited(cuts.getFirst().slice()).orElseThrow())) {
      leaf(at, Chain.Relation.HELD, who, time.durationNanos());
      return;
    }
    Activity activity = Activity.of(cuts.getFirst().slice(), places);
    Chain branch = at.branch(new Chain.Link(Chain.Relation.HELD, who, activity));
    branch.add(time.durationNanos());
    Await its = awaited(cuts.getFirst().slice()).orElseThrow();
    if (isOfOthers(its)) {
      follow(branch, its, cuts.getFirst(), depth - 1);
    } else {
      blame.on(holder, activity, time.startNanos(), time.endNanos());
    }
  }

  private void through(Chain at, Await await, Task waker, Lifelines.Cut time, int depth) {
    long from = time.startNanos();
    long to = time.endNanos();
    long begun = parts.begunAt(waker, to);
    long begin = Math.clamp(Math.max(begun, waker.spawnedNanos()), from, to);
    long end = Math.clamp(waker.endNanos(), begin, to);
    String who = parts.nameAt(waker, to);
    if (begin > from) {
      leaf(at, Chain.Relation.NOT_BEGUN, who, begin - from);
    }
    lifelines.between(waker, begin, end, cut -> stretch(at, await, waker, who, cut, depth));
    if (end < to) {
      leaf(at, Chain.Relation.NOT_RECORDED, "", to - end);
    }
  }

  private void stretch(
      Chain at, Await await, Task waker, String who, Lifelines.Cut cut, int depth) {
    Optional<Await> awaited = awaited(cut.slice());
    if (awaited.isPresent() && isSame(await, awaited.get())) {
      follow(at, awaited.get(), cut, depth - 1);
      return;
    }
    Activity activity = Activity.of(cut.slice(), places);
    Chain branch = at.branch(new Chain.Link(Chain.Relation.WAKER, who, activity));
    branch.add(cut.durationNanos());
    if (awaited.isPresent() && isOfOthers(awaited.get())) {
      follow(branch, awaited.get(), cut, depth - 1);
    } else {
      blame.on(waker, activity, cut.startNanos(), cut.endNanos());
    }
  }

  private static void leaf(Chain at, Chain.Relation relation, String who, long nanos) {
    at.branch(new Chain.Link(relation, who, Activity.UNKNOWN)).add(nanos);
  }

  /** Whether two awaits are of one thing: one object, or one place in the program. */
  private static boolean isSame(Await a, Await b) {
    if (!a.fine().equals(b.fine()) || a.fine().category() == AwaitCategory.TASK) {
      return false;
    }
    if (a.awaitable().identity() != 0 && b.awaitable().identity() != 0) {
      return a.awaitable().equals(b.awaitable());
    }
    Optional<Frame> here = a.stack().suspensionPoint();
    return here.isPresent() && here.equals(b.stack().suspensionPoint());
  }
}
