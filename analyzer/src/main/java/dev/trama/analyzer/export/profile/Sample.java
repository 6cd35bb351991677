package dev.trama.analyzer.export.profile;

import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;

/**
 * Awaits of one kind with one stack and one waker.
 *
 * @param fine what was awaited, {@code socket read}
 * @param waker name of the thread that ended them, without its number; {@code timer}; empty when
 *     there was none or it is not known
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

  /** The method in which its tasks began; empty when the stack does not show it. */
  public String entry() {
    return stack.entry().map(Frame::label).orElse("");
  }
}
