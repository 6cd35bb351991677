package dev.trama.analyzer.render.html;

import dev.trama.analyzer.analyse.tasks.TaskGroup;
import dev.trama.analyzer.analyse.words.Names;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Spawn;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.Waker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a recording's tasks and awaits into a page's columns. */
final class PageRecording {
  private final Recording recording;
  private final PageData page;
  private final PageSites sites;
  private final AwaitFold fold;
  private final Map<Long, Integer> taskNumbers = new HashMap<>();

  PageRecording(Recording recording, PageData page, AwaitFold fold) {
    this.recording = recording;
    this.page = page;
    this.sites = new PageSites(page.names());
    this.fold = fold;
    for (Task task : recording.tasks()) {
      taskNumbers.put(task.id(), taskNumbers.size());
    }
  }

  void put() {
    recording.tasks().forEach(this::put);
  }

  private void put(Task task) {
    page.task(
        new PageTask(
            task.id(),
            task.name(),
            TaskGroup.entryOf(task),
            since(task.spawnedNanos()),
            since(task.startNanos()),
            since(task.endNanos()),
            !task.truncation().startIsUnknown(),
            !task.truncation().endIsUnknown(),
            task.spawn().map(spawn -> taskNumbers.getOrDefault(spawn.parent().id(), -1)).orElse(-1),
            task.spawn().map(spawn -> recording.threadName(spawn.parent().id())).orElse(""),
            task.spawn().flatMap(this::spawnFrame).orElse(-1),
            lastCarrier(task.awaits())));
    fold.task(page::await);
    ThreadRef resumedOn = ThreadRef.UNKNOWN;
    for (Await await : task.awaits()) {
      fold.add(await(await, await.carrier().isKnown() ? await.carrier() : resumedOn));
      resumedOn = await.resumedOn();
    }
    fold.flush();
  }

  private Optional<Integer> spawnFrame(Spawn spawn) {
    return spawn.stack().suspensionPoint().map(sites::frame);
  }

  /** The run after the last await is placed only where that await says on what it resumed. */
  private int lastCarrier(List<Await> awaits) {
    return awaits.isEmpty() ? -1 : carrier(awaits.getLast().resumedOn());
  }

  private PageAwait await(Await await, ThreadRef carrier) {
    long begin = since(await.startNanos());
    long end = Math.max(begin, since(await.endNanos()));
    long ready = Math.min(await.readyNanos(), end - begin);
    return new PageAwait(
        begin,
        end - begin - ready,
        ready,
        0,
        1,
        sites.site(await),
        carrier(carrier),
        waker(await),
        await.timeoutNanos(),
        flags(await));
  }

  private int carrier(ThreadRef carrier) {
    return carrier.isKnown() ? page.names().carrier(Names.carrier(carrier)) : -1;
  }

  private int waker(Await await) {
    return switch (await.waker()) {
      case Waker.ByThread thread -> {
        Integer task = taskNumbers.get(thread.id());
        yield task != null
            ? Wakers.task(task)
            : Wakers.thread(page.names().thread(recording.threadName(thread.id())));
      }
      case Waker.Timer ignored -> Wakers.TIMER;
      case Waker.Itself ignored -> Wakers.UNKNOWN;
      case Waker.Unknown ignored -> Wakers.UNKNOWN;
    };
  }

  private int flags(Await await) {
    int ending =
        switch (await.ending()) {
          case WOKEN -> 0;
          case TIMED_OUT -> PageAwait.TIMED_OUT;
          case INTERRUPTED -> PageAwait.INTERRUPTED;
          case STILL_SUSPENDED -> PageAwait.STILL_SUSPENDED;
        };
    boolean before = await.startNanos() < recording.info().startNanos();
    return ending
        | (await.kind() == AwaitKind.PINNED ? PageAwait.PINNED : 0)
        | (before ? PageAwait.BEGAN_BEFORE : 0)
        | (await.readyNanos() == 0 ? PageAwait.READY_UNKNOWN : 0);
  }

  /** The page's time begins with the recording; what began before is cut there. */
  private long since(long nanos) {
    return Math.max(0, nanos - recording.info().startNanos());
  }
}
