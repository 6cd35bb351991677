package dev.trama.analyzer.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trama.analyzer.export.sql.SqlResult;
import dev.trama.analyzer.export.sql.SqlSession;
import dev.trama.analyzer.export.table.Column;
import dev.trama.analyzer.export.table.Table;
import dev.trama.analyzer.query.DuckEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Results and tables that have to be equal. */
final class Compared {
  private Compared() {}

  static List<List<Object>> rows(SqlSession session, String sql) {
    return session.query(sql).next(0);
  }

  /**
   * Everything is equal except the last digit of rounded figures: engines add floating-point
   * numbers in different orders.
   */
  static void assertEqual(String name, SqlResult one, SqlResult other) {
    assertThat(other.columns()).as(name).isEqualTo(one.columns());
    List<List<Object>> these = one.next(0);
    List<List<Object>> those = other.next(0);
    assertThat(those).as(name).hasSameSizeAs(these);
    for (int row = 0; row < these.size(); row++) {
      for (int i = 0; i < one.columns().size(); i++) {
        String column = one.columns().get(i);
        String where = name + ", row " + row + ", " + column;
        Object value = those.get(row).get(i);
        if (these.get(row).get(i) instanceof Double figure) {
          double unit = column.endsWith("_nanos") ? 1 : column.equals("percent") ? 0.1 : 0.01;
          assertThat((Double) value).as(where).isCloseTo(figure, within(unit * 1.01));
        } else {
          assertThat(value).as(where).isEqualTo(these.get(row).get(i));
        }
      }
    }
  }

  /** Whatever the files are called and in whichever order rows are in them. */
  static void assertSameTables(Path one, Path other) {
    for (Table table : Table.values()) {
      String columns =
          table.allColumns().stream().map(Column::name).collect(Collectors.joining(", "));
      String sql =
          "select "
              + columns
              + ", count(*) as copies from "
              + table.sqlName()
              + " group by all order by all";
      try (SqlSession these = new DuckEngine().open(one);
          SqlSession those = new DuckEngine().open(other)) {
        List<List<Object>> expected = rows(these, sql);
        List<List<Object>> actual = rows(those, sql);
        assertThat(actual.size()).as(table.sqlName()).isEqualTo(expected.size());
        assertThat(actual.equals(expected)).as(table.sqlName()).isTrue();
      }
    }
  }
}
