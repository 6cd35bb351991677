package dev.trama.analyzer;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.FineKind;
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
  private final int tasks;
  private final List<TraceEvent> events = new ArrayList<>();

  private RandomRecording(long seed) {
    random = new Random(seed);
    tasks = 1 + random.nextInt(6);
  }

  public static Recording of(long seed) {
    var builder = new RecordingBuilder(true);
    events(seed).forEach(builder);
    return builder.build(INFO);
  }

  /** Task by task; readers deliver them in any order. */
  static List<TraceEvent> events(long seed) {
    return new RandomRecording(seed).events();
  }

  private List<TraceEvent> events() {
    for (int id = 1; id <= tasks; id++) {
      live(ThreadRef.task(id));
    }
    return events;
  }

  private void live(ThreadRef task) {
    long now = random.nextInt((int) END / 2);
    if (random.nextInt(3) > 0) {
      var parent = ThreadRef.task(1 + random.nextInt(tasks + 1));
      events.add(new TraceEvent.Spawned(task, new Spawn(parent, skewed(now), "", Stack.NONE)));
    }
    now += random.nextInt(20);
    if (random.nextInt(5) > 0) {
      events.add(new TraceEvent.Started(task, now));
    }
    for (int awaits = random.nextInt(8); awaits > 0 && now < END; awaits--) {
      long start = now + random.nextInt(50);
      now = start + random.nextInt(200);
      events.add(new TraceEvent.Awaited(task, await(skewed(start), now)));
    }
    if (random.nextInt(4) > 0) {
      events.add(new TraceEvent.Ended(task, skewed(Math.min(END, now + random.nextInt(50)))));
    }
  }

  private long skewed(long nanos) {
    return random.nextInt(4) > 0 ? nanos : Math.max(0, nanos + random.nextInt(20) - 10);
  }

  private Await await(long start, long end) {
    long until = Math.max(start, end);
    AwaitKind kind = KINDS.get(random.nextInt(KINDS.size()));
    Waker waker =
        random.nextInt(4) > 0 ? new Waker.ByThread(1 + random.nextInt(tasks + 1)) : Waker.UNKNOWN;
    return new Await(
        kind,
        FineKind.unrefined(kind, false),
        start,
        until,
        random.nextInt((int) (until - start) + 1),
        0,
        Awaitable.NONE,
        ThreadRef.UNKNOWN,
        ThreadRef.UNKNOWN,
        waker,
        Stack.NONE,
        Await.Ending.WOKEN);
  }
}
