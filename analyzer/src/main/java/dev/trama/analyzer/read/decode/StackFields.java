package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.read.parse.Event;
import dev.trama.analyzer.read.parse.EventHandler;
import dev.trama.analyzer.read.parse.Fields;

/**
 * The stack of one of the agent's events, in whichever of three ways it was written: as the number
 * of a {@code trama.Stack}, as text, or as JFR's own stack.
 */
final class StackFields {
  /** The event with the stack for a number. */
  static final String EVENT = "trama.Stack";

  private final ChunkPool pool;
  private final Fields.Field number;
  private final Fields.Field trace;
  private final Fields.Field frames;

  StackFields(Fields fields, ChunkPool pool) {
    this.pool = pool;
    this.number = fields.field("stack");
    this.trace = fields.field("stackTrace");
    this.frames = fields.field("frames");
  }

  /** Handles these events, before the events that need them. */
  static EventHandler handler(ChunkPool pool) {
    var fields = new Fields();
    var stack = new StackFields(fields, pool);
    var number = fields.field("number");
    return new EventHandler(
        fields, event -> pool.learn(event.number(number), stack.of(event)), true);
  }

  Stack of(Event event) {
    if (event.number(number) != 0) {
      return pool.stackNumbered(event.number(number));
    }
    // An event with another thread's stack as text may also have the writing thread's own stack.
    String text = event.has(frames) ? event.text(frames) : "";
    return text.isBlank() ? pool.stack(event.number(trace)) : pool.stackOfText(text);
  }

  /** Whether these events name stacks by number, as all agents do that number stacks. */
  boolean areNumbered(Event event) {
    return event.has(number);
  }
}
