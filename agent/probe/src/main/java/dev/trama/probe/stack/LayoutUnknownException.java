package dev.trama.probe.stack;

/** This JVM does not provide what is needed to read frozen stacks; the message says what. */
public final class LayoutUnknownException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LayoutUnknownException(String message) {
    super(message, null, false, false);
  }
}
