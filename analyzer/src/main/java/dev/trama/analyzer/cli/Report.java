package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.finding.Detectors;
import dev.trama.analyzer.analyse.finding.Evidence;
import dev.trama.analyzer.analyse.finding.Finding;
import dev.trama.analyzer.export.sql.SqlError;
import dev.trama.analyzer.export.sql.SqlSession;
import dev.trama.analyzer.export.sql.TableFiles;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.render.html.HtmlReport;
import dev.trama.analyzer.render.html.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code trama report}. */
@Command(
    name = "report",
    description = "Everything on one HTML page, which works offline and loads nothing.",
    footer = {
      "",
      "For a directory of tables (trama export --to parquet), the page of a fleet.",
      "",
      "Examples: trama report app.jfr -o app.html --sources src/main/java",
      "          trama report --follow 4711"
    })
final class Report implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin RecordingArgs source;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "OUT.html",
      description = "Where to write the page; required without --follow.")
  Path out;

  @Option(
      names = "--follow",
      description = {
        "Serve the page to this machine's browsers instead, at an address that is printed, and",
        "renew it as the recording grows. FILE may be the process id of a program that runs with",
        "the agent. Ends with the program, or with Ctrl-C."
      })
  boolean follow;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      description = "With --follow, renew the page no more often than this; 10 if not given.")
  int everySeconds = 10;

  @Option(
      names = "--sources",
      paramLabel = "DIR",
      description = "Where the program's source files are; they become part of the page.")
  List<Path> sources = List.of();

  @Option(
      names = "--recordings",
      paramLabel = "DIR",
      description = "Where to find the recordings that the tables name (default: here).")
  Path recordings = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!follow && out == null) {
      throw new ParameterException(
          spec.commandLine(), "Missing required option: '--out=OUT.html', or '--follow'");
    }
    if (follow && out != null) {
      throw new ParameterException(spec.commandLine(), "--follow serves the page; leave out --out");
    }
    if (!follow && source.files.size() == 1 && TableFiles.areIn(source.files.getFirst())) {
      return reportFleet(source.files.getFirst());
    }
    SourceFiles.requireDirectories(sources);
    if (follow) {
      new Follow(source, sources, everySeconds).serve(spec.commandLine().getOut());
      return 0;
    }
    Recording recording = source.readWhole(source.open());
    List<SourceFile> files = SourceFiles.of(recording, sources);
    List<Finding> findings = Detectors.detect(new Evidence(recording));
    WholeFile.write(out, page -> HtmlReport.write(recording, findings, files, page));
    spec.commandLine().getOut().println(out);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private int reportFleet(Path tables) {
    try (SqlSession session = QueryEngines.engine().open(tables)) {
      new FleetReport(source, session, recordings, out).write("Fleet " + tables);
    } catch (SqlError e) {
      throw new UserError(e.getMessage());
    }
    spec.commandLine().getOut().println(out);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
