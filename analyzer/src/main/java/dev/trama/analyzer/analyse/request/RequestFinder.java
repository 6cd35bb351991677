package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.analyse.words.Names;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitCategory;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Spawn;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The requests of a recording. Where the program wrote contexts, those are the requests, and what
 * they spawned belongs to them. A task without a context is a request of its own, unless a request
 * spawned it; one that serves a connection is as many requests as it answered.
 */
public final class RequestFinder {
  private final Recording recording;
  private final Covers covers = new Covers();
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<Long, List<Connection.Request>> connections = new HashMap<>();
  private final Set<Long> restarting = new HashSet<>();
  private final Set<Long> accepting = new HashSet<>();
  private final Restarts restarts = new Restarts();
  private final KeepAlive keepAlive;

  /** Who spawned tasks: of the others nobody asks what they worked for. */
  private final Set<Long> parents = new HashSet<>();

  private RequestFinder(Recording recording) {
    this.recording = recording;
    this.keepAlive = new KeepAlive(recording.tasks(), restarts);
  }

  /** In no order that means anything. */
  public static List<Request> of(Recording recording) {
    // Only contexts ask for tasks by their ids.
    return of(recording, recording.contexts().isEmpty() ? Map.of() : recording.tasksById());
  }

  static List<Request> of(Recording recording, Map<Long, Task> tasks) {
    var requests = new RequestFinder(recording);
    new ContextRequests(recording, tasks, requests.covers, requests.drafts).add();
    recording.tasks().forEach(requests::learnParent);
    recording.tasks().forEach(requests::learn);
    recording.tasks().forEach(requests::add);
    return requests.drafts.stream().map(Draft::request).toList();
  }

  /** Tasks come in order of birth, so the spawner of this one has been here. */
  private void add(Task task) {
    List<Draft> parents = parents(task);
    if (!parents.isEmpty()) {
      Part part = Part.whole(task);
      for (Draft parent : parents) {
        parent.add(part);
        cover(part, parent);
      }
    } else if (!covers.isCovered(task.id()) && !isServer(task)) {
      addAlone(task);
    }
  }

  private List<Draft> parents(Task task) {
    if (task.spawn().isEmpty()) {
      return List.of();
    }
    Spawn spawn = task.spawn().get();
    return covers.at(spawn.parent().id(), spawn.atNanos());
  }

  /** Looks at each await once: there may be millions. */
  private void learn(Task task) {
    if (covers.isCovered(task.id())) {
      return;
    }
    boolean server = keepAlive.serves(task);
    boolean restart = false;
    boolean idles = false;
    Await last = null;
    for (Await await : task.awaits()) {
      if (isAccept(await)) {
        accepting.add(task.id());
      }
      if (await.stack().applicationEntry() >= 0) {
        restart = restart || (last != null && restarts.isRestart(last, await, server));
        last = await;
      } else {
        idles |= Connection.isRead(await);
      }
    }
    List<Connection.Request> served = idles ? Connection.requestsOf(task, restarts) : List.of();
    if (served.isEmpty()) {
      restarts.count(name(task), restart);
      if (restart) {
        restarting.add(task.id());
      }
    } else {
      connections.put(task.id(), served);
      served.forEach(one -> restarts.count(one.name(), one.restarts()));
    }
  }

  private void addAlone(Task task) {
    List<Connection.Request> served =
        connections.isEmpty() ? List.of() : connections.getOrDefault(task.id(), List.of());
    if (served.isEmpty()) {
      String name = name(task);
      boolean isSeveral = restarting.contains(task.id()) && !restarts.isLoop(name);
      add(
          new Draft(
              "#" + task.id(),
              name,
              Optional.empty(),
              Part.whole(task),
              !task.truncation().startIsUnknown(),
              !task.truncation().endIsUnknown() && !isSeveral,
              keepAlive.serves(task)));
    }
    int number = 0;
    for (Connection.Request one : served) {
      Part part = Part.of(task, one.startNanos(), one.endNanos());
      String key = "#" + task.id() + "." + ++number;
      boolean isSeveral = one.restarts() && !restarts.isLoop(one.name());
      add(
          new Draft(
              key,
              one.name(),
              Optional.empty(),
              part,
              one.began(),
              one.ended() && !isSeveral,
              true));
    }
  }

  private void add(Draft draft) {
    drafts.add(draft);
    cover(draft.root(), draft);
  }

  private void cover(Part part, Draft draft) {
    if (parents.contains(part.threadId())) {
      covers.add(part, draft);
    }
  }

  private void learnParent(Task task) {
    task.spawn().ifPresent(spawn -> parents.add(spawn.parent().id()));
  }

  /** The entry method of the application, or else the task's name without its number. */
  static String name(Task task) {
    for (Await await : task.awaits()) {
      if (await.stack().applicationEntry() >= 0 && !await.stack().isTruncated()) {
        return await.stack().applicationEntryLabel();
      }
    }
    return task.entry()
        .map(Frame::label)
        .orElseGet(() -> task.name().isEmpty() ? "(unknown entry)" : Names.family(task.name()));
  }

  /**
   * A task that accepts connections spawns requests and is none itself; nor is one that outlasts
   * them all.
   */
  private boolean isServer(Task task) {
    long recorded = recording.info().durationNanos();
    boolean outlasts =
        task.truncation().endIsUnknown()
            && task.truncation().startIsUnknown()
            && task.endNanos() - task.spawnedNanos() >= recorded / 2;
    return outlasts || accepting.contains(task.id());
  }

  private static boolean isAccept(Await await) {
    return await.fine().category() == AwaitCategory.IO
        && await.fine().name().equals("socket accept");
  }
}
