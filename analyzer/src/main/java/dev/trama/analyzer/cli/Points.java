package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.points.Point;
import dev.trama.analyzer.analyse.points.PointsFold;
import dev.trama.analyzer.analyse.words.ThreadNames;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.render.json.PointsJson;
import dev.trama.analyzer.render.text.PointsText;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trama points}. */
@Command(
    name = "points",
    description = "Suspension points over all tasks: what everyone is waiting for, and where.",
    footer = {"", "Example: trama points app.jfr --sort p99 --kind 'socket *' --limit 5"})
final class Points implements Callable<Integer> {
  enum Sort {
    total,
    count,
    p50,
    p99,
    max,
    ready,
    site
  }

  @Spec CommandSpec spec;
  @Mixin RecordingArgs source;
  @Mixin Output output;

  @ArgGroup(validate = false, heading = "Which awaits:%n")
  AwaitFilter filter = new AwaitFilter();

  @Option(
      names = "--sort",
      paramLabel = "BY",
      description = "${COMPLETION-CANDIDATES} (default: total)")
  Sort sort = Sort.total;

  @Mixin Listing listing;

  @Override
  public Integer call() {
    RecordingReader reader = source.open();
    var fold = new PointsFold(filter.predicate(reader.span().startNanos(), source.includeJdk));
    var names = new ThreadNames();
    RecordingInfo info =
        source.read(
            reader,
            event -> {
              fold.accept(event);
              names.accept(event);
            });
    List<Point> points = fold.points().stream().sorted(order()).toList();
    List<Point> shown = listing.shown(points, 20, output);
    var out = spec.commandLine().getOut();
    if (output.json) {
      out.println(PointsJson.text(info, shown, points, names::name));
      return 0;
    }
    if (points.isEmpty()) {
      out.println(filter.isAny() ? "No await." : "No await passes the filters.");
      return 0;
    }
    PointsText.lines(shown, points, names::name, output.palette()).forEach(out::println);
    Listing.printRest(out, points, shown);
    return 0;
  }

  private Comparator<Point> order() {
    Comparator<Point> by =
        switch (sort) {
          case total -> Comparator.comparingLong((Point p) -> p.durations().total()).reversed();
          case count -> Comparator.comparingLong((Point p) -> p.durations().count()).reversed();
          case p50 -> Comparator.comparingLong((Point p) -> p.durations().p50()).reversed();
          case p99 -> Comparator.comparingLong((Point p) -> p.durations().p99()).reversed();
          case max -> Comparator.comparingLong((Point p) -> p.durations().max()).reversed();
          case ready -> Comparator.comparingLong((Point p) -> p.ready().p99()).reversed();
          case site -> Comparator.comparing(Points::site);
        };
    return by.thenComparing(Points::site)
        .thenComparing(p -> p.fine().name())
        .thenComparing(Point::kind);
  }

  private static String site(Point point) {
    return point.frame().map(f -> f.site() + " " + f.qualified()).orElse("");
  }
}
