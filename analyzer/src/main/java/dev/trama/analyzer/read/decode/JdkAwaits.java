package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.model.Waker;
import dev.trama.analyzer.read.parse.Event;

/** Awaits from the JDK's own events, which have only the place and the duration. */
final class JdkAwaits {
  private JdkAwaits() {}

  /** The event's thread awaited for as long as the event lasted. */
  static TraceEvent of(
      ThreadRef task,
      Event event,
      AwaitKind kind,
      FineKind fine,
      Awaitable awaitable,
      Stack stack) {
    return new TraceEvent.Awaited(
        task,
        new Await(
            kind,
            fine,
            event.startNanos(),
            event.endNanos(),
            0,
            0,
            awaitable,
            ThreadRef.UNKNOWN,
            ThreadRef.UNKNOWN,
            Waker.of(kind, 0, kind == AwaitKind.SLEEP),
            stack,
            Await.Ending.WOKEN));
  }
}
