package dev.trama.analyzer;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Context;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.RecordingBuilder;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.Source;
import dev.trama.analyzer.model.Spawn;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.model.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A few tasks that spawn and wake each other at random, with clocks that disagree now and then,
 * events that are missing and awaits that overlap: what a recording may look like at its worst.
 */
public final class RandomRecording {
  private static final long END = 1_000;
  private static final List<AwaitKind> KINDS = List.of(AwaitKind.values());

  static final RecordingInfo INFO =
      new RecordingInfo(List.of("random.jfr"), 0, END, 0, 1, "25", Source.AGENT, 0, List.of());

  private final Random random;
  private final RandomStacks stacks;
  private final boolean suspended;
  private final int tasks;
  private final List<TraceEvent> events = new ArrayList<>();

  private RandomRecording(long seed, boolean suspended) {
    this.suspended = suspended;
    random = new Random(seed);
    stacks = new RandomStacks(random);
    tasks = 1 + random.nextInt(6);
  }

  public static Recording of(long seed) {
    return build(events(seed));
  }

  /** Some of its tasks are still suspended when it ends. */
  public static Recording withSuspended(long seed) {
    return build(new RandomRecording(seed, true).events());
  }

  /**
   * Some of its tasks are still suspended when it ends, and some work for contexts: nested,
   * overlapping, of one id in several tasks, without an end, beyond the life of their task.
   */
  public static Recording withContexts(long seed) {
    var made = new RandomRecording(seed, true);
    List<TraceEvent> events = new ArrayList<>(made.events());
    for (int more = made.random.nextInt(6); more > 0; more--) {
      events.add(made.context());
    }
    return build(events);
  }

  private TraceEvent context() {
    long from = random.nextInt((int) END);
    long to = random.nextInt(4) == 0 ? from : from + random.nextInt(400);
    List<Context.Field> fields = new ArrayList<>();
    if (random.nextInt(4) > 0) {
      fields.add(new Context.Field("kind", random.nextBoolean() ? "<b>" : "order", false));
    }
    if (random.nextInt(4) > 0) {
      fields.add(new Context.Field("orderId", "" + random.nextInt(4), true));
    }
    return new TraceEvent.Worked(
        ThreadRef.task(1 + random.nextInt(tasks)),
        new Context("app.Work", "Work", fields, from, to, from == to));
  }

  private static Recording build(List<TraceEvent> events) {
    var builder = new RecordingBuilder(true);
    events.forEach(builder);
    return builder.build(INFO);
  }

  /** Task by task; readers deliver them in any order. */
  static List<TraceEvent> events(long seed) {
    return new RandomRecording(seed, false).events();
  }

  private List<TraceEvent> events() {
    for (int id = 1; id <= tasks; id++) {
      live(new ThreadRef(id, stacks.name(id), true));
    }
    return events;
  }

  private void live(ThreadRef task) {
    long now = random.nextInt((int) END / 2);
    if (random.nextInt(3) > 0) {
      int id = 1 + random.nextInt(tasks + 1);
      var parent = id > tasks ? new ThreadRef(id, "main-1", false) : ThreadRef.task(id);
      events.add(new TraceEvent.Spawned(task, new Spawn(parent, skewed(now), "", Stack.NONE)));
    }
    now += random.nextInt(20);
    if (random.nextInt(5) > 0) {
      events.add(new TraceEvent.Started(task, now));
    }
    for (int awaits = random.nextInt(8); awaits > 0 && now < END; awaits--) {
      long start = now + random.nextInt(50);
      now = start + random.nextInt(200);
      events.add(new TraceEvent.Awaited(task, await(skewed(start), now, Await.Ending.WOKEN)));
    }
    if (suspended && random.nextInt(5) == 0) {
      Await still = await(Math.min(now, END), END, Await.Ending.STILL_SUSPENDED);
      events.add(new TraceEvent.StillAwaiting(task, still, ThreadRef.UNKNOWN, END));
    } else if (random.nextInt(4) > 0) {
      events.add(new TraceEvent.Ended(task, skewed(Math.min(END, now + random.nextInt(50)))));
    }
  }

  private long skewed(long nanos) {
    return random.nextInt(4) > 0 ? nanos : Math.max(0, nanos + random.nextInt(20) - 10);
  }

  private Await await(long start, long end, Await.Ending ending) {
    long until = Math.max(start, end);
    AwaitKind kind = KINDS.get(random.nextInt(KINDS.size()));
    boolean still = ending == Await.Ending.STILL_SUSPENDED;
    return new Await(
        kind,
        stacks.fine(kind),
        start,
        until,
        still ? 0 : random.nextInt((int) (until - start) + 1),
        random.nextInt(3) * 40L,
        stacks.awaitable(),
        stacks.carrier(),
        stacks.carrier(),
        still ? Waker.UNKNOWN : waker(kind),
        stacks.stack(),
        ending);
  }

  private Waker waker(AwaitKind kind) {
    int one = random.nextInt(8);
    long id = one < 5 ? 1 + random.nextInt(tasks + 1) : 0;
    return Waker.of(kind, id, one == 5);
  }
}
