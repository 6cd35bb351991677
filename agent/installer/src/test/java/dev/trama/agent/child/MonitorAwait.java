package dev.trama.agent.child;

import java.time.Duration;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;

/**
 * One await of a monitor, as recorded.
 *
 * @param thread Java thread id of the thread that suspended
 * @param kind monitor-enter or object-wait
 * @param timeout how long it might have lasted; zero when without limit
 * @param timedOut whether its timeout ended it
 * @param interrupted whether an interrupt ended it
 * @param resumeLatency from being unblocked to running; zero when unknown
 * @param duration of the whole await
 * @param frames {@code class.method(file:line)}, top frame first; empty when not taken
 */
public record MonitorAwait(
    long thread,
    String kind,
    Duration timeout,
    boolean timedOut,
    boolean interrupted,
    Duration resumeLatency,
    Duration duration,
    List<String> frames) {

  static MonitorAwait of(RecordedEvent event, StackTexts stacks) {
    return new MonitorAwait(
        event.getLong("thread"),
        event.getString("kind"),
        event.getDuration("timeout"),
        event.getBoolean("timedOut"),
        event.getBoolean("interrupted"),
        event.getDuration("resumeLatency"),
        event.getDuration(),
        stacks.lines(event));
  }
}
