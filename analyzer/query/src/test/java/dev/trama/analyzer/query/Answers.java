package dev.trama.analyzer.query;

import dev.trama.analyzer.export.sql.SqlSession;
import java.util.List;

/** All rows of a query. */
final class Answers {
  private Answers() {}

  static List<List<Object>> of(SqlSession opened, String sql) {
    try (SqlSession session = opened) {
      return session.query(sql).next(0);
    }
  }
}
