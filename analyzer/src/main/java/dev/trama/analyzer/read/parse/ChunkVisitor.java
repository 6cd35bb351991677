package dev.trama.analyzer.read.parse;

import java.util.Map;
import java.util.Optional;

/** What is done with the events of chunks. One thread's, one chunk at a time. */
public interface ChunkVisitor {
  /** By name of the event; all others are stepped over. */
  Map<String, EventHandler> handlers();

  /** For an event that a program brought along, known only by what its type says. */
  default Optional<EventHandler> handlerOf(EventDescription type) {
    return Optional.empty();
  }

  /** Before a chunk's events, which name these constants. */
  void begin(Constants constants);

  /** Asked after an event: whether to go on with the chunk. */
  boolean wantsMore();

  /** After a chunk that was read to its end, or as far as it was wanted. */
  void end();
}
