package dev.trama.analyzer.fleet;

import dev.trama.analyzer.export.sql.SqlError;
import dev.trama.analyzer.export.sql.SqlResult;
import dev.trama.analyzer.export.sql.SqlSession;
import dev.trama.analyzer.export.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The tables in Spark. */
public final class SparkTables implements SqlSession {
  private final SparkSession spark;

  private SparkTables(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * @param directory of tables, as a URI
   */
  public static SparkTables open(SparkSession spark, String directory) throws IOException {
    for (Table table : Table.values()) {
      rows(spark, directory, table).createOrReplaceTempView(table.sqlName());
    }
    return new SparkTables(spark);
  }

  /** One table: its files are listed now. */
  static Dataset<Row> rows(SparkSession spark, String directory, Table table) throws IOException {
    Path folder = new Path(directory, table.sqlName());
    boolean isThere =
        folder.getFileSystem(spark.sparkContext().hadoopConfiguration()).exists(folder);
    return isThere
        ? spark.read().schema(schema(table)).parquet(folder.toString())
        : spark.createDataFrame(List.<Row>of(), StructType.fromDDL(schema(table)));
  }

  private static String schema(Table table) {
    return table.allColumns().stream()
        .map(column -> column.name() + " " + column.type().spark())
        .collect(Collectors.joining(", "));
  }

  @Override
  public SqlResult query(String sql) {
    try {
      Dataset<Row> found = spark.sql(sql);
      Iterator<Row> rows = found.toLocalIterator();
      return new SqlResult(
          List.of(found.columns()),
          new Iterator<>() {
            @Override
            public boolean hasNext() {
              return rows.hasNext();
            }

            @Override
            public List<Object> next() {
              return values(rows.next());
            }
          });
    } catch (Exception e) { // Spark throws checked exceptions that its methods do not declare
      if (e instanceof AnalysisException) {
        throw new SqlError(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
      }
      throw e;
    }
  }

  private static List<Object> values(Row row) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < row.length(); i++) {
      values.add(SqlResult.plain(row.get(i)));
    }
    return values;
  }

  /** Does nothing: the session is the caller's. */
  @Override
  public void close() {}
}
