package dev.trama.analyzer.render.html;

import dev.trama.analyzer.analyse.tasks.TaskGroup;
import dev.trama.analyzer.analyse.words.Names;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Spawn;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.Waker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts a recording's tasks and awaits into a page's columns. */
final class PageRecording {
  private final Recording recording;
  private final PageData page;
  private final PageSites sites;
  private final AwaitFold fold;
  private final Map<Long, Integer> taskNumbers = new HashMap<>();
  private final Map<Long, Integer> groupNumbers = new HashMap<>();

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
    putGroups(TaskGroup.byEntry(recording.tasks()));
    recording.tasks().forEach(this::put);
  }

  /** Groups in order; a group's key in the page's addresses is its entry, if that is unique. */
  private void putGroups(List<TaskGroup> groups) {
    List<Map<String, String>> described = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (TaskGroup group : groups) {
      group.tasks().forEach(task -> groupNumbers.put(task.id(), described.size()));
      String key = keys.add(group.entry()) ? group.entry() : group.key();
      keys.add(key);
      described.add(Map.of("key", key, "entry", group.entry(), "title", group.title()));
    }
    page.put("groups", described);
  }

  private void put(Task task) {
    page.task(
        new PageTask(
            task.id(),
            task.name(),
            Names.family(recording.threadName(task.id())),
            groupNumbers.get(task.id()),
            TaskGroup.entryOf(task),
            task.entry().isPresent(),
            since(task.spawnedNanos()),
            since(task.startNanos()),
            since(task.endNanos()),
            !task.truncation().startIsUnknown(),
            !task.truncation().endIsUnknown(),
            task.spawn().map(spawn -> taskNumbers.getOrDefault(spawn.parent().id(), -1)).orElse(-1),
            task.spawn().map(spawn -> recording.threadName(spawn.parent().id())).orElse(""),
            task.spawn().flatMap(this::spawnFrame).orElse(-1),
            lastCarrier(task)));
    fold.task(page::await);
    for (int i = 0; i < task.awaits().size(); i++) {
      fold.add(await(task.awaits().get(i), task.carrierBefore(i)));
    }
    fold.flush();
  }

  int frame(Frame frame) {
    return sites.frame(frame);
  }

  /** The task's number; -1 for a thread that is not a task. */
  int taskNumber(long id) {
    return taskNumbers.getOrDefault(id, -1);
  }

  /** The number of a thread that is not a task. */
  int thread(long id) {
    return page.names().thread(recording.threadName(id));
  }

  /** Names a thread; one that is not a task has no number. */
  Map<String, Object> who(long id) {
    int task = taskNumber(id);
    boolean ended = task >= 0 && !recording.tasks().get(task).truncation().endIsUnknown();
    return Map.of("task", task, "name", recording.threadNameAndId(id), "ended", ended);
  }

  private Optional<Integer> spawnFrame(Spawn spawn) {
    return spawn.stack().suspensionPoint().map(sites::frame);
  }

  /**
   * The carrier of the run after the last await is known only if that await has the carrier on
   * which it resumed.
   */
  private int lastCarrier(Task task) {
    return carrier(task.carrierBefore(task.awaits().size()));
  }

  private PageAwait await(Await await, ThreadRef carrier) {
    return new PageAwait(
        since(await.startNanos()),
        await.awaitingNanos(),
        await.readyNanos(),
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
      case Waker.Itself ignored -> Wakers.ITSELF;
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

  /** The page's time begins with the recording; earlier times are negative. */
  long since(long nanos) {
    return nanos - recording.info().startNanos();
  }
}
