import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tables as large as a fleet's, made by arithmetic, and how long queries over them take. Nothing in
 * them was measured: they are for timing engines, not for findings.
 *
 * <p>{@code java -cp duckdb_jdbc.jar Fleet100M.java DIR [MILLIONS]}
 */
public final class Fleet100M {
  private static final int AWAITS_PER_RUN = 100_000;
  private static final int RUNS_PER_FILE = 50;

  /** Files beyond these are copies: an engine reads them all the same, and they are soon made. */
  private static final int DISTINCT = 2;

  private static final Map<String, String> QUERIES =
      Map.of(
          "count", "select count(*) from awaits",
          "by kind and place",
              "select service, what, point_id, count(*), sum(duration_nanos), sum(ready_nanos)"
                  + " from awaits group by all order by 5 desc limit 20",
          "p99 by service",
              "select service, quantile_disc(duration_nanos, 0.99) from awaits group by service",
          "one service, one day",
              "select what, sum(duration_nanos) from awaits"
                  + " where service = 'svc-3' and day = '2026-11-02' group by what",
          "the longest of a run",
              "select * from awaits where run_id = 'run-00000077'"
                  + " order by duration_nanos desc limit 10");

  private Fleet100M() {}

  public static void main(String[] args) throws Exception {
    Path dir = Path.of(args[0]);
    int runs = Integer.parseInt(args.length > 1 ? args[1] : "100") * 10;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = connection.createStatement()) {
      if (!Files.isDirectory(dir.resolve("awaits"))) {
        long begun = System.nanoTime();
        write(sql, dir, runs);
        System.out.printf("written in %.1f s%n", (System.nanoTime() - begun) / 1e9);
      }
      sql.execute(
          "create view awaits as select * from read_parquet('"
              + dir.resolve("awaits")
              + "/*/*/*.parquet', hive_partitioning = true,"
              + " hive_types = {'service': VARCHAR, 'day': VARCHAR})");
      for (String name : List.copyOf(QUERIES.keySet()).stream().sorted().toList()) {
        long begun = System.nanoTime();
        try (ResultSet rows = sql.executeQuery(QUERIES.get(name))) {
          int count = 0;
          while (rows.next()) {
            count++;
          }
          System.out.printf(
              "%-22s %4d rows  %.2f s%n", name, count, (System.nanoTime() - begun) / 1e9);
        }
      }
    }
  }

  private static void write(Statement sql, Path dir, int runs) throws Exception {
    sql.execute("set preserve_insertion_order = false");
    List<Path> written = new ArrayList<>();
    for (int first = 0; first < runs; first += RUNS_PER_FILE) {
      int batch = first / RUNS_PER_FILE;
      Path folder =
          dir.resolve("awaits")
              .resolve("service=svc-" + batch % 5)
              .resolve(String.format("day=2026-11-%02d", 1 + batch / 5 % 4));
      Files.createDirectories(folder);
      Path file = folder.resolve("batch-" + batch + ".parquet");
      if (written.size() == DISTINCT) {
        Files.copy(written.get(batch % DISTINCT), file);
        continue;
      }
      written.add(file);
      sql.execute(
          "copy (select 'run-' || lpad(cast("
              + first
              + " + i // "
              + AWAITS_PER_RUN
              + " as varchar), 8, '0') as run_id,"
              + " 40 + i % 5000 as task_id,"
              + " case when p < 60 then 'park' when p < 90 then 'sleep' else 'monitor-enter' end"
              + " as kind,"
              + " case when p < 30 then 'socket read' when p < 50 then 'lock' when p < 60 then"
              + " 'connection pool' when p < 90 then 'sleep' else 'monitor enter' end as what,"
              + " 1795506436879296053 + i * 1013 + cast(random() * 900 as bigint) as start_nanos,"
              + " cast(exp(11 + 4 * random() + p % 7) as bigint) as duration_nanos,"
              + " cast(exp(9 * random()) * 1000 as bigint) as ready_nanos,"
              + " cast(0 as bigint) as timeout_nanos,"
              + " case when p < 50 then 'java.util.concurrent.locks.ReentrantLock$NonfairSync'"
              + " else '' end as awaitable,"
              + " case when p < 50 then cast(hash(p) % 100000 as bigint) else 0 end as"
              + " awaitable_id,"
              + " case when p < 60 then 'woken' else 'timed_out' end as ending,"
              + " case when p < 60 then 'thread' else 'timer' end as waker,"
              + " case when p < 60 then 30 + i % 4999 else 0 end as waker_id,"
              + " printf('%016x', hash(p * 7 + i % 5)) as stack_id,"
              + " printf('%016x', hash(p)) as point_id"
              + " from (select i, cast(floor(100 * random() * random()) as bigint) as p from"
              + " range("
              + RUNS_PER_FILE * (long) AWAITS_PER_RUN
              + ") t(i)))"
              + " to '"
              + file
              + "' (format parquet, compression zstd)");
    }
  }
}
