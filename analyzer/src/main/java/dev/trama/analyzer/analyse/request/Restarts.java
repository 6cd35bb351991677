package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.analyse.stats.Sorted;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Distinguishes several requests without a pause in between from one. A server goes on at once when
 * the next request has already arrived; then the awaits start over in the program, as in a loop.
 * Where one starts over although most of the same name do not, it is several requests, and how long
 * each took is not known.
 */
final class Restarts {
  private static final double LOOPS = 0.5;

  private final Map<String, Counts> byName = new HashMap<>();
  private final StackPairs stacks = new StackPairs();

  private static final class Counts {
    long all;
    long restarts;
  }

  void count(String name, boolean restarts) {
    Counts counts = byName.computeIfAbsent(name, n -> new Counts());
    counts.all++;
    counts.restarts += restarts ? 1 : 0;
  }

  /** Whether most requests of the name start over, so that it is a loop of the program itself. */
  boolean isLoop(String name) {
    Counts counts = byName.get(name);
    return counts == null || counts.restarts >= LOOPS * counts.all;
  }

  /** How many of the awaits had begun before an instant. */
  static int begunBefore(List<Await> awaits, long nanos) {
    return Sorted.first(awaits.size(), i -> awaits.get(i).startNanos() >= nanos);
  }

  /** When the awaits of a server's task last started over before an instant. */
  static long latestBefore(Task task, long nanos) {
    List<Await> awaits = task.awaits();
    Await next = null;
    for (int i = begunBefore(awaits, nanos) - 1; i >= 0; i--) {
      Await await = awaits.get(i);
      if (await.stack().applicationEntry() >= 0) {
        if (next != null
            && isRestart(await, next, true, StackPairs.tell(await.stack(), next.stack()))) {
          return await.endNanos();
        }
        next = await;
      }
    }
    return Long.MIN_VALUE;
  }

  /** Whether the second await starts over, told by their stacks or by how they ended. */
  boolean isRestart(Await last, Await next, boolean server) {
    return isRestart(last, next, server, stacks.of(last.stack(), next.stack()));
  }

  private static boolean isRestart(Await last, Await next, boolean server, int stacks) {
    if (last.stack() == next.stack()) {
      return server && !next.stack().isTruncated() && endsOnce(last) && endsOnce(next);
    }
    return (stacks & (server ? StackPairs.RESTARTS_SERVER : StackPairs.RESTARTS)) != 0;
  }

  /**
   * Whether two stacks share no frame of the application, and its caller calls it again in the same
   * line.
   */
  boolean isCalledAgain(Stack last, Stack next) {
    return (stacks.of(last, next) & StackPairs.CALLED_AGAIN) != 0;
  }

  private static boolean endsOnce(Await await) {
    return switch (await.fine().category()) {
      case TIMER, TASK -> await.ending() == Await.Ending.WOKEN || await.kind() == AwaitKind.SLEEP;
      case IO, LOCK, POOL, SIGNAL, OTHER -> false;
    };
  }
}
