package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.CodeNames;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;
import java.util.List;
import java.util.Optional;

/**
 * The frame that kept a task from giving up its carrier: a class initialiser, or a native method
 * that called back into Java. Recordings have no line of native frames.
 */
final class PinningFrame {
  private PinningFrame() {}

  /** The innermost; empty where the stack shows none, as with monitors until JDK 23. */
  static Optional<Frame> of(Stack stack) {
    List<Frame> frames = stack.frames();
    int at = 0;
    // The top frame may be the native method that waits, such as Object.wait0.
    while (at < frames.size() && isNative(frames.get(at))) {
      at++;
    }
    for (; at < frames.size(); at++) {
      Frame frame = frames.get(at);
      if (frame.method().equals("<clinit>") || isNative(frame)) {
        return Optional.of(frame);
      }
    }
    return Optional.empty();
  }

  private static boolean isNative(Frame frame) {
    return frame.line() <= 0 && !CodeNames.isGenerated(frame.type());
  }
}
