package dev.trama.analyzer.analyse.live;

import dev.trama.analyzer.analyse.stats.Quantiles;
import dev.trama.analyzer.analyse.words.Names;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.JdkThreads;
import dev.trama.analyzer.model.KindTable;
import dev.trama.analyzer.model.LiveEvent;
import dev.trama.analyzer.model.LiveEvent.How;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Adds up live events, and makes a {@link LiveView} of them each time that a moment has passed. One
 * thread feeds it; any thread may read the view.
 */
public final class LiveTally implements Consumer<LiveEvent> {
  private final long everyNanos;
  private final boolean includeJdk;
  private final KindTable kinds = KindTable.standard();
  private final Map<Long, Stack> stacks = new HashMap<>();
  private final KnownTasks tasks = new KnownTasks();
  private final LastLook look = new LastLook();
  private Map<How, Rate> rates = new HashMap<>();
  private Map<String, Births> births = new HashMap<>();
  private Optional<LiveEvent.Chosen> chosen = Optional.empty();
  private long born;
  private long ended;
  private long lost;
  private long lastNanos;
  private volatile long wanted;
  private volatile LiveView view = LiveView.NOTHING;

  /**
   * @param everyNanos the minimum time between two views
   */
  public LiveTally(long everyNanos, boolean includeJdk) {
    this.everyNanos = everyNanos;
    this.includeJdk = includeJdk;
  }

  /** How many tasks of one entry began and ended. */
  static final class Births {
    long born;
    long ended;
  }

  /** The last view; {@link LiveView#NOTHING} before there is one. */
  public LiveView view() {
    return view;
  }

  /** Shows this task in the views from now on; none if 0. */
  public void choose(long task) {
    wanted = task;
  }

  @Override
  public void accept(LiveEvent event) {
    switch (event) {
      case LiveEvent.Named e -> stacks.put(e.stack(), e.frames());
      case LiveEvent.Resumed e -> resumed(e);
      case LiveEvent.Started e -> {
        born++;
        tasks.started(e.task());
      }
      case LiveEvent.Ended e -> {
        ended++;
        births(tasks.ended(e.task())).ended++;
      }
      case LiveEvent.Born e -> tasks.born(e.child(), e.parent());
      case LiveEvent.Woke e -> tasks.name(e.waker());
      case LiveEvent.Waiting e -> look.add(e);
      case LiveEvent.WaitingTask e -> {
        tasks.name(e.task());
        look.add(e);
      }
      case LiveEvent.Running e -> {
        tasks.name(e.task());
        look.add(e);
      }
      case LiveEvent.Chosen e -> {
        if (e.task().id() == wanted) {
          chosen = Optional.of(e);
        }
      }
      case LiveEvent.Counted e -> lost = Math.max(lost, e.lost());
      case LiveEvent.Passed e -> passed(e.atNanos());
    }
  }

  boolean isShown(String name) {
    return includeJdk || !JdkThreads.isInternal(name);
  }

  private void resumed(LiveEvent.Resumed await) {
    if (!isShown(await.name())) {
      return;
    }
    rates
        .computeIfAbsent(await.how(), how -> new Rate())
        .add(await.durationNanos(), await.readyNanos(), await.waker());
    if (!tasks.hasEntry(await.task())) {
      Stack stack = stack(await.how());
      String entry = entry(stack, await.name());
      if (tasks.learnEntry(await.task(), entry, tellsEntry(stack), await.name())) {
        births(entry).born++;
      }
    }
    tasks.resumed(await);
  }

  private Births births(String entry) {
    return births.computeIfAbsent(entry, name -> new Births());
  }

  private void passed(long atNanos) {
    if (lastNanos != 0 && atNanos - lastNanos < everyNanos) {
      return;
    }
    look.take();
    long nanos = lastNanos == 0 ? 0 : atNanos - lastNanos;
    lastNanos = atNanos;
    view = new ViewBuilder(this, atNanos, nanos).build();
    rates = new HashMap<>();
    births = new HashMap<>();
    born = 0;
    ended = 0;
  }

  Stack stack(How how) {
    return stacks.getOrDefault(how.stack(), Stack.NONE);
  }

  FineKind kind(How how) {
    return kind(how, stack(how));
  }

  FineKind kind(How how, Stack stack) {
    return kinds.refine(how.kind(), how.timed(), how.awaitable(), stack);
  }

  static String entry(Stack stack, String name) {
    String family = name.isEmpty() ? "(unknown entry)" : Names.family(name);
    return stack.entry().map(Frame::label).orElse(family);
  }

  private static boolean tellsEntry(Stack stack) {
    return stack.entry().filter(it -> it.origin() == Frame.Origin.APPLICATION).isPresent();
  }

  /** The entry of a task, which may be known from before. */
  String entry(ThreadRef task, Stack stack) {
    String known = tasks.entry(task.id());
    return known.isEmpty() || tellsEntry(stack) ? entry(stack, task.name()) : known;
  }

  static boolean isPinned(How how) {
    return how.kind() == AwaitKind.PINNED;
  }

  Map<How, Rate> rates() {
    return rates;
  }

  Map<String, Births> births() {
    return births;
  }

  LastLook look() {
    return look;
  }

  KnownTasks tasks() {
    return tasks;
  }

  /** 0 when none. */
  long wanted() {
    return wanted;
  }

  /** The last report of it. */
  Optional<LiveEvent.Chosen> chosen() {
    return chosen.filter(it -> it.task().id() == wanted);
  }

  long born() {
    return born;
  }

  long ended() {
    return ended;
  }

  long lost() {
    return lost;
  }

  Quantiles ready() {
    var all = new Quantiles();
    rates.values().forEach(rate -> rate.addReadyTo(all));
    return all;
  }
}
