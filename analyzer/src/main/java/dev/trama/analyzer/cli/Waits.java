package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.waits.WaitGraph;
import dev.trama.analyzer.analyse.waits.Waiting;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.render.json.WaitsJson;
import dev.trama.analyzer.render.text.WaitsText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code trama waits}. */
@Command(
    name = "waits",
    description = "Who waits for whom at the end of the recording, as far as that is certain.",
    footer = {
      "",
      "Owners of locks and monitors, children of scopes and executors, borrowers of pools.",
      "Example: trama dump PID, then trama waits with the file that it wrote"
    })
final class Waits implements Callable<Integer> {
  private static final int PAGE = 20;

  @Spec CommandSpec spec;
  @Mixin RecordingArgs source;
  @Mixin Output output;
  @Mixin Listing listing;

  @Override
  public Integer call() {
    // The last window of a recording that is too large for memory.
    Recording[] last = {null};
    source.readWindows(source.open(), window -> last[0] = window);
    WaitGraph graph = WaitGraph.of(last[0]);
    var out = spec.commandLine().getOut();
    if (output.json) {
      List<Waiting> shown = listing.shown(graph.waiting(), PAGE, output);
      out.println(WaitsJson.text(last[0], graph, shown));
      return 0;
    }
    new WaitsText(last[0], graph, output.palette(), listing.most(PAGE))
        .lines()
        .forEach(out::println);
    return 0;
  }
}
