package dev.trama.analyzer.query;

import dev.trama.analyzer.export.sql.SqlText;
import dev.trama.analyzer.export.sql.TableFiles;
import dev.trama.analyzer.export.table.Column;
import dev.trama.analyzer.export.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The tables in DuckDB's SQL. */
final class Ddl {
  private Ddl() {}

  static String table(Table table, List<Column> columns) {
    return "CREATE TABLE "
        + table.sqlName()
        + columns.stream()
            .map(column -> column.name() + " " + column.type())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  static String copy(Table table, Path file) {
    return "COPY "
        + table.sqlName()
        + " TO "
        + SqlText.literal(file.toString())
        + " (FORMAT parquet, COMPRESSION zstd)";
  }

  static String view(Table table, Path directory) {
    String columns =
        table.allColumns().stream().map(Column::name).collect(Collectors.joining(", "));
    return "CREATE VIEW "
        + table.sqlName()
        + " AS SELECT "
        + columns
        + " FROM "
        + (TableFiles.has(directory, table) ? files(table, directory) : nothing(table));
  }

  private static String files(Table table, Path directory) {
    Path every = directory.resolve(table.sqlName()).resolve("*/*/*.parquet");
    return "read_parquet("
        + SqlText.literal(every.toString())
        + ", hive_partitioning = true, hive_types = {'service': VARCHAR, 'day': VARCHAR})";
  }

  private static String nothing(Table table) {
    String columns =
        table.allColumns().stream()
            .map(column -> "CAST(NULL AS " + column.type() + ") AS " + column.name())
            .collect(Collectors.joining(", "));
    return "(SELECT " + columns + " WHERE false)";
  }
}
