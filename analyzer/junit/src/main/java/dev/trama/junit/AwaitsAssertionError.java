package dev.trama.junit;

import org.opentest4j.AssertionFailedError;

/** The awaits of a test were not as asserted. */
final class AwaitsAssertionError extends AssertionFailedError {
  private static final long serialVersionUID = 1;

  AwaitsAssertionError(String message, Object expected, Object actual) {
    super(message, expected, actual);
  }
}
