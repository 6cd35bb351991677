package dev.trama.probe;

/** Threads and their stacks as text, for events that cannot have JFR's own. */
final class Frames {
  private Frames() {}

  /** The thread's name; null, which events show as absent, when it has none. */
  static String nameOf(Thread thread) {
    String name = thread.getName();
    return name.isEmpty() ? null : name;
  }

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
