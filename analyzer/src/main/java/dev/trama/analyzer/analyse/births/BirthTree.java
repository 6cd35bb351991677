package dev.trama.analyzer.analyse.births;

import dev.trama.analyzer.analyse.words.Names;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Spawn;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.Waker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which task started which.
 *
 * @param roots threads that were not started in the recording, with what they started
 * @param scopes scopes of structured concurrency, the longest first
 */
public record BirthTree(List<Birth> roots, List<Scope> scopes) {
  public BirthTree {
    roots = List.copyOf(roots);
    scopes = List.copyOf(scopes);
  }

  private record ScopeKey(long owner, String container) {}

  public static BirthTree of(Recording recording) {
    var top = new Birth(new Birth.Key("", "", Container.NONE), Optional.empty());
    Map<Long, Birth> nodes = new HashMap<>();
    Map<Long, Task> tasks = recording.tasksById();
    Map<ScopeKey, List<Task>> scopes = new LinkedHashMap<>();
    for (Task task : recording.tasks()) { // in order of birth
      Birth parent = task.spawn().map(spawn -> parent(recording, spawn, nodes, top)).orElse(top);
      Birth node = parent.child(key(task));
      node.add(task);
      nodes.put(task.id(), node);
      task.spawn()
          .filter(spawn -> Container.of(spawn) == Container.SCOPE)
          .ifPresent(
              spawn ->
                  scopes
                      .computeIfAbsent(
                          new ScopeKey(spawn.parent().id(), spawn.container()),
                          k -> new ArrayList<>())
                      .add(task));
    }
    List<Scope> all = new ArrayList<>();
    scopes.forEach(
        (key, forks) ->
            all.add(scope(key.owner(), Optional.ofNullable(tasks.get(key.owner())), forks)));
    all.sort(Comparator.comparingLong(Scope::durationNanos).reversed());
    return new BirthTree(top.children(), all);
  }

  private static Birth parent(Recording recording, Spawn spawn, Map<Long, Birth> nodes, Birth top) {
    long id = spawn.parent().id();
    Birth known = nodes.get(id);
    if (known != null) {
      return known;
    }
    String name = recording.threadName(id);
    return top.child(new Birth.Key(Names.family(name), "", Container.NONE));
  }

  private static Birth.Key key(Task task) {
    String who = task.name().isEmpty() ? task.entryLabel() : Names.family(task.name());
    return new Birth.Key(
        who,
        task.spawn().flatMap(s -> s.stack().suspensionPoint()).map(Frame::site).orElse(""),
        task.spawn().map(Container::of).orElse(Container.NONE));
  }

  /** The join is searched for from the first fork on: an owner may have had other scopes before. */
  private static Scope scope(long id, Optional<Task> owner, List<Task> tasks) {
    List<Fork> forks = tasks.stream().map(task -> new Fork(task, Fork.Outcome.of(task))).toList();
    long first = tasks.getFirst().spawnedNanos();
    long last = tasks.stream().mapToLong(Task::endNanos).max().orElse(first);
    Optional<Await> join =
        owner.map(Task::awaits).orElse(List.of()).stream()
            .filter(await -> await.fine().name().startsWith("scope "))
            .filter(await -> await.startNanos() >= first && await.startNanos() <= last)
            .max(Comparator.comparingLong(Await::durationNanos));
    Optional<Task> waitedFor =
        join.map(Await::waker)
            .flatMap(
                waker ->
                    waker instanceof Waker.ByThread(long by)
                        ? tasks.stream().filter(task -> task.id() == by).findFirst()
                        : Optional.empty());
    return new Scope(id, forks, join, waitedFor);
  }
}
