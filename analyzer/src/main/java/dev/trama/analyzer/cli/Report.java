package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.finding.Detectors;
import dev.trama.analyzer.analyse.finding.Evidence;
import dev.trama.analyzer.analyse.finding.Finding;
import dev.trama.analyzer.export.sql.SqlError;
import dev.trama.analyzer.export.sql.SqlSession;
import dev.trama.analyzer.export.sql.TableFiles;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.RecordingBuilder;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.render.html.HtmlReport;
import dev.trama.analyzer.render.html.SourceFile;
import dev.trama.analyzer.render.html.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trama report}. */
@Command(
    name = "report",
    description = "Everything on one HTML page, which works offline and requests nothing.",
    footer = {
      "",
      "Of a directory of tables (trama export --to parquet) the page of a fleet.",
      "",
      "Example: trama report app.jfr -o app.html --sources src/main/java"
    })
final class Report implements Callable<Integer> {
  /** A page is no place for generated giants. */
  private static final long MAX_SOURCE_BYTES = 1_000_000;

  @Spec CommandSpec spec;
  @Mixin RecordingArgs source;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "OUT.html",
      required = true,
      description = "Where to write the page.")
  Path out;

  @Option(
      names = "--sources",
      paramLabel = "DIR",
      description = "Where the program's source files are; they become part of the page.")
  List<Path> sources = List.of();

  @Option(
      names = "--recordings",
      paramLabel = "DIR",
      description = "Where the recordings are that a directory of tables names (default: here).")
  Path recordings = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (source.files.size() == 1 && TableFiles.areIn(source.files.getFirst())) {
      return reportFleet(source.files.getFirst());
    }
    SourceFiles.requireDirectories(sources);
    RecordingReader reader = source.open();
    if (!source.fitsIntoMemory(reader)) {
      throw new UserError(
          "the recording is too large for this heap; set TRAMA_JAVA_OPTS=-Xmx"
              + (reader.sizeBytes() * 5 / 1_000_000_000 + 1)
              + "g");
    }
    var builder = new RecordingBuilder(source.includeJdk);
    Recording recording = builder.build(source.read(reader, builder));
    List<SourceFile> files = sourceFiles(recording);
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

  private List<SourceFile> sourceFiles(Recording recording) throws IOException {
    List<SourceFile> found = new ArrayList<>();
    for (Map.Entry<String, List<String>> wanted : Sources.wanted(recording).entrySet()) {
      Optional<Path> file = SourceFiles.find(sources, wanted.getKey());
      if (file.isPresent() && Files.size(file.get()) <= MAX_SOURCE_BYTES) {
        // Decoding this way replaces what is not UTF-8 instead of failing.
        String text = new String(Files.readAllBytes(file.get()), StandardCharsets.UTF_8);
        found.add(new SourceFile(wanted.getKey(), wanted.getValue(), text));
      }
    }
    return found;
  }
}
