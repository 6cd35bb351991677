package dev.trama.analyzer.export.sql;

/** Tables, and an engine that knows them. */
public interface SqlSession extends AutoCloseable {
  /** The result is read while the session is open, before the next query. */
  SqlResult query(String sql);

  @Override
  void close();
}
