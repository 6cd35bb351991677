package dev.trama.analyzer.read.parse;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordedEvent;

/** What is done with the events of chunks. One thread's, one chunk at a time. */
public interface ChunkVisitor {
  /** By name of the event; the parser skips all others. */
  Map<String, Consumer<RecordedEvent>> handlers();

  /** For an event that a program brought along, known only by what its type says. */
  default Optional<Consumer<RecordedEvent>> handlerOf(EventType type) {
    return Optional.empty();
  }

  /** Before a chunk. */
  void begin();

  /** Asked after an event: whether to go on with the chunk. */
  boolean wantsMore();

  /** After a chunk that was read to its end, or as far as it was wanted. */
  void end();
}
