package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.finding.Case;
import dev.trama.analyzer.analyse.finding.Detectors;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.render.html.HtmlReport;
import dev.trama.analyzer.render.html.Sources;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    footer = {"", "Example: trama report app.jfr -o app.html --sources src/main/java"})
final class Report implements Callable<Integer> {
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

  @Override
  public Integer call() {
    for (Path directory : sources) {
      if (!Files.isDirectory(directory)) {
        throw new UserError("no directory of sources: " + directory);
      }
    }
    Recording recording = source.readAll();
    try {
      write(recording);
    } catch (IOException e) {
      throw new UserError("cannot write " + out + ": " + e.getMessage());
    }
    spec.commandLine().getOut().println(out);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private void write(Recording recording) throws IOException {
    try (Writer writer = Files.newBufferedWriter(out)) {
      HtmlReport.write(
          recording,
          Detectors.detect(new Case(recording)),
          Sources.find(recording, sources),
          writer);
    }
  }
}
