package dev.trama.analyzer.export.sql;

import dev.trama.analyzer.export.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the files of a run are: {@code awaits/service=shop/day=2026-11-24/RUN.parquet}.
 *
 * @param directory of all tables
 */
public record TableFiles(Path directory, String service, String day, String run) {
  /** The file of one table. */
  public Path of(Table table) {
    return directory.resolve(place(table, service, day, run));
  }

  /** The same path relative to the directory, which may be on a file system or an object store. */
  public static String place(Table table, String service, String day, String name) {
    return String.join("/", table.sqlName(), "service=" + service, "day=" + day, name + ".parquet");
  }

  /** Whether there are tables. */
  public static boolean areIn(Path directory) {
    return Files.isDirectory(directory.resolve(Table.RUNS.sqlName()))
        || Files.isDirectory(directory.resolve(Table.ERRORS.sqlName()));
  }

  /** Whether a table has any file: engines refuse to read a table without one. */
  public static boolean has(Path directory, Table table) {
    Path folder = directory.resolve(table.sqlName());
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var files = Files.find(folder, 3, (f, a) -> f.toString().endsWith(".parquet"))) {
      return files.findAny().isPresent();
    } catch (IOException e) {
      throw new SqlError("cannot list " + folder + ": " + e.getMessage(), e);
    }
  }
}
