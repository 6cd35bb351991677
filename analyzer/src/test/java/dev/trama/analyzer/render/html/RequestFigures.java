package dev.trama.analyzer.render.html;

import dev.trama.analyzer.analyse.request.Lifelines;
import dev.trama.analyzer.analyse.request.Part;
import dev.trama.analyzer.analyse.request.Request;
import dev.trama.analyzer.analyse.request.RequestFinder;
import dev.trama.analyzer.analyse.request.RequestGroup;
import dev.trama.analyzer.analyse.request.RequestTime;
import dev.trama.analyzer.analyse.request.RequestsFold;
import dev.trama.analyzer.analyse.stats.Quantiles;
import dev.trama.analyzer.model.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the analyses say of a recording's requests, a line each. */
final class RequestFigures {
  private RequestFigures() {}

  static List<String> of(Recording recording) {
    var fold = new RequestsFold(request -> true);
    fold.add(recording);
    List<String> lines = new ArrayList<>();
    fold.groups().forEach(group -> lines.add(group(group)));
    long zero = recording.info().startNanos();
    RequestFinder.of(recording).forEach(request -> lines.add(request(request, zero)));
    return lines.stream().sorted().toList();
  }

  private static String group(RequestGroup group) {
    Quantiles q = group.durations();
    return "requests|%s|count %d total %d p50 %d p99 %d max %d|p90 %d cut %d several %s|%s"
        .formatted(
            group.name(),
            q.count(),
            q.total(),
            q.p50(),
            q.p99(),
            q.max(),
            q.percentile(90),
            group.cut(),
            group.mayHoldSeveral(),
            times(group.time()));
  }

  private static String request(Request request, long zero) {
    return "request|%s|%s|%d|%d|%s|%s|%s"
        .formatted(
            request.key(),
            request.name(),
            request.startNanos() - zero,
            request.endNanos() - zero,
            request.isWhole() ? "whole" : "cut",
            request.parts().stream()
                .map(part -> stretch(part, zero))
                .collect(Collectors.joining(", ")),
            times(RequestTime.of(request, new Lifelines())));
  }

  private static String stretch(Part part, long zero) {
    return "%d %d %d".formatted(part.threadId(), part.startNanos() - zero, part.endNanos() - zero);
  }

  private static String times(RequestTime time) {
    List<String> parts = new ArrayList<>();
    add(parts, "running", time.runningNanos());
    add(parts, "ready", time.readyNanos());
    add(parts, "unknown", time.unknownNanos());
    time.awaitingNanos().forEach((kind, nanos) -> add(parts, kind, nanos));
    return parts.stream().sorted().collect(Collectors.joining(", "));
  }

  private static void add(List<String> parts, String label, long nanos) {
    if (nanos > 0) {
      parts.add(label + " " + nanos);
    }
  }
}
