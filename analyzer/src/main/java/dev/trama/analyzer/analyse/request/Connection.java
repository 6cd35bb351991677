package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitCategory;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A task that serves a connection, one request after the other, as in servers with one thread per
 * connection. Between two requests it reads from the socket, with no frame of the application on
 * its stack: there it is cut.
 *
 * <p>Reading a request's body looks similar, but is deeper in the server, on the way to the
 * application: only the stacks count that have least in common with the application's.
 */
final class Connection {
  private final Task task;
  private final Restarts comparison;
  private final List<Request> requests = new ArrayList<>();

  /**
   * The interval of one request on the connection.
   *
   * @param restarts whether it looks like several requests without a pause in between: {@link
   *     Restarts}
   */
  record Request(
      String name,
      long startNanos,
      long endNanos,
      boolean began,
      boolean ended,
      boolean restarts) {}

  private Connection(Task task, Restarts comparison) {
    this.task = task;
    this.comparison = comparison;
  }

  /** Empty for a task that does not read between awaits of the application at least once. */
  static List<Request> requestsOf(Task task, Restarts comparison) {
    if (task.awaits().size() < 3) {
      return List.of();
    }
    Map<Stack, Boolean> idle = idleStacks(task);
    if (idle.isEmpty()) {
      return List.of();
    }
    var connection = new Connection(task, comparison);
    connection.cut(idle);
    long served = connection.requests.stream().filter(r -> !r.name().isEmpty()).count();
    return served < 2 ? List.of() : List.copyOf(connection.requests);
  }

  private void cut(Map<Stack, Boolean> idle) {
    long from = task.spawnedNanos();
    boolean began = !task.truncation().startIsUnknown();
    String name = "";
    boolean atAnyTime = false;
    boolean restarts = false;
    Await last = null;
    for (Await await : task.awaits()) {
      if (idle.containsKey(await.stack())) {
        if (atAnyTime || began) {
          add(name, from, await.startNanos(), began, true, restarts);
        }
        from = await.isStillSuspended() ? await.endNanos() : await.readyAtNanos();
        began = true;
        atAnyTime = true;
        name = "";
        restarts = false;
        last = null;
      } else {
        if (name.isEmpty()) {
          name = await.stack().applicationEntryLabel();
        }
        if (await.stack().applicationEntry() >= 0) {
          restarts |= last != null && comparison.isRestart(last, await, true);
          last = await;
        }
      }
    }
    if (!name.isEmpty()) {
      add(name, from, task.endNanos(), began, !task.truncation().endIsUnknown(), restarts);
    }
  }

  private void add(
      String name, long from, long to, boolean began, boolean ended, boolean restarts) {
    if (!name.isEmpty() && to > from) {
      requests.add(new Request(name, from, to, began, ended, restarts));
    }
  }

  /** The outermost frame of the application. */
  static Optional<Frame> entry(Stack stack) {
    int index = stack.applicationEntry();
    return index < 0 ? Optional.empty() : Optional.of(stack.frames().get(index));
  }

  private static Map<Stack, Boolean> idleStacks(Task task) {
    Map<Stack, Integer> reads = new HashMap<>();
    Stack application = Stack.NONE;
    for (Await await : task.awaits()) {
      Stack stack = await.stack();
      boolean isApplications = stack.applicationEntry() >= 0;
      if (isApplications && application == Stack.NONE) {
        application = stack;
      } else if (!isApplications && stack.isKnown() && isRead(await)) {
        reads.put(stack, 0);
      }
    }
    if (application == Stack.NONE || reads.isEmpty()) {
      return Map.of();
    }
    int least = Integer.MAX_VALUE;
    for (Map.Entry<Stack, Integer> read : reads.entrySet()) {
      read.setValue(read.getKey().inCommon(application));
      least = Math.min(least, read.getValue());
    }
    Map<Stack, Boolean> idle = new HashMap<>();
    for (Map.Entry<Stack, Integer> read : reads.entrySet()) {
      if (read.getValue() == least) {
        idle.put(read.getKey(), true);
      }
    }
    return idle;
  }

  /** Whether it may have waited for the next request, if the application has no part in it. */
  static boolean isRead(Await await) {
    return await.fine().category() == AwaitCategory.IO
        && (await.fine().name().equals("socket read") || await.fine().name().equals("select"));
  }
}
