package dev.trama.analyzer.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Adds the files of a batch to the tables, all or none. In the directory of tables:
 *
 * <pre>
 * _stage/BATCH/...      files of a batch while they are written; no reader looks below '_'
 * _journal/BATCH        which of them go where; written when they are complete
 * </pre>
 *
 * The journal decides. If the application is killed before the journal is written, the batch has no
 * effect, and its recordings are read again. If it is killed later, the next start moves the
 * remaining files. Moving twice does no harm, even on an object store, where it means copying and
 * deleting. Files of {@code runs} are moved last.
 */
final class Journal {
  private final FileSystem files;
  private final Path tables;

  private Journal(FileSystem files, Path tables) {
    this.files = files;
    this.tables = tables;
  }

  static Journal of(String tables, Configuration configuration) throws IOException {
    Path directory = new Path(tables);
    FileSystem files = directory.getFileSystem(configuration);
    files.setWriteChecksum(false);
    return new Journal(files, directory);
  }

  /** Where a batch writes, below the tables. */
  static String stage(String batch) {
    return "_stage/" + batch;
  }

  /** Finishes batches with a journal, and deletes those that were not complete. */
  void recover() throws IOException {
    Path journals = new Path(tables, "_journal");
    if (files.exists(journals)) {
      for (FileStatus journal : files.listStatus(journals)) {
        String batch = journal.getPath().getName();
        if (batch.startsWith(".")) {
          files.delete(journal.getPath(), false);
        } else {
          move(batch, read(journal.getPath()));
        }
      }
    }
    files.delete(new Path(tables, "_stage"), true);
  }

  void commit(String batch, List<StagedFile> staged) throws IOException {
    Path half = new Path(tables, "_journal/." + batch);
    try (FSDataOutputStream out = files.create(half, true)) {
      for (StagedFile file : staged) {
        out.write((file.staged() + "\t" + file.place() + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    rename(half, new Path(tables, "_journal/" + batch));
    move(batch, staged);
  }

  void forget(String batch) throws IOException {
    files.delete(new Path(tables, stage(batch)), true);
  }

  private void move(String batch, List<StagedFile> staged) throws IOException {
    List<StagedFile> runsLast =
        staged.stream().sorted(Comparator.comparing(StagedFile::isOfRuns)).toList();
    for (StagedFile file : runsLast) {
      Path from = new Path(tables, file.staged());
      if (files.exists(from)) {
        rename(from, new Path(tables, file.place()));
      }
    }
    files.delete(new Path(tables, "_journal/" + batch), false);
    forget(batch);
  }

  private void rename(Path from, Path to) throws IOException {
    files.mkdirs(to.getParent());
    files.delete(to, false);
    if (!files.rename(from, to)) {
      throw new IOException("cannot move " + from + " to " + to);
    }
  }

  private List<StagedFile> read(Path journal) throws IOException {
    List<StagedFile> staged = new ArrayList<>();
    try (FSDataInputStream in = files.open(journal)) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .forEach(line -> staged.add(new StagedFile(line[0], line[1])));
    }
    return staged;
  }
}
