package dev.trama.probe;

/** Stacks as text, for events that cannot carry a stack of JFR's own. */
final class Frames {
  private Frames() {}

  /** Top frame first, one {@code class.method(file:line)} a line. */
  static String format(StackTraceElement[] stack) {
    StringBuilder text = new StringBuilder(stack.length * 48);
    for (StackTraceElement frame : stack) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      text.append(frame.getClassName()).append('.').append(frame.getMethodName());
      text.append('(').append(frame.getFileName()).append(':').append(frame.getLineNumber());
      text.append(')');
    }
    return text.toString();
  }
}
