package dev.trama.analyzer.cli;

import dev.trama.analyzer.export.perfetto.PerfettoExport;
import dev.trama.analyzer.export.profile.Collapsed;
import dev.trama.analyzer.export.profile.Otlp;
import dev.trama.analyzer.export.profile.Pprof;
import dev.trama.analyzer.export.profile.SampleFold;
import dev.trama.analyzer.export.profile.Weight;
import dev.trama.analyzer.export.sql.SqlEngine;
import dev.trama.analyzer.export.sql.TableFiles;
import dev.trama.analyzer.export.table.Run;
import dev.trama.analyzer.export.table.Table;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.read.WindowSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trama export}. */
@Command(
    name = "export",
    description = "A recording in the format of another tool.",
    footer = {
      "",
      "perfetto   tasks and carriers over time, for ui.perfetto.dev",
      "pprof      for go tool pprof and everything that reads its format",
      "collapsed  stacks, a line each, for flame graphs and speedscope",
      "otlp       OpenTelemetry profiles, in their development version",
      "parquet    tables for SQL, added to those of other recordings: see trama query",
      "",
      "Example: trama export app.jfr --to pprof -o app.pb.gz && go tool pprof -top app.pb.gz"
    })
final class Export implements Callable<Integer> {
  enum Format {
    perfetto,
    pprof,
    collapsed,
    otlp,
    parquet
  }

  /** The tables that are small enough to be always sent from every instance. */
  private static final Set<Table> POINTS =
      EnumSet.of(Table.RUNS, Table.POINTS, Table.BUCKETS, Table.FINDINGS);

  @Spec CommandSpec spec;
  @Mixin RecordingArgs source;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      required = true,
      description = "${COMPLETION-CANDIDATES}")
  Format format;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "OUT",
      required = true,
      description = "Where to write it; with parquet the directory of all tables.")
  Path out;

  @ArgGroup(validate = false, heading = "Which awaits:%n")
  Filter filter = new Filter();

  /** {@code --to} has another meaning here than in {@code points}. */
  static final class Filter extends AwaitConditions {
    @Option(
        names = "--until",
        paramLabel = "TIME",
        converter = Times.class,
        description = "Starting before this time into the recording.")
    void until(long nanos) {
      toNanos = nanos;
    }
  }

  @Option(
      names = "--value",
      paramLabel = "VALUE",
      description =
          "The weight of collapsed stacks: ${COMPLETION-CANDIDATES}; await and ready are"
              + " nanoseconds (default: await).")
  Weight value = Weight.await;

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "The service that was recorded, for otlp and parquet.")
  String service = "";

  @Option(
      names = "--instance",
      paramLabel = "ID",
      description = "Which instance of the service, for parquet: a host or a pod.")
  String instance = "";

  @Option(
      names = "--service-version",
      paramLabel = "VERSION",
      description = "Version of the service, for parquet.")
  String version = "";

  @Option(
      names = "--points-only",
      description = "Write only the tables runs, points, buckets and findings: some kilobytes.")
  boolean pointsOnly;

  @Override
  public Integer call() {
    if (format == Format.parquet) {
      writeTables();
      return 0;
    }
    RecordingReader reader = source.open();
    BiPredicate<ThreadRef, Await> wanted =
        filter.predicate(reader.span().startNanos(), source.includeJdk);
    WholeFile.writeBytes(out, to -> write(reader, wanted, to));
    spec.commandLine().getOut().println(out);
    spec.commandLine().getOut().flush();
    return 0;
  }

  /** Always of whole recordings: later, a part could not be told from a whole. */
  private void writeTables() {
    if (!filter.isAny() || source.includeJdk) {
      throw new UserError("--to parquet writes whole recordings; filter them in SQL instead");
    }
    if (!Run.isService(service)) {
      throw new UserError(
          "--to parquet needs --service NAME, which may have letters, digits, '.', '_' and '-'");
    }
    if (instance.isEmpty()) {
      throw new UserError("--to parquet needs --instance ID, so that instances can be told apart");
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new UserError("cannot write " + out + ": it is not a directory");
    }
    SqlEngine engine = QueryEngines.engine();
    var rows = RecordingRows.of(source, source.files, service, instance, version);
    var files = new TableFiles(out, service, rows.day(), rows.run().id());
    engine.write(pointsOnly ? rows.only(POINTS) : rows, files);
    spec.commandLine().getOut().println(files.of(Table.RUNS));
    spec.commandLine().getOut().flush();
  }

  private void write(RecordingReader reader, BiPredicate<ThreadRef, Await> wanted, OutputStream to)
      throws IOException {
    if (format == Format.perfetto) {
      var export =
          new PerfettoExport(
              reader.span(), title(), wanted, !filter.isAny(), source.includeJdk, to);
      source.readInWindows(reader, new Windowed(export, export::endWindow));
      export.end();
      return;
    }
    var fold = new SampleFold(wanted);
    RecordingInfo info = source.read(reader, fold);
    switch (format) {
      case pprof -> Pprof.write(info, fold.samples(), to);
      case collapsed -> Collapsed.write(fold.samples(), value, to);
      case otlp -> Otlp.write(info, fold.samples(), service, to);
      case perfetto, parquet -> throw new IllegalStateException("written above");
    }
  }

  private String title() {
    Path name = source.files.getFirst().getFileName();
    return name == null ? "recording" : name.toString();
  }

  /** A sink of windows, made of two functions. */
  private record Windowed(Consumer<TraceEvent> sink, Runnable endOfWindow) implements WindowSink {
    @Override
    public Consumer<TraceEvent> begin() {
      return sink;
    }

    @Override
    public void end(RecordingInfo window) {
      endOfWindow.run();
    }
  }
}
