package dev.trama.analyzer.export.perfetto;

import dev.trama.analyzer.analyse.summary.CountOverTime;
import dev.trama.analyzer.analyse.summary.Summary;
import dev.trama.analyzer.analyse.summary.SummaryFold;
import dev.trama.analyzer.analyse.words.ThreadNames;
import dev.trama.analyzer.export.perfetto.Schema.DebugAnnotation;
import dev.trama.analyzer.export.perfetto.Schema.TrackEvent;
import dev.trama.analyzer.export.proto.Message;
import dev.trama.analyzer.export.task.TaskLife;
import dev.trama.analyzer.export.task.TaskLives;
import dev.trama.analyzer.export.task.TaskSink;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.RecordingSpan;
import dev.trama.analyzer.model.Spawn;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.model.Waker;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * Writes a Perfetto trace while the recording is read: a track for each task and each carrier, with
 * flows from the thread that woke or spawned a task to the slice that followed.
 */
public final class PerfettoExport implements Consumer<TraceEvent>, TaskSink {
  /** Values of each counter: enough for a screen, even zoomed in somewhat. */
  private static final int STEPS = 4096;

  private static final String READY = "ready";

  private final RecordingSpan whole;
  private final BiPredicate<ThreadRef, Await> filter;
  private final boolean isFiltered;
  private final PacketWriter out;
  private final ThreadNames names = new ThreadNames();
  private final SummaryFold summary;
  private final TaskLives lives;
  private final Tracks tracks;
  private long flows;

  /**
   * @param filter which awaits are drawn, each with what ran before it
   * @param isFiltered whether it leaves anything out; then runs after the last await are left out
   *     too
   */
  public PerfettoExport(
      RecordingSpan whole,
      String title,
      BiPredicate<ThreadRef, Await> filter,
      boolean isFiltered,
      boolean includeJdk,
      OutputStream to) {
    this.whole = whole;
    this.filter = filter;
    this.isFiltered = isFiltered;
    this.out = new PacketWriter(to, whole.startNanos());
    this.summary = new SummaryFold(whole, includeJdk);
    this.lives = new TaskLives(whole, includeJdk, this);
    this.tracks = new Tracks(out, names::name);
    out.clock();
    tracks.describeRoots(title);
  }

  @Override
  public void accept(TraceEvent event) {
    names.accept(event);
    summary.accept(event);
    lives.accept(event);
  }

  /** Call it after the last event of a window. */
  public void endWindow() {
    lives.endWindow();
  }

  /** Call it after the last window. */
  public void end() {
    lives.end();
    Summary all = summary.summary();
    if (all.isConcurrencyKnown()) {
      counter(Tracks.CONCURRENCY, all.inFlight());
    }
    counter(Tracks.PARALLELISM, all.running());
  }

  private void counter(long track, CountOverTime level) {
    long[] curve = level.curve(STEPS);
    long last = -1;
    for (int i = 0; i < curve.length; i++) {
      if (curve[i] != last) {
        last = curve[i];
        out.counter(track, whole.startNanos() + whole.durationNanos() / STEPS * i, last);
      }
    }
  }

  private boolean isDrawn(TaskLife task, Await await) {
    return filter.test(new ThreadRef(task.id(), task.name(), true), await);
  }

  @Override
  public void seen(TaskLife task) {
    tracks.describe(task);
  }

  @Override
  public void readyAtSpawn(TaskLife task, long startNanos, long endNanos) {
    if (isFiltered) {
      return;
    }
    var slice = out.named(TrackEvent.SLICE_BEGIN, tracks.of(task), READY, "ready (spawned)");
    task.spawn().ifPresent(spawn -> spawnedBy(slice, task, spawn));
    out.event(startNanos, slice);
    out.end(tracks.of(task), endNanos);
  }

  private void spawnedBy(Message slice, TaskLife task, Spawn spawn) {
    long parent = spawn.parent().id();
    if (parent == 0) {
      return;
    }
    long flow = ++flows;
    var spawns = out.named(TrackEvent.INSTANT, tracks.ofThread(parent), "spawn", "spawns");
    annotate(spawns, "task", task.title());
    stack(spawns, spawn.stack());
    out.event(spawn.atNanos(), spawns.fixed64(TrackEvent.FLOW_ID, flow));
    slice.fixed64(TrackEvent.TERMINATING_FLOW_ID, flow);
  }

  @Override
  public void running(
      TaskLife task, long startNanos, long endNanos, ThreadRef carrier, Optional<Await> next) {
    if (next.map(await -> !isDrawn(task, await)).orElse(isFiltered)) {
      return;
    }
    slice(tracks.of(task), "running", "running", startNanos, endNanos);
    if (carrier.isKnown()) {
      slice(tracks.ofCarrier(carrier), "carrier", task.title(), startNanos, endNanos);
    }
  }

  private void slice(long track, String category, String name, long startNanos, long endNanos) {
    out.event(startNanos, out.named(TrackEvent.SLICE_BEGIN, track, category, name));
    out.end(track, endNanos);
  }

  @Override
  public void awaited(TaskLife task, Await await) {
    if (!isDrawn(task, await)) {
      return;
    }
    long track = tracks.of(task);
    if (await.awaitingNanos() > 0) {
      String name = await.fine().name() + (await.isPinned() ? " (pinned)" : "");
      var slice =
          out.named(TrackEvent.SLICE_BEGIN, track, await.isPinned() ? "pinned" : "await", name);
      describe(slice, await);
      out.event(await.startNanos(), slice);
      out.end(track, await.readyAtNanos());
      if (await.isPinned() && await.carrier().isKnown()) {
        slice(
            tracks.ofCarrier(await.carrier()),
            "carrier",
            task.title() + " (pinned)",
            await.startNanos(),
            await.readyAtNanos());
      }
    }
    if (await.readyNanos() > 0) {
      var slice = out.named(TrackEvent.SLICE_BEGIN, track, READY, READY);
      wokenBy(slice, task, await);
      out.event(await.readyAtNanos(), slice);
      out.end(track, await.endNanos());
    }
  }

  private void wokenBy(Message slice, TaskLife task, Await await) {
    if (await.waker() instanceof Waker.ByThread(long id)) {
      long flow = ++flows;
      var wake = out.named(TrackEvent.INSTANT, tracks.ofThread(id), "wake", "wakes");
      annotate(wake, "task", task.title());
      out.event(await.readyAtNanos(), wake.fixed64(TrackEvent.FLOW_ID, flow));
      slice.fixed64(TrackEvent.TERMINATING_FLOW_ID, flow);
    }
  }

  private void describe(Message slice, Await await) {
    annotate(slice, "kind", await.kind().jsonName());
    Optional<Frame> place = await.stack().suspensionPoint();
    place.ifPresent(frame -> annotate(slice, "place", frame.label() + " " + frame.site()));
    if (await.awaitable().isKnown()) {
      annotate(slice, "awaitable", await.awaitable().type());
      annotate(slice, "awaitable id", Integer.toUnsignedLong(await.awaitable().identity()));
    }
    if (await.timeoutNanos() > 0) {
      annotate(slice, "timeout ns", await.timeoutNanos());
    }
    annotate(slice, "ended by", endedBy(await));
    stack(slice, await.stack());
  }

  private String endedBy(Await await) {
    return switch (await.ending()) {
      case STILL_SUSPENDED -> "still suspended";
      case INTERRUPTED -> "an interrupt";
      case TIMED_OUT -> "timer";
      case WOKEN ->
          switch (await.waker()) {
            case Waker.ByThread(long id) -> names.name(id);
            case Waker.Timer ignored -> "timer";
            case Waker.Itself ignored -> "itself";
            case Waker.Unknown ignored -> "unknown";
          };
    };
  }

  @Override
  public void finished(TaskLife task) {
    tracks.forget(task);
  }

  private void annotate(Message event, String name, String value) {
    event.message(
        TrackEvent.DEBUG_ANNOTATION,
        new Message()
            .number(DebugAnnotation.NAME_IID, out.interning().annotation(name))
            .number(DebugAnnotation.STRING_IID, out.interning().value(value)));
  }

  private void annotate(Message event, String name, long value) {
    event.message(
        TrackEvent.DEBUG_ANNOTATION,
        new Message()
            .number(DebugAnnotation.NAME_IID, out.interning().annotation(name))
            .number(DebugAnnotation.UINT, value));
  }

  private void stack(Message event, Stack stack) {
    int id = out.interning().stack(stack);
    if (id > 0) {
      event.number(TrackEvent.CALLSTACK_IID, id);
    }
  }
}
