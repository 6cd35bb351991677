package dev.trama.analyzer.export.sql;

/** An engine with tables to query. */
public interface SqlSession extends AutoCloseable {
  /** Read the result while the session is open, before the next query. */
  SqlResult query(String sql);

  @Override
  void close();
}
