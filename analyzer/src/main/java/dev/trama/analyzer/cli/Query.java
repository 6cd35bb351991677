package dev.trama.analyzer.cli;

import dev.trama.analyzer.export.sql.NamedQuery;
import dev.trama.analyzer.export.sql.SqlEngine;
import dev.trama.analyzer.export.sql.SqlResult;
import dev.trama.analyzer.export.sql.SqlSession;
import dev.trama.analyzer.export.sql.TableFiles;
import dev.trama.analyzer.render.json.ResultJson;
import dev.trama.analyzer.render.text.ResultCsv;
import dev.trama.analyzer.render.text.ResultText;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trama query}. */
@Command(
    name = "query",
    description = "SQL over a recording, or over a directory of tables of many.",
    footer = {
      "",
      "Tables: runs, tasks, awaits, stacks, points, buckets, births, findings, errors;",
      "their columns are in docs/tables.md.",
      "",
      "Example: trama query app.jfr \"select what, count(*) from awaits group by what\"",
      "Example: trama query /data/tables regressions"
    })
final class Query implements Callable<Integer> {
  private static final int PAGE = 40;

  @Spec CommandSpec spec;
  @Mixin ReadingOptions options;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE|DIR",
      description = "Recording, or directory that trama export --to parquet or trama-fleet wrote.")
  Path source;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SQL|NAME",
      description = "A query in SQL, or the name of a named query.")
  String query;

  @Option(names = "--list", description = "List the named queries and what each shows.")
  boolean list;

  @Option(
      names = "--show",
      paramLabel = "NAME",
      description = "Print the text of a named query, as a starting point.")
  String show;

  @Option(names = "--csv", description = "As comma-separated values, times in nanoseconds.")
  boolean csv;

  @Option(names = "--json", description = "As JSON: docs/json.md.")
  boolean json;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Show the first N rows; 0 for all (default: a page, with --csv or --json all).")
  int limit = -1;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    if (list) {
      ResultText.shelf(NamedQuery.all()).forEach(out::println);
    } else if (show != null) {
      out.print(named(show).sql());
    } else if (source == null || query == null) {
      throw new ParameterException(
          spec.commandLine(), "a file or directory and a query are needed");
    } else {
      answer(out);
    }
    out.flush();
    return 0;
  }

  private void answer(PrintWriter out) {
    String sql = isName(query) ? named(query).sql() : query;
    try (SqlSession session = open(QueryEngines.engine())) {
      print(session.query(sql), out);
    }
  }

  /** SQL is never a single word. */
  private static boolean isName(String query) {
    return query.strip().chars().noneMatch(Character::isWhitespace);
  }

  private static NamedQuery named(String name) {
    return NamedQuery.of(name.strip())
        .orElseThrow(
            () -> new UserError("no query is called " + name + "; trama query --list names them"));
  }

  private SqlSession open(SqlEngine engine) {
    if (Files.isDirectory(source) && TableFiles.areIn(source)) {
      return engine.open(source);
    }
    var rows = RecordingRows.of(options, List.of(source), serviceOf(source), "", "");
    return engine.load(rows, rows.run().service(), rows.day());
  }

  private static String serviceOf(Path file) {
    Path name = file.getFileName();
    return name == null ? "recording" : name.toString().replaceFirst("\\.jfr$", "");
  }

  private void print(SqlResult result, PrintWriter out) {
    int most = limit >= 0 ? limit : csv || json ? 0 : PAGE;
    if (json) {
      ResultJson.write(result, most, out);
    } else if (csv) {
      ResultCsv.write(result, most, out);
    } else {
      ResultText.write(result, most, out);
    }
  }
}
