package dev.trama.agent;

/** Why there will be no tracing, as one line that names cause and remedy. */
final class CannotTraceException extends Exception {
  private static final long serialVersionUID = 1L;

  CannotTraceException(String message) {
    super(message);
  }

  CannotTraceException(String message, Throwable cause) {
    super(message, cause);
  }
}
