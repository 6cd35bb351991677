package dev.trama.analyzer.fleet;

import dev.trama.analyzer.export.table.Run;
import dev.trama.analyzer.export.table.RunTables;
import dev.trama.analyzer.export.table.Table;
import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.read.file.UnreadableRecording;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads some recordings in an executor. A broken one becomes a row of {@code errors}. Most are
 * recognised as broken when they are opened. If one turns out broken only later, some of its rows
 * have been written, so everything is started again without it.
 *
 * @param rejected files not to read, with the reason
 */
record PartReader(Recordings recordings, String tables, String stage, Map<String, String> rejected)
    implements Serializable {
  /** Why a recording is rejected that is already in the tables, or twice among those to read. */
  static final String COPY = "is the same recording as another one of this instance; delete one";

  /** An await is 30 to 45 bytes on disk and about 150 in memory; executors have several tasks. */
  private static final long WINDOW_BYTES = 32L << 20;

  PartReader {
    rejected = Map.copyOf(rejected);
  }

  Part read(List<RecordingFile> files, Configuration configuration) throws IOException {
    Map<String, String> broken = new HashMap<>(rejected);
    while (true) {
      String name = UUID.randomUUID().toString(); // another attempt writes other files
      List<Part.Read> runs = new ArrayList<>();
      try (var rows = new ParquetRows(tables, stage + "/" + name, name, configuration)) {
        Set<String> seen = new HashSet<>();
        for (RecordingFile file : files) {
          if (!broken.containsKey(file.path())) {
            String reason = read(file, rows, configuration, seen, runs);
            if (!reason.isEmpty()) {
              broken.put(file.path(), reason);
            }
          }
        }
        // Only what opened and then broke has left rows.
        if (runs.stream().noneMatch(run -> broken.containsKey(run.file().path()))) {
          files.stream()
              .filter(file -> broken.containsKey(file.path()))
              .forEach(file -> writeError(file, broken.get(file.path()), rows));
          return new Part(rows.files(), runs);
        }
      }
    }
  }

  /** Returns why it could not be read; empty when it could. */
  private String read(
      RecordingFile file,
      ParquetRows rows,
      Configuration configuration,
      Set<String> seen,
      List<Part.Read> runs)
      throws IOException {
    if (!file.isInPlace()) {
      return "is not in SERVICE/VERSION/INSTANCE/NAME.jfr; move it there";
    }
    if (!Run.isService(file.service())) {
      return "has a service name with characters other than letters, digits, '.', '_' and '-';"
          + " rename it";
    }
    return recordings.use(
        file,
        configuration,
        local -> {
          try {
            return readLocal(local, file, rows, seen, runs);
          } catch (UnreadableRecording e) {
            return e.getMessage().replace(local + ": ", "");
          } catch (UncheckedIOException e) {
            throw e; // the tables cannot be written, which is not the recording's fault
          } catch (RuntimeException e) {
            return "cannot be understood: " + e;
          }
        });
  }

  private static String readLocal(
      Path local, RecordingFile file, ParquetRows rows, Set<String> seen, List<Part.Read> runs)
      throws IOException {
    RecordingReader reader = RecordingReader.open(List.of(local), CodeMap.standard(List.of()));
    Run of = Run.of(List.of(local), file.service(), file.instance(), file.version(), file.path());
    if (!seen.add(of.id())) {
      return COPY;
    }
    var run =
        new Run(
            of.id(),
            of.service(),
            of.instance(),
            of.version(),
            of.file(),
            file.bytes(),
            file.modifiedMillis());
    rows.into(file.service(), Run.day(reader.span().startNanos()));
    runs.add(new Part.Read(run.id(), file)); // from here on it may have left rows
    var tables = new RunTables(run, reader.span(), rows);
    RecordingInfo info = reader.readInWindows(WINDOW_BYTES, tables);
    tables.finish(info);
    return "";
  }

  private static void writeError(RecordingFile file, String reason, ParquetRows rows) {
    String service = Run.isService(file.service()) ? file.service() : "unknown";
    rows.into(service, Run.day(file.modifiedMillis() * 1_000_000));
    rows.row(
        Table.ERRORS,
        Run.idOf(file.path() + "\n" + file.bytes() + "\n" + file.modifiedMillis()),
        file.path(),
        file.bytes(),
        file.modifiedMillis(),
        reason);
  }
}
