package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.request.Request;
import dev.trama.analyzer.analyse.request.RequestWindow;
import dev.trama.analyzer.analyse.why.Populations;
import dev.trama.analyzer.analyse.why.WhyFold;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.render.json.WhyJson;
import dev.trama.analyzer.render.text.WhyText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code trama why}. */
@Command(
    name = "why",
    description = {
      "What slow requests do that typical ones don't, and what the tasks they waited for did."
    },
    footer = {
      "",
      "Slow means at or above the 99th percentile. Without --request or --task, this shows the"
          + " three",
      "names that took the most time.",
      "Example: trama why app.jfr --request 'GET /orders/*'"
    })
final class Why implements Callable<Integer> {
  private static final int NAMES = 3;
  private static final int LINES = 8;

  @Spec CommandSpec spec;
  @Mixin RecordingArgs source;
  @Mixin Output output;

  @ArgGroup(validate = false, heading = "Which requests:%n")
  RequestFilter filter = new RequestFilter();

  @Option(
      names = "--slowest",
      paramLabel = "N",
      description = "The N slowest instead of those at and above the 99th percentile.")
  int slowest;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Show N lines of each comparison; 0 for all (default: 8).")
  int limit = LINES;

  @Override
  public Integer call() {
    if (slowest < 0 || limit < 0) {
      throw new ParameterException(spec.commandLine(), "--slowest and --limit take 0 or more");
    }
    RecordingReader reader = source.open();
    var populations = new Populations(naming(reader.span().startNanos()), slowest);
    // A recording that fits into memory is read once; otherwise the second pass reads it again.
    boolean fits = source.fitsIntoMemory(reader);
    RequestWindow[] whole = {null};
    int[] windows = {0};
    RecordingInfo info =
        source.readWindows(
            reader,
            recording -> {
              RequestWindow window = RequestWindow.of(recording);
              populations.add(window);
              windows[0]++;
              whole[0] = fits ? window : null;
            });
    List<WhyFold> folds = populations.folds(filter.request.isEmpty() ? NAMES : Integer.MAX_VALUE);
    if (fits) {
      folds.forEach(fold -> fold.add(whole[0]));
    } else if (!folds.isEmpty()) {
      source.readWindows(
          reader,
          recording -> {
            RequestWindow window = RequestWindow.of(recording);
            folds.forEach(fold -> fold.add(window));
          });
    }
    print(info, populations, folds, windows[0]);
    return 0;
  }

  /** Tasks that the user named are one population, whichever requests they worked for. */
  private Function<Request, Optional<String>> naming(long zeroNanos) {
    Predicate<Request> wanted = filter.predicate(zeroNanos);
    Optional<String> together =
        filter.task.isEmpty() ? Optional.empty() : Optional.of("tasks " + filter.task);
    return r -> wanted.test(r) ? together.or(() -> Optional.of(r.name())) : Optional.empty();
  }

  private void print(
      RecordingInfo info, Populations populations, List<WhyFold> folds, int windows) {
    var whys = folds.stream().map(WhyFold::why).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (output.json) {
      out.println(WhyJson.text(info, whys, windows));
      return;
    }
    if (whys.isEmpty()) {
      out.println(
          populations.count() == 0
              ? "No such request was seen from start to end; trama requests lists what there is."
              : "A single request cannot be compared; trama trace --task ID shows its task.");
      return;
    }
    var text = new WhyText(output.palette(), limit);
    for (int i = 0; i < whys.size(); i++) {
      out.print(i == 0 ? "" : System.lineSeparator());
      text.lines(whys.get(i)).forEach(out::println);
    }
    if (whys.size() < populations.size() && filter.request.isEmpty() && filter.task.isEmpty()) {
      out.printf("%n… %d more names; --request NAME shows one%n", populations.size() - whys.size());
    }
  }
}
