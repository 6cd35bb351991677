package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.path.CriticalPath;
import dev.trama.analyzer.analyse.request.Request;
import dev.trama.analyzer.analyse.request.RequestFinder;
import dev.trama.analyzer.analyse.request.RequestSearch;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.render.json.RequestJson;
import dev.trama.analyzer.render.text.Plain;
import dev.trama.analyzer.render.text.RequestText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --trace ID}: one request, over all tasks that worked for it. */
final class OneRequest {
  private static final int STEPS = 15;

  @Option(
      names = "--trace",
      paramLabel = "ID",
      description = "Show the request with this id: a trace id, a value of its context, or #TASK.")
  String id = "";

  boolean isWanted() {
    return !id.isEmpty();
  }

  /**
   * @param limit how many steps of the critical path to show; 0 for all, negative for a page of
   *     them
   */
  int print(
      RecordingArgs source, RecordingReader reader, Output output, int limit, PrintWriter out) {
    var search = new RequestSearch(id);
    List<List<String>> found = new ArrayList<>(1);
    source.readWindows(
        reader,
        recording -> {
          if (search.findsAmong(RequestFinder.of(recording))) {
            found.clear();
            found.add(
                lines(recording, search.best().orElseThrow(), output, limit < 0 ? STEPS : limit));
          }
        });
    if (found.isEmpty()) {
      throw new UserError(unknown(search));
    }
    found.getFirst().forEach(out::println);
    if (!output.json && !search.others().isEmpty()) {
      out.printf("%n%s%n", others(search.others()));
    }
    return 0;
  }

  private static List<String> lines(
      Recording recording, Request request, Output output, int steps) {
    Optional<CriticalPath> path =
        request
            .root()
            .task()
            .map(
                task -> CriticalPath.of(recording, task, request.startNanos(), request.endNanos()));
    return output.json
        ? List.of(RequestJson.text(recording, request, path))
        : RequestText.lines(recording, request, path, steps, output.palette());
  }

  private static String others(List<String> keys) {
    return keys.size()
        + " more "
        + (keys.size() == 1 ? "matches: " : "match: ")
        + String.join(", ", keys.stream().map(Plain::text).limit(5).toList())
        + (keys.size() > 5 ? ", …" : "");
  }

  private String unknown(RequestSearch search) {
    String name = "no request has the id '" + Plain.text(id) + "'; ";
    if (search.examples().isEmpty()) {
      return name + "the recording holds no request";
    }
    String some = String.join(", ", search.examples().stream().map(Plain::text).toList());
    return search.anyContext()
        ? name + "there are " + some + ", …; trama requests lists more"
        : name + "the program wrote no contexts, so requests are named by task: " + some + ", …";
  }
}
