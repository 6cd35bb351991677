package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.CodeNames;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tasks that queue for one thing, such as a lock or a pool: several tasks, for a noticeable part of
 * their time.
 */
final class Queueing {
  private static final double SHARE = 0.1;
  private static final long MIN_NANOS = 5_000_000;
  private static final int MIN_TASKS = 2;

  private Queueing() {}

  /** One object, by its identity if the recording has it, otherwise by the site of its awaits. */
  private record Resource(String type, int identity, String site) {
    static Resource of(Await await) {
      Awaitable awaitable = await.distinctAwaitable();
      boolean identified = awaitable.identity() != 0;
      return new Resource(
          awaitable.type(), awaitable.identity(), identified ? "" : Sites.site(await));
    }

    /** Every such await looks its own up. */
    @Override
    public int hashCode() {
      return (type.hashCode() * 31 + site.hashCode()) * 31 + identity;
    }
  }

  private static final class Count {
    long awaits;
  }

  /** The tasks that queued for one resource, and for how long. */
  static final class Queue {
    private final Resource resource;
    private final Map<Task, List<Await>> awaits = new LinkedHashMap<>();
    private final Map<String, Count> sites = new HashMap<>();
    private Task last;
    private List<Await> ofLast = List.of();
    private String kind = "";
    private long count;
    private long nanos;
    private long longest;
    private long unplaced;

    private Queue(Resource resource) {
      this.resource = resource;
    }

    /** Tasks come one after the other. */
    private void add(Task task, Await await) {
      if (!task.equals(last)) {
        last = task;
        ofLast = awaits.computeIfAbsent(task, t -> new ArrayList<>());
      }
      ofLast.add(await);
      kind = await.fine().name();
      count++;
      nanos += await.durationNanos();
      longest = Math.max(longest, await.durationNanos());
      sites.computeIfAbsent(Sites.site(await), s -> new Count()).awaits++;
    }

    private double shareOfLives() {
      long lives = awaits.keySet().stream().mapToLong(t -> t.endNanos() - t.spawnedNanos()).sum();
      return lives == 0 ? 1 : (double) nanos / lives;
    }

    private boolean isNoticeable() {
      return awaits.size() >= MIN_TASKS && nanos >= MIN_NANOS && shareOfLives() >= SHARE;
    }

    private List<String> mostFrequentSites() {
      return sites.entrySet().stream()
          .sorted(
              Comparator.comparingLong((Map.Entry<String, Count> e) -> e.getValue().awaits)
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .map(Map.Entry::getKey)
          .limit(3)
          .toList();
    }

    long nanos() {
      return nanos;
    }

    String site() {
      return resource.toString();
    }

    boolean isIdentified() {
      return resource.identity() != 0;
    }

    private boolean isUnplaced() {
      return resource.site().equals(Sites.UNKNOWN);
    }

    Map<Task, List<Await>> awaits() {
      return awaits;
    }

    /** {@code 24 tasks queued for a Semaphore at Pool.java:9: ...}. */
    String sentence() {
      return Text.times(awaits.size(), "task")
          + " queued for "
          + name()
          + " at "
          + String.join(", ", mostFrequentSites())
          + ": "
          + Text.times(count, "await")
          + ", "
          + Text.duration(nanos)
          + ", "
          + Text.percent(shareOfLives())
          + " of their lives"
          + (unplaced == 0
              ? ""
              : "; "
                  + String.format(Locale.ROOT, "%,d", unplaced)
                  + " more of the kind had no stack");
    }

    /** Its familiar name: a ReentrantLock, although threads park on its NonfairSync. */
    private String name() {
      if (kind.endsWith("pool")) {
        return "the " + kind;
      }
      if (kind.startsWith("queue ")) {
        return "a pool made of a queue";
      }
      if (resource.type().isEmpty()) {
        return "a " + kind.replace("monitor enter", "monitor");
      }
      String type = CodeNames.type(resource.type());
      return "a " + type.replaceAll("\\.(NonfairSync|FairSync|Sync)$", "");
    }

    Map<String, Object> facts() {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("awaitable", resource.type());
      facts.put("identity", resource.identity());
      facts.put("sites", mostFrequentSites());
      facts.put("tasks", awaits.size());
      facts.put("count", count);
      facts.put("totalNanos", nanos);
      facts.put("maxNanos", longest);
      facts.put("shareOfLives", shareOfLives());
      if (unplaced > 0) {
        facts.put("alikeWithoutStack", unplaced);
      }
      return facts;
    }
  }

  /** The queues worth a finding, among awaits of such kinds, longest first. */
  static List<Queue> queues(Evidence evidence, Predicate<FineKind> such) {
    Map<Resource, Queue> queues = new LinkedHashMap<>();
    for (Task task : evidence.recording().tasks()) {
      for (Await await : task.awaits()) {
        if (such.test(await.fine())) {
          queues.computeIfAbsent(Resource.of(await), Queue::new).add(task, await);
        }
      }
    }
    foldUnplaced(queues);
    return queues.values().stream()
        .filter(Queue::isNoticeable)
        .sorted(Comparator.comparingLong(Queue::nanos).reversed())
        .toList();
  }

  /**
   * Monitor awaits without a stack may belong to any of those with one, so they are a queue of
   * their own only if there is no other.
   */
  private static void foldUnplaced(Map<Resource, Queue> queues) {
    Map<String, Long> unplaced = new HashMap<>();
    Set<String> placed = new HashSet<>();
    for (Queue queue : queues.values()) {
      if (queue.isUnplaced()) {
        unplaced.merge(queue.kind, queue.count, Long::sum);
      } else if (!queue.isIdentified()) {
        placed.add(queue.kind);
      }
    }
    queues.values().removeIf(queue -> queue.isUnplaced() && placed.contains(queue.kind));
    for (Queue queue : queues.values()) {
      if (!queue.isUnplaced() && !queue.isIdentified()) {
        queue.unplaced = unplaced.getOrDefault(queue.kind, 0L);
      }
    }
  }
}
