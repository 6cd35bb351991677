package dev.trama.analyzer.export.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A named query. Its text means the same on DuckDB and on Spark: explicit casts to BIGINT and
 * DOUBLE, no integer division, a complete order.
 *
 * @param description from the comment that its file begins with
 */
public record NamedQuery(String name, String description, String sql) {
  private static final List<String> NAMES =
      List.of(
          "top-places",
          "regressions",
          "slow-tails",
          "ready-growth",
          "pools",
          "new-places",
          "pinned",
          "findings",
          "versions",
          "broken");

  /** All named queries, in the order of the list. */
  public static List<NamedQuery> all() {
    return NAMES.stream().map(NamedQuery::read).toList();
  }

  public static Optional<NamedQuery> of(String name) {
    return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
  }

  private static NamedQuery read(String name) {
    String sql = SqlText.composed(SqlText.onShelf(name));
    String description =
        sql.lines()
            .takeWhile(line -> line.startsWith("--"))
            .map(line -> line.substring(2).strip())
            .collect(Collectors.joining(" "));
    return new NamedQuery(name, description, sql);
  }
}
