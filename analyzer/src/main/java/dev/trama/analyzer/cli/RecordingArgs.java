package dev.trama.analyzer.cli;

import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.read.RecordingReader;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The arguments of every command that reads one recording. */
final class RecordingArgs extends ReadingOptions {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Recording, or a directory of recordings; several are read as one.")
  List<Path> files;

  RecordingReader open() {
    return open(files);
  }

  Recording readAll() {
    return readAll(open());
  }
}
