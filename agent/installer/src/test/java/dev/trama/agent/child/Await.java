package dev.trama.agent.child;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;

/**
 * One await of a park, sleep or yield, as recorded.
 *
 * @param thread Java thread id of the thread that suspended
 * @param name its name
 * @param kind park, sleep or yield
 * @param timeout how long it might have lasted; zero when without limit
 * @param awaitable class of the blocker; empty when none
 * @param awaitableId identity of the blocker; 0 when none
 * @param pinned whether the carrier was blocked
 * @param waker Java thread id; 0 when none or unknown
 * @param timedOut whether its timeout ended it
 * @param interrupted whether the thread was interrupted when woken
 * @param resumeLatency from being woken to running; zero when unknown
 * @param start when it began
 * @param end when the thread ran again
 * @param frames {@code Class.method}, top frame first; empty when the stack was not taken
 */
public record Await(
    long thread,
    String name,
    String kind,
    Duration timeout,
    String awaitable,
    int awaitableId,
    boolean pinned,
    long waker,
    boolean timedOut,
    boolean interrupted,
    Duration resumeLatency,
    Instant start,
    Instant end,
    List<String> frames) {

  static Await of(RecordedEvent event, StackTexts stacks) {
    RecordedThread thread = event.getThread();
    return new Await(
        thread.getJavaThreadId(),
        String.valueOf(thread.getJavaName()),
        event.getString("kind"),
        event.getDuration("timeout"),
        event.getClass("awaitable") == null ? "" : event.getClass("awaitable").getName(),
        event.getInt("awaitableId"),
        event.getBoolean("pinned"),
        event.getLong("waker"),
        event.getBoolean("timedOut"),
        event.getBoolean("interrupted"),
        event.getDuration("resumeLatency"),
        event.getStartTime(),
        event.getEndTime(),
        stacks.methods(event));
  }
}
