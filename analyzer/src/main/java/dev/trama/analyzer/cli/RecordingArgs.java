package dev.trama.analyzer.cli;

import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.read.RecordingReader;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command that reads a recording takes. */
final class RecordingArgs {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Recording, or a directory of recordings; several are read as one.")
  List<Path> files;

  @Option(
      names = "--include-jdk",
      description = "Show the JDK's own virtual threads too, such as the socket pollers.")
  boolean includeJdk;

  @Option(
      names = "--app",
      paramLabel = "PREFIX",
      description = "Count classes of this prefix as the application's, even a known library's.")
  List<String> application = List.of();

  RecordingReader open() {
    return RecordingReader.open(files, CodeMap.standard(application));
  }

  Recording readAll() {
    Recording recording = open().readAll(includeJdk);
    recording.info().warnings().forEach(warning -> System.err.println("trama: " + warning));
    return recording;
  }
}
