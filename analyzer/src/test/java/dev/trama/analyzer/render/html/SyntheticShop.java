package dev.trama.analyzer.render.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A synthetic order service as page data: tasks of three entry methods on a few carriers, whose
 * awaits queue for carriers as real ones do. Serves the template's sample and the browser
 * benchmark, which needs more awaits than a test should record. Seeded, so that it is the same each
 * time.
 */
final class SyntheticShop {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;

  private record Step(int site, long medianNanos, long timeoutNanos, boolean timer) {}

  private record Script(int entry, int spawnFrame, List<Step> steps) {}

  /** A task under way: the awaits so far, and the instant at which it may run again. */
  private static final class Running {
    final int number;
    final Script script;
    final long spawned;
    final List<PageAwait> awaits = new ArrayList<>();
    long start = -1;
    long ready;
    long waitBegan;
    int step;
    int carrier;

    Running(int number, Script script, long spawned) {
      this.number = number;
      this.script = script;
      this.spawned = spawned;
      this.ready = spawned;
    }
  }

  private final Random random = new Random(5);
  private final PageData page;
  private final ShopSites sites;
  private final long[] carrierFree;

  SyntheticShop(PageData page, int carriers) {
    this.page = page;
    this.sites = new ShopSites(page.names());
    this.carrierFree = new long[carriers];
    for (int i = 0; i < carriers; i++) {
      page.names().carrier("ForkJoinPool-1-worker-" + (i + 1));
    }
  }

  /** Runs about as many awaits as asked for; gives the recording's length. */
  long run(int awaits, int tasks) {
    int perTask = Math.max(1, awaits / tasks);
    List<Running> all = new ArrayList<>();
    var queue =
        new PriorityQueue<Running>(
            (a, b) -> a.ready != b.ready ? Long.compare(a.ready, b.ready) : a.number - b.number);
    long spacing = Math.max(20 * MICRO, perTask * 60L * MICRO / carrierFree.length);
    for (int i = 0; i < tasks; i++) {
      long burst = i % 400 < 120 ? spacing / 4 : spacing;
      long spawned =
          (all.isEmpty() ? 0 : all.getLast().spawned) + (long) (burst * 2 * random.nextDouble());
      Running task = new Running(i, script(i, perTask), spawned);
      all.add(task);
      queue.add(task);
    }
    long end = 0;
    while (!queue.isEmpty()) {
      Running task = queue.poll();
      end = Math.max(end, resume(task));
      if (task.step <= task.script.steps.size()) {
        queue.add(task);
      }
    }
    all.forEach(this::put);
    page.put(
        "groups",
        Stream.of(sites.entries)
            .map(entry -> Map.of("key", entry, "entry", entry, "title", entry))
            .toList());
    return end;
  }

  private long resume(Running task) {
    int carrier = 0;
    for (int i = 1; i < carrierFree.length; i++) {
      carrier = carrierFree[i] < carrierFree[carrier] ? i : carrier;
    }
    long resumed =
        Math.max(
            task.ready + 2 * MICRO + (long) (Math.exp(random.nextGaussian()) * 8 * MICRO),
            carrierFree[carrier]);
    if (task.step == 0) {
      task.start = resumed;
    } else {
      Step step = task.script.steps.get(task.step - 1);
      int waker =
          step.timer
              ? Wakers.TIMER
              : Wakers.task(Math.max(0, task.number - 1 - random.nextInt(64)));
      task.awaits.add(
          new PageAwait(
              task.waitBegan,
              task.ready - task.waitBegan,
              resumed - task.ready,
              0,
              1,
              step.site,
              task.carrier,
              waker,
              step.timeoutNanos,
              0));
    }
    long runs = 3 * MICRO + (long) (random.nextDouble() * random.nextDouble() * 90 * MICRO);
    long gaveUp = resumed + runs;
    carrierFree[carrier] = gaveUp;
    task.carrier = carrier;
    task.waitBegan = gaveUp;
    if (task.step < task.script.steps.size()) {
      double spread = Math.exp(random.nextGaussian() * 0.5);
      Step step = task.script.steps.get(task.step);
      task.ready = gaveUp + (step.timer ? step.timeoutNanos : (long) (step.medianNanos * spread));
    } else {
      task.ready = gaveUp;
    }
    task.step++;
    return gaveUp;
  }

  private void put(Running task) {
    page.task(
        new PageTask(
            40 + task.number,
            "request-" + task.number,
            "request-*",
            task.script.entry,
            sites.entries[task.script.entry],
            true,
            task.spawned,
            task.start,
            task.waitBegan,
            true,
            true,
            -1,
            "main",
            task.script.spawnFrame,
            task.carrier));
    task.awaits.forEach(page::await);
  }

  private Script script(int number, int perTask) {
    Step[] steps = new Step[Math.max(1, perTask / 2 + random.nextInt(perTask))];
    int entry = number % 7 == 0 ? 2 : number % 3 == 0 ? 1 : 0;
    for (int i = 0; i < steps.length; i++) {
      int pick = random.nextInt(20);
      steps[i] =
          switch (entry) {
            case 0 ->
                pick < 9
                    ? new Step(sites.query, 900 * MICRO, 0, false)
                    : pick < 13
                        ? new Step(sites.pool, 2 * MILLI, 30_000 * MILLI, false)
                        : pick < 17
                            ? new Step(sites.price, 3 * MILLI, 0, false)
                            : pick < 19
                                ? new Step(sites.stock, 300 * MICRO, 0, false)
                                : new Step(sites.backoff, 0, 5 * MILLI, true);
            case 1 ->
                pick < 12
                    ? new Step(sites.read, 600 * MICRO, 0, false)
                    : pick < 18
                        ? new Step(sites.cache, 40 * MICRO, 0, false)
                        : pick < 19
                            ? new Step(sites.yield, 0, 0, false)
                            : new Step(sites.pinned, 150 * MICRO, 0, false);
            default ->
                pick < 14
                    ? new Step(sites.take, 4 * MILLI, 0, false)
                    : new Step(sites.mail, 1_500 * MICRO, 0, false);
          };
    }
    return new Script(entry, sites.spawnFrame, List.of(steps));
  }
}
