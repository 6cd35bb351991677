package dev.trama.analyzer.analyse.waits;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitCategory;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.Waker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which tasks hold what a pool lent. A task that got it after having waited, while others have been
 * waiting without a break ever since, would have woken one of them by giving it back. Tasks that
 * got it without having waited are not known.
 */
final class Borrowers {
  private final Map<Awaitable, Pool> pools = new HashMap<>();

  private static final class Pool {
    /** Since when at least one task has been waiting, without a break until the end. */
    long waitedForSince = Long.MAX_VALUE;

    /** When each task last got something. */
    final Map<Task, Long> taken = new HashMap<>();

    /** When each thread last woke one of the waiting tasks. */
    final Map<Long, Long> gave = new HashMap<>();
  }

  Borrowers(List<Task> tasks) {
    for (Task task : tasks) {
      task.suspendedIn()
          .filter(Borrowers::isOfPool)
          .ifPresent(
              last -> {
                Pool pool = pools.computeIfAbsent(last.awaitable(), a -> new Pool());
                pool.waitedForSince = Math.min(pool.waitedForSince, last.startNanos());
              });
    }
    if (!pools.isEmpty()) {
      tasks.forEach(this::learn);
    }
  }

  private void learn(Task task) {
    for (Await await : task.awaits()) {
      Pool pool = isOfPool(await) ? pools.get(await.awaitable()) : null;
      if (pool == null || await.isStillSuspended()) {
        continue;
      }
      if (await.waker() instanceof Waker.ByThread by) {
        pool.gave.merge(by.id(), await.readyAtNanos(), Math::max);
        // Another task was quicker if it had to go on waiting.
        boolean waitsOn =
            task.suspendedIn()
                .filter(last -> last.awaitable().equals(await.awaitable()))
                .isPresent();
        if (await.ending() == Await.Ending.WOKEN && !waitsOn) {
          pool.taken.merge(task, await.readyAtNanos(), Math::max);
        }
      }
    }
  }

  /** A pool whose instance is known from the identity of what is awaited. */
  private static boolean isOfPool(Await await) {
    return await.fine().category() == AwaitCategory.POOL && await.awaitable().identity() != 0;
  }

  /** The ids of the borrowers that are certain. */
  List<Long> of(Await await) {
    Pool pool = isOfPool(await) ? pools.get(await.awaitable()) : null;
    if (pool == null) {
      return List.of();
    }
    List<Long> holding = new ArrayList<>();
    pool.taken.forEach(
        (task, at) -> {
          boolean gaveBack = pool.gave.getOrDefault(task.id(), Long.MIN_VALUE) >= at;
          if (at >= pool.waitedForSince && !gaveBack && task.truncation().endIsUnknown()) {
            holding.add(task.id());
          }
        });
    return holding.stream().sorted().toList();
  }
}
