package dev.trama.analyzer.model;

/**
 * One frame of a stack.
 *
 * @param type binary name of the class, {@code a.b.Outer$Inner}
 * @param method name of the method as compiled, {@code lambda$handle$0}
 * @param file source file; derived from the class where the recording has none
 * @param line 0 when unknown
 */
public record Frame(String type, String method, String file, int line, Origin origin) {
  /** Whose code it is. */
  public enum Origin {
    APPLICATION,
    /** A framework or driver between the application and the JDK. */
    LIBRARY,
    JDK
  }

  /** The method in readable form: {@code Handler.handle (lambda)}. */
  public String label() {
    return CodeNames.method(type, method);
  }

  /** {@code File.java:12}, or just the file when the line is unknown. */
  public String site() {
    return line > 0 ? file + ":" + line : file;
  }

  /** Class and method as compiled, for tables and rules to match. */
  public String qualified() {
    return type + "." + method;
  }
}
