package dev.trama.analyzer.export.sql;

/** What the engine says of a query or of files: one line. */
public final class SqlError extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SqlError(String message, Throwable cause) {
    super(message, cause);
  }
}
