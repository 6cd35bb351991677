package dev.trama.analyzer.export.profile;

import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;

/**
 * Awaits of one kind with one stack that were ended by the same.
 *
 * @param fine what was awaited, {@code socket read}
 * @param waker name of who ended them, without its number; {@code timer}; empty when nobody did or
 *     it is not known
 * @param nanos until they ran again, the ready time included
 */
public record Sample(
    Stack stack,
    AwaitKind kind,
    String fine,
    String waker,
    long awaits,
    long nanos,
    long readyNanos) {
  /** {@code socket read (pinned)}. */
  public String label() {
    return kind == AwaitKind.PINNED ? fine + " (pinned)" : fine;
  }

  /** The method its tasks began in; empty when the stack does not tell. */
  public String entry() {
    return stack.entry().map(Frame::label).orElse("");
  }
}
