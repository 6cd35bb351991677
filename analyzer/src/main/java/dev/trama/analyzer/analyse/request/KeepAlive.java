package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.Task;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Servers that answer requests one after the other in one task as long as the next one has already
 * arrived. Then nothing suspends in between, so a task may hold several requests although it looks
 * like one. Some servers are known by name, others are recognised because their tasks were seen to
 * call the application again.
 */
final class KeepAlive {
  private static final Set<String> KNOWN =
      Set.of(
          "org.apache.coyote.http11.Http11Processor",
          "org.eclipse.jetty.server.HttpConnection",
          "org.eclipse.jetty.server.internal.HttpConnection",
          "io.helidon.webserver.http1.Http1Connection");

  /** The outermost frames of the servers that were recognised. */
  private final Set<String> seen = new HashSet<>();

  private final Map<Stack, Boolean> known = new HashMap<>();
  private final Restarts comparison;

  KeepAlive(List<Task> tasks, Restarts comparison) {
    this.comparison = comparison;
    tasks.forEach(this::learn);
  }

  private void learn(Task task) {
    Stack last = Stack.NONE;
    for (Await await : task.awaits()) {
      Stack next = await.stack();
      if (next != last && next.applicationEntry() >= 0) {
        if (last != Stack.NONE && comparison.isCalledAgain(last, next)) {
          outermost(next).ifPresent(seen::add);
        }
        last = next;
      }
    }
  }

  boolean serves(Task task) {
    for (Await await : task.awaits()) {
      if (await.stack().applicationEntry() >= 0) {
        return known.computeIfAbsent(await.stack(), this::isOfServer);
      }
    }
    return false;
  }

  private boolean isOfServer(Stack stack) {
    return outermost(stack).filter(seen::contains).isPresent()
        || stack.frames().stream().anyMatch(frame -> KNOWN.contains(frame.type()));
  }

  private static Optional<String> outermost(Stack stack) {
    return stack.isTruncated()
        ? Optional.empty()
        : stack.frames().reversed().stream()
            .filter(frame -> frame.origin() == Frame.Origin.LIBRARY)
            .findFirst()
            .map(Frame::qualified);
  }
}
