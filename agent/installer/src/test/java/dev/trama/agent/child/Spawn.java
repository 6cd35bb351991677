package dev.trama.agent.child;

import java.time.Instant;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;

/**
 * One birth, as recorded.
 *
 * @param parent Java thread id of the thread that started the child
 * @param child Java thread id
 * @param name name of the child when it was started; empty when it had none
 * @param container executor or scope; empty when none
 * @param at when
 * @param frames where the parent was; empty when the stack was not taken
 */
public record Spawn(
    long parent, long child, String name, String container, Instant at, List<String> frames) {

  static Spawn of(RecordedEvent event, StackTexts stacks) {
    return new Spawn(
        event.getThread().getJavaThreadId(),
        event.getLong("child"),
        text(event, "name"),
        text(event, "container"),
        event.getStartTime(),
        stacks.methods(event));
  }

  private static String text(RecordedEvent event, String field) {
    return event.getString(field) == null ? "" : event.getString(field);
  }
}
