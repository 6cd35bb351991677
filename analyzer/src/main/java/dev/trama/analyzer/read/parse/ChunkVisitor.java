package dev.trama.analyzer.read.parse;

import java.util.Map;
import java.util.Optional;

/** Handles the events of chunks. Used by one thread, for one chunk at a time. */
public interface ChunkVisitor {
  /** Handlers by name of the event; all other events are skipped. */
  Map<String, EventHandler> handlers();

  /** A handler for an event that a program defines, known only by its type. */
  default Optional<EventHandler> handlerOf(EventDescription type) {
    return Optional.empty();
  }

  /** Called before a chunk's events, which refer to these constants. */
  void begin(Constants constants);

  /** Called after an event: whether to go on with the chunk. */
  boolean wantsMore();

  /** Called after a chunk that was read to its end, or as far as needed. */
  void end();
}
