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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Adds up what is heard, and makes a {@link LiveView} of it each time that a moment has passed. Fed
 * by one thread; the view may be asked for by any.
 */
public final class LiveTally implements Consumer<LiveEvent> {
  private final long everyNanos;
  private final boolean includeJdk;
  private final KindTable kinds = KindTable.standard();
  private final Map<Long, Stack> stacks = new HashMap<>();
  private final TaskNames tasks = new TaskNames();
  private Map<How, Rate> rates = new HashMap<>();
  private Map<String, Births> births = new HashMap<>();
  private List<LiveEvent.Waiting> waiting = List.of();
  private List<LiveEvent.Running> running = List.of();
  private List<LiveEvent.Waiting> nextWaiting = new ArrayList<>();
  private List<LiveEvent.Running> nextRunning = new ArrayList<>();
  private long born;
  private long ended;
  private long lost;
  private long looks;
  private long lastNanos;
  private volatile LiveView view = LiveView.NOTHING;

  /**
   * @param everyNanos no two views within this time
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
      case LiveEvent.Waiting e -> nextWaiting.add(e);
      case LiveEvent.Running e -> nextRunning.add(e);
      case LiveEvent.Counted e -> lost = Math.max(lost, e.lost());
      case LiveEvent.Passed e -> passed(e.atNanos());
    }
  }

  private void resumed(LiveEvent.Resumed await) {
    if (!includeJdk && JdkThreads.isInternal(await.name())) {
      return;
    }
    rates
        .computeIfAbsent(await.how(), how -> new Rate())
        .add(await.durationNanos(), await.readyNanos(), await.waker());
    if (tasks.isNew(await.task())) {
      String entry = entry(stack(await.how()), await.name());
      if (tasks.learn(await.task(), entry, await.name())) {
        births(entry).born++;
      }
    }
  }

  private Births births(String entry) {
    return births.computeIfAbsent(entry, name -> new Births());
  }

  private void passed(long atNanos) {
    if (lastNanos != 0 && atNanos - lastNanos < everyNanos) {
      return;
    }
    takeLook();
    long nanos = lastNanos == 0 ? 0 : atNanos - lastNanos;
    lastNanos = atNanos;
    view = new ViewBuilder(this, atNanos, nanos).build();
    rates = new HashMap<>();
    births = new HashMap<>();
    born = 0;
    ended = 0;
  }

  /** What was told of the last look; when there was none, the one before is the newest. */
  private void takeLook() {
    if (!nextWaiting.isEmpty()) {
      long last = nextWaiting.stream().mapToLong(LiveEvent.Waiting::look).max().orElseThrow();
      waiting =
          nextWaiting.stream()
              .filter(it -> it.look() == last && it.awaiting() + it.ready() > 0)
              .filter(it -> includeJdk || !JdkThreads.isInternal(it.longest().name()))
              .toList();
      nextWaiting = new ArrayList<>();
      looks++;
    }
    if (!nextRunning.isEmpty()) {
      Map<String, LiveEvent.Running> byCarrier = new HashMap<>();
      nextRunning.forEach(it -> byCarrier.put(it.carrier(), it));
      running = List.copyOf(byCarrier.values());
      nextRunning = new ArrayList<>();
    }
  }

  Stack stack(How how) {
    return stacks.getOrDefault(how.stack(), Stack.NONE);
  }

  FineKind kind(How how) {
    return kinds.refine(how.kind(), how.timed(), how.awaitable(), stack(how));
  }

  static String entry(Stack stack, String name) {
    String family = name.isEmpty() ? "(unknown entry)" : Names.family(name);
    return stack.entry().map(Frame::label).orElse(family);
  }

  boolean isPinned(How how) {
    return how.kind() == AwaitKind.PINNED;
  }

  Map<How, Rate> rates() {
    return rates;
  }

  Map<String, Births> births() {
    return births;
  }

  List<LiveEvent.Waiting> waiting() {
    return waiting;
  }

  List<LiveEvent.Running> running() {
    return running;
  }

  TaskNames tasks() {
    return tasks;
  }

  long born() {
    return born;
  }

  long ended() {
    return ended;
  }

  long looks() {
    return looks;
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
