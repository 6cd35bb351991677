package dev.trama.analyzer.cli;

import dev.trama.analyzer.export.sql.RowSource;
import dev.trama.analyzer.export.table.RowSink;
import dev.trama.analyzer.export.table.Run;
import dev.trama.analyzer.export.table.RunTables;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.read.file.RecordingFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The recording of one run, as rows. */
record RecordingRows(ReadingOptions options, RecordingReader reader, Run run) implements RowSource {

  static RecordingRows of(
      ReadingOptions options, List<Path> files, String service, String instance, String version) {
    RecordingReader reader = options.open(files);
    String named = files.stream().map(Path::toString).collect(Collectors.joining(" "));
    try {
      Run run = Run.of(RecordingFiles.expand(files), service, instance, version, named);
      return new RecordingRows(options, reader, run);
    } catch (IOException e) {
      throw new UserError("cannot read " + named + ": " + e.getMessage());
    }
  }

  String day() {
    return Run.day(reader.span().startNanos());
  }

  @Override
  public void writeTo(RowSink sink) {
    var tables = new RunTables(run, reader.span(), sink);
    tables.finish(options.readInWindows(reader, tables));
  }
}
