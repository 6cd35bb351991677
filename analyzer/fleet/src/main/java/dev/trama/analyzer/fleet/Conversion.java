package dev.trama.analyzer.fleet;

import dev.trama.analyzer.export.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads the recordings that are not in the tables yet, one batch at a time. A batch is written
 * whole or not at all, so this can be killed and started again. Only one conversion at a time may
 * write to a directory of tables; any number of programs may read it.
 */
public final class Conversion {
  private static final String LISTED = "file string, file_bytes bigint, modified_millis bigint";
  private static final String[] SAME = {"file", "file_bytes", "modified_millis"};

  private final SparkSession spark;
  private final Recordings recordings;
  private final String tables;
  private final long batchBytes;

  /** How many recordings were read, and how many of them are broken. */
  public record Outcome(long recordings, long broken, long batches) {}

  /**
   * @param recordings folder of recordings, as a URI
   * @param tables directory of tables, as a URI
   * @param batchBytes how many bytes of recordings are read before they are added to the tables
   */
  public Conversion(SparkSession spark, String recordings, String tables, long batchBytes) {
    this.spark = spark;
    this.recordings = new Recordings(recordings);
    this.tables = tables;
    this.batchBytes = batchBytes;
  }

  public Outcome run() throws IOException {
    Journal journal = Journal.of(tables, configuration());
    journal.recover();
    List<RecordingFile> left = unread(recordings.list(configuration()));
    long broken = 0;
    long batches = 0;
    for (List<RecordingFile> batch : batches(left)) {
      broken += convert(batch, journal);
      batches++;
    }
    return new Outcome(left.size(), broken, batches);
  }

  private Configuration configuration() {
    return spark.sparkContext().hadoopConfiguration();
  }

  /** The table's present rows. */
  private Dataset<Row> rows(Table table) throws IOException {
    return SparkTables.rows(spark, tables, table);
  }

  /** The recordings that have no row in {@code runs} or {@code errors}. */
  private List<RecordingFile> unread(List<RecordingFile> all) throws IOException {
    Dataset<Row> known =
        rows(Table.RUNS).selectExpr(SAME).union(rows(Table.ERRORS).selectExpr(SAME));
    List<Row> listed =
        all.stream()
            .map(file -> RowFactory.create(file.path(), file.bytes(), file.modifiedMillis()))
            .toList();
    Set<String> unread =
        spark
            .createDataFrame(listed, StructType.fromDDL(LISTED))
            .join(known, SAME, "left_anti")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    return all.stream().filter(file -> unread.contains(file.path())).toList();
  }

  private List<List<RecordingFile>> batches(List<RecordingFile> files) {
    List<List<RecordingFile>> batches = new ArrayList<>();
    long bytes = batchBytes;
    for (RecordingFile file : files) {
      if (bytes >= batchBytes) {
        batches.add(new ArrayList<>());
        bytes = 0;
      }
      batches.getLast().add(file);
      bytes += file.bytes();
    }
    return batches;
  }

  /** Converts a batch; returns how many of its recordings are broken. */
  private long convert(List<RecordingFile> batch, Journal journal) throws IOException {
    Map<String, String> copies = new HashMap<>();
    while (true) {
      String name = UUID.randomUUID().toString();
      List<Part> parts = read(batch, name, copies);
      List<Part.Read> runs = parts.stream().flatMap(part -> part.runs().stream()).toList();
      List<String> found = copies(runs);
      if (found.isEmpty()) {
        journal.commit(name, parts.stream().flatMap(part -> part.files().stream()).toList());
        return (long) batch.size() - runs.size();
      }
      journal.forget(name);
      found.forEach(path -> copies.put(path, PartReader.COPY));
    }
  }

  private List<Part> read(List<RecordingFile> batch, String name, Map<String, String> copies) {
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var reader = new PartReader(recordings, tables, Journal.stage(name), copies);
    var configuration = context.broadcast(new SerializableConfiguration(configuration()));
    int slices = Math.min(batch.size(), 2 * context.defaultParallelism());
    return context
        .parallelize(batch, slices)
        .mapPartitions(
            files -> {
              List<RecordingFile> part = new ArrayList<>();
              files.forEachRemaining(part::add);
              return List.of(reader.read(part, configuration.value().value())).iterator();
            })
        .collect();
  }

  /** Files whose recordings are in the tables already, or twice in this batch. */
  private List<String> copies(List<Part.Read> runs) throws IOException {
    if (runs.isEmpty()) {
      return List.of();
    }
    Map<String, String> fileOf = new HashMap<>();
    List<String> copies = new ArrayList<>();
    for (Part.Read read : runs) {
      if (fileOf.putIfAbsent(read.run(), read.file().path()) != null) {
        copies.add(read.file().path());
      }
    }
    rows(Table.RUNS)
        .where(functions.col("run_id").isin(fileOf.keySet().toArray()))
        .select("run_id")
        .collectAsList()
        .forEach(row -> copies.add(fileOf.get(row.getString(0))));
    return copies;
  }
}
