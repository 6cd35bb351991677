package dev.trama.analyzer.render.html;

import dev.trama.analyzer.analyse.births.BirthTree;
import dev.trama.analyzer.analyse.finding.Finding;
import dev.trama.analyzer.analyse.request.RequestWindow;
import dev.trama.analyzer.analyse.waits.WaitGraph;
import dev.trama.analyzer.model.Completeness;
import dev.trama.analyzer.model.Dump;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.Truncation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the report: one page that holds the recording and everything to look at it with. */
public final class HtmlReport {
  /** How many awaits a page can hold one by one; if there are more, neighbours are folded. */
  static final int MAX_AWAITS = 1_000_000;

  /** Beyond this, times are rounded, for a smaller page. */
  private static final int MAX_EXACT = 200_000;

  private static final long COARSE_TICK_NANOS = 100;

  private HtmlReport() {}

  public static void write(
      Recording recording, List<Finding> findings, List<SourceFile> sources, Appendable out)
      throws IOException {
    PageTemplate.write(data(recording, findings, sources, MAX_AWAITS), out);
  }

  /**
   * The same page for a server: it asks the server whether there is a newer one.
   *
   * @param number of this page; later ones have higher numbers
   */
  public static void writeServed(
      Recording recording,
      List<Finding> findings,
      List<SourceFile> sources,
      long number,
      Appendable out)
      throws IOException {
    PageTemplate.writeServed(data(recording, findings, sources, MAX_AWAITS), number, out);
  }

  static String data(
      Recording recording, List<Finding> findings, List<SourceFile> sources, int mostAwaits) {
    int awaits = recording.tasks().stream().mapToInt(task -> task.awaits().size()).sum();
    PageData page = new PageData(awaits > MAX_EXACT ? COARSE_TICK_NANOS : 1);
    long foldBelow = DetailLevel.foldBelowNanos(recording, mostAwaits);
    page.put("recording", info(recording));
    page.put("completeness", completeness(recording));
    page.put("findings", findings.stream().map(HtmlReport::finding).toList());
    page.put("sources", sources.stream().map(SourceFile::forPage).toList());
    var inPage = new PageRecording(recording, page, new AwaitFold(foldBelow));
    inPage.put();
    RequestWindow requests = RequestWindow.of(recording);
    new PageRequests(page, inPage).put(requests.requests());
    page.put("why", new PageWhy(inPage::frame).of(requests));
    page.put("waits", new PageWaits(inPage).of(WaitGraph.of(recording)));
    page.put("births", new PageBirths(inPage).of(BirthTree.of(recording)));
    if (foldBelow > 0) {
      page.put(
          "detail",
          Map.of("awaits", awaits, "entries", page.awaits(), "foldedBelowNanos", foldBelow));
    }
    return page.encode();
  }

  private static Map<String, Object> info(Recording recording) {
    var info = recording.info();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", String.join(", ", info.files()));
    map.put("startMillis", info.startNanos() / 1_000_000);
    map.put("startMicros", info.startNanos() / 1_000);
    map.put("durationNanos", info.durationNanos());
    map.put("jdk", info.jdk());
    map.put("chunks", info.chunks());
    map.put("source", info.source().jsonName());
    map.put("warnings", info.warnings());
    map.put("dumps", info.dumps().stream().map(dump -> dump(dump, info.startNanos())).toList());
    return map;
  }

  private static Map<String, Object> dump(Dump dump, long startNanos) {
    return Map.of("atNanos", dump.atNanos() - startNanos, "text", dump.text());
  }

  private static Map<String, Object> finding(Finding finding) {
    return Map.of(
        "id", finding.id(),
        "severity", finding.severity().jsonName(),
        "message", finding.message(),
        "explanation", finding.explanation(),
        "remedy", finding.remedy(),
        "evidence", finding.evidence());
  }

  private static Map<String, Object> completeness(Recording recording) {
    Completeness counted = recording.completeness();
    List<Task> tasks = recording.tasks();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("seen", counted.seen());
    map.put("lost", counted.lost());
    map.put(
        "withoutStack",
        tasks.stream()
            .flatMap(task -> task.awaits().stream())
            .filter(await -> !await.stack().isKnown() && !await.isStillSuspended())
            .count());
    map.put("probeFailures", counted.probeFailures());
    map.put(
        "stillSuspended", tasks.stream().filter(task -> task.suspendedIn().isPresent()).count());
    map.put(
        "truncatedTasks",
        tasks.stream().filter(task -> task.truncation() != Truncation.NONE).count());
    return map;
  }
}
