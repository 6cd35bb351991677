package dev.trama.analyzer.fleet;

import dev.trama.analyzer.export.sql.NamedQuery;
import dev.trama.analyzer.export.sql.SqlError;
import dev.trama.analyzer.render.text.ResultCsv;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spark-submit trama-fleet.jar RECORDINGS TABLES}. */
@Command(
    name = "trama-fleet",
    mixinStandardHelpOptions = true,
    description = {
      "Adds recordings that are new in a folder SERVICE/VERSION/INSTANCE/NAME.jfr to a directory",
      "of tables, and answers the named queries."
    },
    footer = {"", "Example: spark-submit trama-fleet.jar /data/recordings /data/tables"})
public final class Fleet implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "RECORDINGS", description = "Folder of recordings: a URI.")
  String recordings;

  @Parameters(index = "1", paramLabel = "TABLES", description = "Directory of tables: a URI.")
  String tables;

  @Option(
      names = "--batch-bytes",
      paramLabel = "BYTES",
      description = "How much is read before it is added to the tables (default: 1 GB).")
  long batchBytes = 1L << 30;

  @Option(
      names = "--answers",
      paramLabel = "DIR",
      description = "Where to write NAME.csv for each named query.")
  Path answers;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Where to run, if not started by spark-submit: local[2].")
  String master = "";

  public static void main(String[] args) {
    System.exit(new CommandLine(new Fleet()).execute(args));
  }

  @Override
  public Integer call() {
    try (SparkSession spark = master.isEmpty() ? submitted() : onThisMachine(master)) {
      Conversion.Outcome outcome = new Conversion(spark, recordings, tables, batchBytes).run();
      System.out.printf(
          "%d new recordings in %d batches, %d of them broken%n",
          outcome.recordings(), outcome.batches(), outcome.broken());
      if (answers != null) {
        answer(spark);
      }
      return 0;
    } catch (SqlError | IOException e) {
      System.err.println("trama-fleet: " + e.getMessage());
      return 2;
    }
  }

  private static SparkSession submitted() {
    return SparkSession.builder().appName("trama-fleet").getOrCreate();
  }

  /** Reachable only from this machine; shuffles need no more parts than there are cores. */
  static SparkSession onThisMachine(String master) {
    return SparkSession.builder()
        .appName("trama-fleet")
        .master(master)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate();
  }

  private void answer(SparkSession spark) throws IOException {
    Files.createDirectories(answers);
    try (SparkTables opened = SparkTables.open(spark, tables)) {
      for (NamedQuery query : NamedQuery.all()) {
        Path file = answers.resolve(query.name() + ".csv");
        try (var out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
          ResultCsv.write(opened.query(query.sql()), 0, out);
        }
      }
    }
  }
}
