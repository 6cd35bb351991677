package dev.trama.analyzer.read.parse;

import java.util.function.Consumer;

/**
 * What is done with the events of one type.
 *
 * @param fields what {@code action} reads of them
 * @param first whether they come before the chunk's other events, which refer to them
 */
public record EventHandler(Fields fields, Consumer<Event> action, boolean first) {
  static final String START = "startTime";
  static final String DURATION = "duration";

  public EventHandler {
    // Times can be had of every event without asking for them.
    fields.field(START);
    fields.field(DURATION);
  }

  public EventHandler(Fields fields, Consumer<Event> action) {
    this(fields, action, false);
  }
}
