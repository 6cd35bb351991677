package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.request.RequestGroup;
import dev.trama.analyzer.analyse.request.RequestsFold;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.render.json.RequestsJson;
import dev.trama.analyzer.render.text.RequestsText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code trama requests}. */
@Command(
    name = "requests",
    description = "Requests by name: how many, how long, and where their time went.",
    footer = {
      "",
      "A request is a context (an event with a @Contextual field), or else a task.",
      "Example: trama requests app.jfr --request 'Checkout.*'"
    })
final class Requests implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin RecordingArgs source;
  @Mixin Output output;

  @ArgGroup(validate = false, heading = "Which requests:%n")
  RequestFilter filter = new RequestFilter();

  @Mixin Listing listing;
  @Mixin OneRequest one;

  @Override
  public Integer call() {
    RecordingReader reader = source.open();
    if (one.isWanted()) {
      return one.print(source, reader, output, listing.limit, spec.commandLine().getOut());
    }
    var fold = new RequestsFold(filter.predicate(reader.span().startNanos()));
    int[] windows = {0};
    RecordingInfo info =
        source.readWindowsAhead(
            reader,
            window -> {
              fold.add(window);
              windows[0]++;
            });
    List<RequestGroup> groups = fold.groups();
    List<RequestGroup> shown = listing.shown(groups, 20, output);
    var out = spec.commandLine().getOut();
    if (output.json) {
      out.println(RequestsJson.text(info, shown, windows[0]));
      return 0;
    }
    if (groups.isEmpty()) {
      out.println(filter.isAny() ? "No request." : "No request passes the filters.");
      return 0;
    }
    RequestsText.lines(shown, output.palette()).forEach(out::println);
    Listing.printRest(out, groups, shown);
    return 0;
  }
}
