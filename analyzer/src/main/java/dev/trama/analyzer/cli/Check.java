package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.check.Rule;
import dev.trama.analyzer.analyse.check.RuleChecker;
import dev.trama.analyzer.analyse.check.RuleResult;
import dev.trama.analyzer.analyse.finding.FindingsFold;
import dev.trama.analyzer.analyse.points.PointsFold;
import dev.trama.analyzer.analyse.stats.Quantiles;
import dev.trama.analyzer.analyse.words.Durations;
import dev.trama.analyzer.model.Completeness;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.render.json.CheckJson;
import dev.trama.analyzer.render.text.CheckText;
import dev.trama.analyzer.render.xml.JUnitXml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trama check}. */
@Command(
    name = "check",
    description = "Check a recording against rules: exit status 1 when one fails.",
    footer = {
      "",
      "Rules: no findings | no FINDING | await KIND [at SITE] p99 <= TIME | ready p99 <= TIME |",
      "lost <= N. KIND and SITE may have wildcards.",
      "Example: trama check app.jfr --no-pinned --max-await 'queue take=50ms:p99' --junit check.xml"
    })
final class Check implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin RecordingArgs source;
  @Mixin Output output;

  @ArgGroup(validate = false, heading = "Rules:%n")
  RuleOptions options = new RuleOptions();

  @Option(
      names = "--junit",
      paramLabel = "OUT.xml",
      description = "Write the results as JUnit XML as well.")
  Optional<Path> junit = Optional.empty();

  @Override
  public Integer call() throws IOException {
    List<Rule> rules = options.rules();
    RecordingReader reader = source.open();
    boolean wantsFindings = rules.stream().anyMatch(rule -> rule instanceof Rule.No);
    boolean wantsPoints = rules.stream().anyMatch(rule -> rule instanceof Rule.AwaitAtMost);
    var gathered = new Gathered();
    var points =
        new PointsFold(new AwaitFilter().predicate(reader.span().startNanos(), source.includeJdk));
    Consumer<TraceEvent> sink = wantsPoints ? points.andThen(gathered) : gathered;
    var findings = new FindingsFold();
    RecordingInfo info =
        wantsFindings ? source.investigate(reader, sink, findings) : source.read(reader, sink);
    var checker =
        new RuleChecker(
            points.points(),
            findings.findings(),
            gathered.ready,
            gathered.completeness,
            Durations::text);
    List<RuleResult> results = rules.stream().map(checker::check).toList();
    print(info, results, Math.max(1, findings.windows()));
    return results.stream().allMatch(RuleResult::holds) ? 0 : 1;
  }

  private void print(RecordingInfo info, List<RuleResult> results, int windows) {
    var out = spec.commandLine().getOut();
    if (output.json) {
      out.println(CheckJson.text(info, results, windows));
    } else {
      CheckText.lines(results, output.palette()).forEach(out::println);
    }
    junit.ifPresent(file -> WholeFile.write(file, xml -> xml.write(JUnitXml.text(results))));
  }

  private static final class Gathered implements Consumer<TraceEvent> {
    final Quantiles ready = new Quantiles();
    Completeness completeness = Completeness.UNKNOWN;

    @Override
    public void accept(TraceEvent event) {
      if (event instanceof TraceEvent.Awaited awaited && awaited.await().readyNanos() > 0) {
        ready.add(awaited.await().readyNanos());
      } else if (event instanceof TraceEvent.Counted counted) {
        completeness = completeness.latest(counted.completeness());
      }
    }
  }
}
