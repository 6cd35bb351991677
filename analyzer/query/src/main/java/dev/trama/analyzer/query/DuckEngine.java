package dev.trama.analyzer.query;

import dev.trama.analyzer.export.sql.RowSource;
import dev.trama.analyzer.export.sql.SqlEngine;
import dev.trama.analyzer.export.sql.SqlError;
import dev.trama.analyzer.export.sql.SqlSession;
import dev.trama.analyzer.export.sql.TableFiles;
import dev.trama.analyzer.export.table.Column;
import dev.trama.analyzer.export.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** DuckDB, in this process. */
public final class DuckEngine implements SqlEngine {
  private static final String IN_MEMORY = "";

  @Override
  public SqlSession open(Path directory) {
    try {
      Duck duck = Duck.open(IN_MEMORY);
      for (Table table : Table.values()) {
        duck.execute(Ddl.view(table, directory));
      }
      return new DuckSession(duck);
    } catch (SQLException e) {
      throw Duck.error(e);
    }
  }

  @Override
  public SqlSession load(RowSource rows, String service, String day) {
    try {
      Duck duck = Duck.open(IN_MEMORY);
      fill(duck, rows, Table::allColumns, List.of(service, day));
      return new DuckSession(duck);
    } catch (SQLException e) {
      throw Duck.error(e);
    }
  }

  @Override
  public void write(RowSource rows, TableFiles files) {
    long process = ProcessHandle.current().pid();
    try {
      Files.createDirectories(files.directory());
      Path scratch =
          Files.createTempDirectory(files.directory(), "." + files.run() + "." + process + ".");
      Thread cleaner = new Thread(() -> Scratch.delete(scratch), "delete-scratch");
      Runtime.getRuntime().addShutdownHook(cleaner);
      try {
        writeBy(scratch, rows, files);
      } finally {
        Scratch.delete(scratch);
        Scratch.forget(cleaner);
      }
    } catch (SQLException e) {
      throw Duck.error(e);
    } catch (IOException e) {
      throw new SqlError("cannot write " + files.directory() + ": " + e.getMessage(), e);
    }
  }

  /** The scratch is in the same file system, so that moving is renaming. */
  private static void writeBy(Path scratch, RowSource rows, TableFiles files)
      throws SQLException, IOException {
    List<Table> written = new ArrayList<>();
    try (Duck duck = Duck.open(scratch.resolve("run.duckdb").toString())) {
      fill(duck, rows, Table::columns, List.of());
      for (Table table : Table.values()) {
        if (duck.hasRows(table.sqlName())) {
          duck.execute(Ddl.copy(table, scratch.resolve(table.sqlName())));
          written.add(table);
        }
      }
    }
    for (Table table : written) { // runs comes last: a run that is named in it is complete
      Path file = files.of(table);
      Files.createDirectories(file.getParent());
      Files.move(
          scratch.resolve(table.sqlName()),
          file,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * @param folders values of the columns that rows do not have
   */
  private static void fill(
      Duck duck, RowSource rows, Function<Table, List<Column>> columns, List<String> folders)
      throws SQLException {
    for (Table table : Table.values()) {
      duck.execute(Ddl.table(table, columns.apply(table)));
    }
    try (var sink = new DuckRows(duck, folders)) {
      rows.writeTo(sink);
    }
  }
}
