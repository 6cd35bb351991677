package dev.trama.agent.child;

import java.time.Duration;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;

/**
 * One thread that was still suspended when a chunk ended, as recorded.
 *
 * @param thread Java thread id
 * @param name its name; empty when it has none
 * @param kind what suspended it
 * @param suspendedFor for how long
 * @param timeout how long it may last; zero when without limit
 * @param awaitable class of what it awaits; empty when unknown
 * @param owner Java thread id of the lock's owner; 0 when unknown
 * @param pinned whether its carrier is blocked
 * @param frames {@code class.method(file:line)}, top frame first; empty when not taken
 */
public record Stuck(
    long thread,
    String name,
    String kind,
    Duration suspendedFor,
    Duration timeout,
    String awaitable,
    long owner,
    boolean pinned,
    List<String> frames) {

  static Stuck of(RecordedEvent event, StackTexts stacks) {
    return new Stuck(
        event.getLong("thread"),
        event.getString("name") == null ? "" : event.getString("name"),
        event.getString("kind"),
        event.getDuration("suspendedFor"),
        event.getDuration("timeout"),
        event.getClass("awaitable") == null ? "" : event.getClass("awaitable").getName(),
        event.getLong("owner"),
        event.getBoolean("pinned"),
        stacks.lines(event));
  }
}
