package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.finding.Diagnosis;
import dev.trama.analyzer.analyse.summary.SummaryFold;
import dev.trama.analyzer.model.RecordingBuilder;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.read.decode.EventDetail;
import dev.trama.analyzer.render.json.SummaryJson;
import dev.trama.analyzer.render.text.SummaryText;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code trama summary}. */
@Command(
    name = "summary",
    description = "One page: tasks, awaits by kind, concurrency, findings, completeness.",
    footer = {"", "Example: trama summary app.jfr --json"})
final class Summary implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin RecordingArgs source;
  @Mixin Output output;

  @Override
  public Integer call() {
    RecordingReader reader = source.open();
    var fold = new SummaryFold(reader.span(), source.includeJdk);
    Optional<RecordingBuilder> whole =
        source.fitsIntoMemory(reader)
            ? Optional.of(new RecordingBuilder(source.includeJdk))
            : Optional.empty();
    RecordingInfo info =
        source.read(
            reader,
            event -> {
              fold.accept(event);
              whole.ifPresent(builder -> builder.accept(event));
            },
            whole.isPresent() ? EventDetail.ALL : Set.of());
    Optional<Diagnosis> diagnosis = whole.map(builder -> Diagnosis.of(builder.build(info)));
    var out = spec.commandLine().getOut();
    if (output.json) {
      out.println(SummaryJson.text(info, fold.summary(), diagnosis));
    } else {
      new SummaryText(output.palette())
          .lines(info, fold.summary(), diagnosis)
          .forEach(out::println);
    }
    return 0;
  }
}
