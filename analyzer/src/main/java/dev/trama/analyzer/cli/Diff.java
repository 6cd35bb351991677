package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.compare.Comparison;
import dev.trama.analyzer.analyse.finding.Finding;
import dev.trama.analyzer.analyse.finding.FindingsFold;
import dev.trama.analyzer.analyse.points.Point;
import dev.trama.analyzer.analyse.points.PointsFold;
import dev.trama.analyzer.analyse.summary.Summary;
import dev.trama.analyzer.analyse.summary.SummaryFold;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.render.json.DiffJson;
import dev.trama.analyzer.render.text.DiffText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trama diff}. */
@Command(
    name = "diff",
    description = "What changed between two recordings, by task, and what is only noise.",
    footer = {"", "Example: trama diff before.jfr after.jfr --limit 10"})
final class Diff implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Output output;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The first recording.")
  Path before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "The second recording.")
  Path after;

  @Mixin ReadingOptions reading;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Show the first N changes; 0 for all (default: 20).")
  int limit = 20;

  private record Side(
      RecordingInfo info, List<Point> points, Summary summary, List<Finding> findings) {}

  @Override
  public Integer call() {
    Side a = side(before);
    Side b = side(after);
    var comparison = Comparison.of(a.points(), a.summary(), b.points(), b.summary());
    var out = spec.commandLine().getOut();
    if (output.json) {
      out.println(DiffJson.text(a.info(), b.info(), comparison, a.findings(), b.findings()));
    } else {
      DiffText.lines(comparison, a.findings(), b.findings(), limit, output.palette())
          .forEach(out::println);
    }
    return 0;
  }

  private Side side(Path file) {
    RecordingReader reader = reading.open(List.of(file));
    var points =
        new PointsFold(new AwaitFilter().predicate(reader.span().startNanos(), reading.includeJdk));
    var summary = new SummaryFold(reader.span(), reading.includeJdk);
    var findings = new FindingsFold();
    RecordingInfo info = reading.investigate(reader, points.andThen(summary), findings);
    return new Side(info, points.points(), summary.summary(), findings.findings());
  }
}
