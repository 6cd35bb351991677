package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.read.parse.Event;
import dev.trama.analyzer.read.parse.Fields;

/** The fields of the JDK's own events that are read here. */
final class JdkFields {
  final Fields all = new Fields();
  final Fields.Field thread = all.field("eventThread");
  final Fields.Field stack = all.field("stackTrace");
  final Fields.Field monitorClass = all.field("monitorClass");
  final Fields.Field pinnedReason = all.field("pinnedReason");
  final Fields.Field method = all.field("method");
  private final ChunkPool pool;

  JdkFields(ChunkPool pool) {
    this.pool = pool;
  }

  ThreadRef thread(Event event) {
    return pool.thread(event.number(thread));
  }

  Stack stack(Event event) {
    return pool.stack(event.number(stack));
  }
}
