package dev.trama.agent.child;

import java.util.List;
import jdk.jfr.consumer.RecordedEvent;

/**
 * One wake edge, as recorded.
 *
 * @param waker Java thread id of the thread that woke
 * @param target Java thread id of the thread that was woken
 * @param interrupt whether it was woken by being interrupted
 * @param frames where the waker was; empty when the stack was not taken
 */
public record Unpark(long waker, long target, boolean interrupt, List<String> frames) {

  static Unpark of(RecordedEvent event, StackTexts stacks) {
    return new Unpark(
        event.getThread().getJavaThreadId(),
        event.getLong("target"),
        event.getBoolean("interrupt"),
        stacks.methods(event));
  }
}
