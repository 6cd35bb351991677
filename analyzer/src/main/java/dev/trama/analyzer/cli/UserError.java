package dev.trama.analyzer.cli;

/** An error that the user can correct: one line with cause and remedy, exit status 2. */
final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  UserError(String causeAndRemedy) {
    super(causeAndRemedy);
  }
}
