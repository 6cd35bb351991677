package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.CodeNames;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Nature;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A lock or monitor that tasks queue for. Counted where several tasks wait for one lock and the
 * waiting is a noticeable part of their lives.
 */
final class Contended implements Detector {
  private static final double SHARE = 0.1;
  private static final long LEAST_NANOS = 5_000_000;
  private static final int LEAST_TASKS = 2;

  @Override
  public String id() {
    return "contended-lock";
  }

  @Override
  public String looksFor() {
    return "locks and monitors that 2 or more tasks awaited for 10% of their lives, 5 ms at least";
  }

  /** What is known of one lock: the identity where the recording has it, else the place. */
  private record Lock(String type, int identity, String site) {}

  private static final class Queue {
    final Set<Task> tasks = new HashSet<>();
    final Map<String, Long> sites = new HashMap<>();
    long count;
    long nanos;
    long longest;
  }

  @Override
  public List<Finding> detect(Case evidence) {
    Map<Lock, Queue> queues = new LinkedHashMap<>();
    for (Task task : evidence.recording().tasks()) {
      for (Await await : task.awaits()) {
        if (await.fine().nature() == Nature.LOCK) {
          add(queues.computeIfAbsent(lock(await), l -> new Queue()), task, await);
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    queues.forEach(
        (lock, queue) -> {
          long lives = queue.tasks.stream().mapToLong(t -> t.endNanos() - t.bornNanos()).sum();
          boolean noticeable = queue.nanos >= LEAST_NANOS && queue.nanos >= lives * SHARE;
          if (queue.tasks.size() >= LEAST_TASKS && noticeable) {
            findings.add(finding(lock, queue, lives));
          }
        });
    return findings;
  }

  private static void add(Queue queue, Task task, Await await) {
    queue.tasks.add(task);
    queue.count++;
    queue.nanos += await.durationNanos();
    queue.longest = Math.max(queue.longest, await.durationNanos());
    queue.sites.merge(site(await), 1L, Long::sum);
  }

  private static Lock lock(Await await) {
    boolean identified = await.awaitable().identity() != 0;
    return new Lock(
        await.awaitable().type(), await.awaitable().identity(), identified ? "" : site(await));
  }

  private static String site(Await await) {
    return await.stack().suspensionPoint().map(Frame::site).orElse("(no stack taken)");
  }

  private Finding finding(Lock lock, Queue queue, long lives) {
    List<String> sites =
        queue.sites.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .limit(3)
            .toList();
    String name = lock.type().isEmpty() ? "a monitor" : lockName(lock.type());
    double share = lives == 0 ? 1 : (double) queue.nanos / lives;
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("lock", lock.type());
    facts.put("identity", lock.identity());
    facts.put("sites", sites);
    facts.put("tasks", queue.tasks.size());
    facts.put("count", queue.count);
    facts.put("totalNanos", queue.nanos);
    facts.put("maxNanos", queue.longest);
    facts.put("shareOfLives", share);
    return new Finding(
        id(),
        Severity.WARNING,
        Text.times(queue.tasks.size(), "task")
            + " queued for "
            + name
            + " at "
            + String.join(", ", sites)
            + ": "
            + Text.times(queue.count, "await")
            + ", "
            + Text.duration(queue.nanos)
            + ", "
            + Text.percent(share)
            + " of their lives",
        facts,
        "While one task holds the lock the others wait in line, whatever the number of carriers.",
        "Hold it for less (no IO or sleep inside), split it by key, or use a concurrent"
            + " collection in place of lock and collection.",
        queue.nanos);
  }

  /** {@code ReentrantLock$NonfairSync} is what parks; {@code ReentrantLock} is what people know. */
  private static String lockName(String type) {
    return "a " + CodeNames.type(type).replaceAll("\\.(NonfairSync|FairSync|Sync)$", "");
  }
}
