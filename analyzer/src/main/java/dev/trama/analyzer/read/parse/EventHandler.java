package dev.trama.analyzer.read.parse;

import java.util.function.Consumer;

/**
 * Handles the events of one type.
 *
 * @param fields the fields that {@code action} reads
 * @param first whether they come before the chunk's other events, which refer to them
 */
public record EventHandler(Fields fields, Consumer<Event> action, boolean first) {
  static final String START = "startTime";
  static final String DURATION = "duration";

  public EventHandler {
    // Every event has its times, without asking for them.
    fields.field(START);
    fields.field(DURATION);
  }

  public EventHandler(Fields fields, Consumer<Event> action) {
    this(fields, action, false);
  }
}
