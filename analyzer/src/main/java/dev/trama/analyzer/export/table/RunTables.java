package dev.trama.analyzer.export.table;

import dev.trama.analyzer.analyse.finding.Evidence;
import dev.trama.analyzer.analyse.finding.Finding;
import dev.trama.analyzer.analyse.finding.FindingsFold;
import dev.trama.analyzer.analyse.words.ThreadNames;
import dev.trama.analyzer.export.task.TaskLives;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Completeness;
import dev.trama.analyzer.model.JdkThreads;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.RecordingSpan;
import dev.trama.analyzer.model.Spawn;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.model.Waker;
import dev.trama.analyzer.read.HeldWindow;
import dev.trama.analyzer.read.WindowSink;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Lays out a recording as rows while it is read, window by window; awaits are written at once. The
 * row of {@code runs} is the last. The JDK's own virtual threads are left out.
 */
public final class RunTables implements WindowSink {
  private final Run run;
  private final RowSink sink;
  private final StackRows stacks;
  private final PointRows points = new PointRows();
  private final ThreadNames names = new ThreadNames();
  private final FindingsFold findings = new FindingsFold();
  private final TaskRows tasks;
  private final TaskLives lives;
  private final HeldWindow windows;
  private Completeness completeness = Completeness.UNKNOWN;
  private long awaits;
  private long awaitNanos;
  private long readyNanos;

  public RunTables(Run run, RecordingSpan whole, RowSink sink) {
    this.run = run;
    this.sink = sink;
    this.stacks = new StackRows(run.id(), sink);
    this.tasks = new TaskRows(run.id(), sink, (task, await) -> write(task, await, ""));
    this.lives = new TaskLives(whole, false, tasks);
    this.windows =
        new HeldWindow(false, this::accept, window -> findings.add(new Evidence(window, whole)));
  }

  @Override
  public Consumer<TraceEvent> begin() {
    return windows.begin();
  }

  private void accept(TraceEvent event) {
    names.accept(event);
    lives.accept(event);
    switch (event) {
      case TraceEvent.Awaited e -> {
        if (!JdkThreads.isInternal(e.task().name())) {
          Await await = e.await();
          awaits++;
          awaitNanos += Math.max(0, await.durationNanos());
          readyNanos += Math.max(0, await.readyNanos());
          write(e.task().id(), await, points.add(await));
        }
      }
      case TraceEvent.Spawned(ThreadRef child, Spawn spawn) -> {
        if (!JdkThreads.isInternal(child.name())) {
          write(child, spawn);
        }
      }
      case TraceEvent.Counted(Completeness counted) -> completeness = completeness.latest(counted);
      case TraceEvent.StillAwaiting ignored -> {}
      case TraceEvent.Woke ignored -> {}
      case TraceEvent.Started ignored -> {}
      case TraceEvent.Ended ignored -> {}
      case TraceEvent.PinnedBecause ignored -> {}
      case TraceEvent.Worked ignored -> {}
      case TraceEvent.Agent ignored -> {}
    }
  }

  @Override
  public void end(RecordingInfo info) {
    lives.endWindow();
    windows.end(info);
  }

  /** Call it after the last window. */
  public void finish(RecordingInfo info) {
    lives.end();
    points.writeTo(sink, run.id(), names::name);
    findings.findings().forEach(this::write);
    sink.row(
        Table.RUNS,
        run.id(),
        run.instance(),
        run.version(),
        run.file(),
        run.fileBytes(),
        run.modifiedMillis(),
        info.jdk(),
        info.source().jsonName(),
        info.startNanos(),
        info.durationNanos(),
        tasks.count(),
        awaits,
        awaitNanos,
        readyNanos,
        completeness.seen(),
        completeness.lost(),
        String.join("; ", info.warnings()));
  }

  private void write(long task, Await await, String point) {
    sink.row(
        Table.AWAITS,
        run.id(),
        task,
        await.kind().jsonName(),
        await.fine().name(),
        await.startNanos(),
        Math.max(0, await.durationNanos()),
        Math.max(0, await.readyNanos()),
        await.timeoutNanos(),
        await.awaitable().type(),
        (long) await.awaitable().identity(),
        await.ending().name().toLowerCase(Locale.ROOT),
        wakerKind(await.waker()),
        await.waker() instanceof Waker.ByThread(long id) ? id : 0L,
        stacks.id(await.stack()),
        point);
  }

  private static String wakerKind(Waker waker) {
    return switch (waker) {
      case Waker.ByThread ignored -> "thread";
      case Waker.Timer ignored -> "timer";
      case Waker.Itself ignored -> "itself";
      case Waker.Unknown ignored -> "unknown";
    };
  }

  private void write(ThreadRef child, Spawn spawn) {
    sink.row(
        Table.BIRTHS,
        run.id(),
        spawn.parent().id(),
        spawn.parent().name(),
        child.id(),
        spawn.atNanos(),
        spawn.container(),
        stacks.id(spawn.stack()));
  }

  private void write(Finding finding) {
    sink.row(
        Table.FINDINGS,
        run.id(),
        finding.id(),
        finding.severity().jsonName(),
        finding.site(),
        finding.said(),
        finding.weightNanos());
  }
}
