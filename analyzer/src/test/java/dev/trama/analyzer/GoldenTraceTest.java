package dev.trama.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.analyse.births.BirthTree;
import dev.trama.analyzer.analyse.carriers.CarrierTracks;
import dev.trama.analyzer.analyse.check.RuleChecker;
import dev.trama.analyzer.analyse.check.RuleParser;
import dev.trama.analyzer.analyse.finding.Detectors;
import dev.trama.analyzer.analyse.finding.Diagnosis;
import dev.trama.analyzer.analyse.finding.Evidence;
import dev.trama.analyzer.analyse.path.CriticalPath;
import dev.trama.analyzer.analyse.points.Point;
import dev.trama.analyzer.analyse.points.PointsFold;
import dev.trama.analyzer.analyse.request.Request;
import dev.trama.analyzer.analyse.request.RequestFinder;
import dev.trama.analyzer.analyse.request.RequestSearch;
import dev.trama.analyzer.analyse.request.RequestWindow;
import dev.trama.analyzer.analyse.request.RequestsFold;
import dev.trama.analyzer.analyse.stats.Quantiles;
import dev.trama.analyzer.analyse.summary.SummaryFold;
import dev.trama.analyzer.analyse.tasks.TaskGroup;
import dev.trama.analyzer.analyse.waits.WaitGraph;
import dev.trama.analyzer.analyse.why.Populations;
import dev.trama.analyzer.analyse.why.WhyFold;
import dev.trama.analyzer.analyse.words.Durations;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Slice;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.render.text.BirthsText;
import dev.trama.analyzer.render.text.CheckText;
import dev.trama.analyzer.render.text.CriticalPathText;
import dev.trama.analyzer.render.text.Palette;
import dev.trama.analyzer.render.text.PointsText;
import dev.trama.analyzer.render.text.RequestText;
import dev.trama.analyzer.render.text.RequestsText;
import dev.trama.analyzer.render.text.SummaryText;
import dev.trama.analyzer.render.text.TimelineText;
import dev.trama.analyzer.render.text.TraceText;
import dev.trama.analyzer.render.text.WaitsText;
import dev.trama.analyzer.render.text.WhyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file in {@code src/test/traces} gives the output that it expects. {@code -Dtraces=write}
 * overwrites the expectations; read the difference before you commit it.
 */
class GoldenTraceTest {
  private static final Path TRACES = Path.of("src/test/traces");

  static Stream<Path> traces() throws IOException {
    try (var files = Files.walk(TRACES)) {
      return files.filter(f -> f.toString().endsWith(".trace")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("traces")
  void trace_givesWhatItSays(Path file) throws IOException {
    var golden = GoldenTrace.read(file);
    assertThat(golden.expectations()).isNotEmpty();
    if ("write".equals(System.getProperty("traces"))) {
      rewrite(file, golden);
      return;
    }
    golden
        .expectations()
        .forEach(
            (command, expected) ->
                assertThat(output(golden, command)).as(file + " " + command).isEqualTo(expected));
  }

  private static void rewrite(Path file, GoldenTrace golden) throws IOException {
    var text = new StringBuilder(Files.readString(file).split("(?m)^-- expect ", 2)[0]);
    for (String command : golden.expectations().keySet()) {
      text.append("-- expect ").append(command).append(" --\n").append(output(golden, command));
    }
    Files.writeString(file, text);
  }

  private static String output(GoldenTrace golden, String command) {
    Recording recording = golden.recording();
    var text = new TraceText(recording, Palette.PLAIN, true);
    List<String> lines = new ArrayList<>();
    switch (command) {
      case "trace" -> recording.tasks().forEach(task -> add(lines, text.task(task)));
      case "unfolded" -> {
        var unfolded = new TraceText(recording, Palette.PLAIN, false);
        recording.tasks().forEach(task -> add(lines, unfolded.task(task)));
      }
      case "merge" ->
          TaskGroup.byEntry(recording.tasks()).forEach(group -> add(lines, text.group(group)));
      case "timeline" ->
          lines.addAll(
              new TimelineText(recording, new CarrierTracks(recording), Palette.PLAIN, 0)
                  .lines(recording.tasks(), TimelineText.Part.ALL));
      case "births" ->
          lines.addAll(new BirthsText(recording, Palette.PLAIN, 20).lines(BirthTree.of(recording)));
      case "summary" -> {
        var fold = new SummaryFold(golden.info().span(), false);
        golden.events().forEach(fold);
        lines.addAll(
            new SummaryText(Palette.PLAIN)
                .lines(golden.info(), fold.summary(), Optional.of(Diagnosis.of(recording))));
      }
      case "points" -> {
        var fold = new PointsFold((thread, await) -> true);
        golden.events().forEach(fold);
        var points =
            fold.points().stream()
                .sorted(Comparator.comparingLong((Point p) -> p.durations().total()).reversed())
                .toList();
        lines.addAll(PointsText.lines(points, points, recording::threadName, Palette.PLAIN));
      }
      case "critical-path" -> {
        Task last =
            recording.tasks().stream()
                .max(Comparator.comparingLong(Task::endNanos).thenComparingLong(Task::id))
                .orElseThrow();
        lines.addAll(CriticalPathText.lines(CriticalPath.of(recording, last), 0, Palette.PLAIN));
      }
      case "requests" -> {
        var fold = new RequestsFold(request -> true);
        fold.add(recording);
        lines.addAll(RequestsText.lines(fold.groups(), Palette.PLAIN));
      }
      case "why" -> {
        var populations = new Populations(request -> Optional.of(request.name()), 0);
        RequestWindow window = RequestWindow.of(recording);
        populations.add(window);
        for (WhyFold fold : populations.folds(1)) {
          fold.add(window);
          lines.addAll(new WhyText(Palette.PLAIN, 8).lines(fold.why()));
        }
      }
      case "waits" ->
          lines.addAll(
              new WaitsText(recording, WaitGraph.of(recording), Palette.PLAIN, 20).lines());
      case "findings" -> lines.addAll(findings(recording));
      case "slices" -> recording.tasks().forEach(task -> add(lines, slices(task)));
      default ->
          lines.addAll(
              command.startsWith("request ")
                  ? request(recording, command.substring("request ".length()))
                  : check(golden, recording, command));
    }
    return String.join("\n", lines).stripTrailing() + "\n";
  }

  /** {@code request ID}. */
  private static List<String> request(Recording recording, String id) {
    var search = new RequestSearch(id);
    if (!search.findsAmong(RequestFinder.of(recording))) {
      return List.of("there are " + search.examples());
    }
    Request request = search.best().orElseThrow();
    Task root = request.root().task().orElseThrow();
    List<String> lines =
        new ArrayList<>(
            RequestText.lines(
                recording,
                request,
                Optional.of(
                    CriticalPath.of(recording, root, request.startNanos(), request.endNanos())),
                0,
                Palette.PLAIN));
    lines.addAll(search.others().stream().map(other -> "or " + other).toList());
    return lines;
  }

  /** {@code check RULE; RULE}. */
  private static List<String> check(GoldenTrace golden, Recording recording, String command) {
    assertThat(command).startsWith("check ");
    var points = new PointsFold((thread, await) -> true);
    golden.events().forEach(points);
    var checker =
        new RuleChecker(
            points.points(),
            Detectors.detect(new Evidence(recording)),
            new Quantiles(),
            recording.completeness(),
            Durations::text);
    List<String> rules = List.of(command.substring("check ".length()).split(";"));
    return CheckText.lines(
        RuleParser.parseAll(rules).stream().map(checker::check).toList(), Palette.PLAIN);
  }

  private static List<String> findings(Recording recording) {
    List<String> lines =
        Detectors.detect(new Evidence(recording)).stream()
            .map(f -> f.severity().jsonName() + " " + f.id() + ": " + f.message())
            .toList();
    return lines.isEmpty() ? List.of("none") : lines;
  }

  private static void add(List<String> lines, List<String> more) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.addAll(more);
  }

  private static List<String> slices(Task task) {
    List<String> lines = new ArrayList<>();
    lines.add(task.title() + " #" + task.id() + " truncated " + task.truncation());
    for (Slice slice : task.slices()) {
      String state = slice.getClass().getSimpleName();
      String carrier =
          slice instanceof Slice.Running r && r.carrier().isKnown()
              ? " on " + r.carrier().name()
              : "";
      lines.add(
          Durations.text(slice.startNanos())
              + " .. "
              + Durations.text(slice.endNanos())
              + " "
              + state
              + carrier);
    }
    return lines;
  }
}
