package dev.trama.analyzer.export.sql;

import java.nio.file.Path;

/** An SQL engine. Whatever it cannot do, it reports by {@link SqlError}. */
public interface SqlEngine {
  /** Opens a directory of tables, even one that lacks some. */
  SqlSession open(Path directory);

  /** Loads the rows into a session. */
  SqlSession load(RowSource rows, String service, String day);

  /**
   * Adds files to a directory of tables. Each appears whole or not at all; the one of {@code runs}
   * comes last. Writing the same run again replaces its files with equal ones.
   */
  void write(RowSource rows, TableFiles files);
}
