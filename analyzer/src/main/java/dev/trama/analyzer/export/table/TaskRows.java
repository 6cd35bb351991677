package dev.trama.analyzer.export.table;

import dev.trama.analyzer.analyse.words.Names;
import dev.trama.analyzer.export.task.TaskLife;
import dev.trama.analyzer.export.task.TaskSink;
import dev.trama.analyzer.export.task.TaskTimes;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Spawn;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Writes a task when all of it has been seen, and passes on its unfinished await. */
final class TaskRows implements TaskSink {
  private final String run;
  private final RowSink sink;
  private final BiConsumer<Long, Await> stillSuspended;
  private long count;

  TaskRows(String run, RowSink sink, BiConsumer<Long, Await> stillSuspended) {
    this.run = run;
    this.sink = sink;
    this.stillSuspended = stillSuspended;
  }

  long count() {
    return count;
  }

  @Override
  public void awaited(TaskLife task, Await await) {
    if (await.isStillSuspended()) {
      stillSuspended.accept(task.id(), await);
    }
  }

  @Override
  public void finished(TaskLife task) {
    count++;
    TaskTimes times = task.times();
    sink.row(
        Table.TASKS,
        run,
        task.id(),
        task.name(),
        task.entry().map(Frame::qualified).orElseGet(() -> Names.family(task.name())),
        task.spawn().map(Spawn::parent).map(parent -> parent.id()).orElse(0L),
        task.spawnedNanos(),
        task.endNanos(),
        task.truncation().name().toLowerCase(Locale.ROOT),
        times.awaits(),
        times.runningNanos(),
        times.readyNanos(),
        times.awaitingNanos(),
        times.pinnedNanos(),
        times.unknownNanos());
  }
}
