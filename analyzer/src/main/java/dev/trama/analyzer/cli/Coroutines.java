package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.stacks.Coroutine;
import dev.trama.analyzer.analyse.stacks.StackFold;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.read.decode.EventDetail;
import dev.trama.analyzer.render.json.CoroutinesJson;
import dev.trama.analyzer.render.text.CoroutinesText;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code trama coroutines}. */
@Command(
    name = "coroutines",
    description = "The methods that were seen to suspend before they returned.",
    footer = {
      "",
      "own: awaits at a line of the method itself; the others are in methods that it called.",
      "Example: trama coroutines app.jfr --task 'request-*'"
    })
final class Coroutines implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin RecordingArgs source;
  @Mixin Output output;

  @ArgGroup(validate = false, heading = "Which awaits:%n")
  AwaitFilter filter = new AwaitFilter();

  @Mixin Listing listing;

  @Override
  public Integer call() {
    RecordingReader reader = source.open();
    var fold = new StackFold(filter.predicate(reader.span().startNanos(), source.includeJdk));
    RecordingInfo info = source.read(reader, fold, Set.of(EventDetail.AWAITABLES));
    List<Coroutine> all = Coroutine.of(fold);
    List<Coroutine> shown = listing.shown(all, 30, output);
    var out = spec.commandLine().getOut();
    if (output.json) {
      out.println(CoroutinesJson.text(info, shown));
    } else if (all.isEmpty()) {
      out.println("No method was seen to suspend.");
    } else {
      CoroutinesText.lines(shown, output.palette()).forEach(out::println);
      Listing.printRest(out, all, shown);
    }
    return 0;
  }
}
