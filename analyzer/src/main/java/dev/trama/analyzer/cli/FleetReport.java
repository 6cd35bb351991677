package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.finding.Detectors;
import dev.trama.analyzer.analyse.finding.Evidence;
import dev.trama.analyzer.export.sql.NamedQuery;
import dev.trama.analyzer.export.sql.SqlResult;
import dev.trama.analyzer.export.sql.SqlSession;
import dev.trama.analyzer.export.sql.SqlText;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.read.file.UnreadableRecording;
import dev.trama.analyzer.render.html.FleetPage;
import dev.trama.analyzer.render.html.FleetSection;
import dev.trama.analyzer.render.html.HtmlReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page of a directory of tables: the answers to named queries and, for places that became
 * slower, the report of a recording in which they are slowest.
 *
 * @param recordings where to find the recordings that the tables name
 */
record FleetReport(ReadingOptions options, SqlSession session, Path recordings, Path out) {
  private static final int ROWS = 100;
  private static final int EXAMPLES = 10;

  private static final String RUNS_OF_PLACES =
      SqlText.composed(
          "with {places} select p.run_id, r.file"
              + " from places p join runs r on r.run_id = p.run_id where p.age = 1");

  /** In the order of the page. */
  private static final List<Titled> SECTIONS =
      List.of(
          new Titled("versions", "Services and versions"),
          new Titled("regressions", "Slower than before"),
          new Titled("ready-growth", "Waiting longer for a carrier"),
          new Titled("slow-tails", "Slower at the 99th percentile"),
          new Titled("new-places", "New places"),
          new Titled("findings", "Findings"),
          new Titled("top-places", "Where time goes"),
          new Titled("broken", "Recordings that could not be read"));

  private record Titled(String query, String title) {}

  void write(String title) {
    List<FleetSection> sections = SECTIONS.stream().map(this::section).toList();
    WholeFile.write(out, page -> FleetPage.write(title, sections, page));
  }

  private FleetSection section(Titled section) {
    NamedQuery query = NamedQuery.of(section.query).orElseThrow();
    SqlResult result = session.query(query.sql());
    List<List<Object>> rows = result.next(ROWS);
    Map<Integer, String> links =
        query.name().equals("regressions") ? examples(result.columns(), rows) : Map.of();
    return new FleetSection(section.title, query.description(), result.columns(), rows, links);
  }

  private Map<Integer, String> examples(List<String> columns, List<List<Object>> rows) {
    Map<Integer, String> links = new HashMap<>();
    for (int i = 0; i < Math.min(EXAMPLES, rows.size()); i++) {
      List<Object> row = rows.get(i);
      Optional<String> link =
          slowestRun(
                  row.get(columns.indexOf("service")).toString(),
                  row.get(columns.indexOf("what")).toString(),
                  row.get(columns.indexOf("method")).toString())
              .flatMap(this::report);
      int number = i;
      link.ifPresent(to -> links.put(number, to));
    }
    return links;
  }

  private record Example(String run, String file) {}

  /** Only runs of the newest version, as in the regressions. */
  private Optional<Example> slowestRun(String service, String what, String method) {
    SqlResult found =
        session.query(
            RUNS_OF_PLACES
                + (" and p.service = " + SqlText.literal(service))
                + (" and p.what = " + SqlText.literal(what))
                + (" and p.method = " + SqlText.literal(method))
                + " group by p.run_id, r.file"
                + " order by sum(p.total_nanos) / sum(p.awaits) desc, p.run_id limit 1");
    if (!found.rows().hasNext()) {
      return Optional.empty();
    }
    List<Object> row = found.rows().next();
    return Optional.of(new Example(row.get(0).toString(), row.get(1).toString()));
  }

  /** Where its report is, relative to the page; empty when the recording is gone or too large. */
  private Optional<String> report(Example example) {
    Path recording = recordings.resolve(example.file());
    if (!Files.isRegularFile(recording)) {
      return Optional.empty();
    }
    String folder = out.getFileName() + ".examples";
    Path page = out.resolveSibling(folder).resolve(example.run() + ".html");
    try {
      if (!Files.exists(page)) {
        RecordingReader reader = options.open(List.of(recording));
        if (!options.fitsIntoMemory(reader)) {
          return Optional.empty();
        }
        Recording read = options.readAll(reader);
        Files.createDirectories(page.getParent());
        var findings = Detectors.detect(new Evidence(read));
        WholeFile.write(page, to -> HtmlReport.write(read, findings, List.of(), to));
      }
    } catch (UnreadableRecording e) {
      return Optional.empty(); // it was whole when its rows were written
    } catch (IOException e) {
      throw new UserError("cannot write " + page.getParent() + ": " + e.getMessage());
    }
    return Optional.of(folder + "/" + page.getFileName());
  }
}
