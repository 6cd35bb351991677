package dev.trama.analyzer.render.html;

import dev.trama.analyzer.analyse.waits.WaitGraph;
import dev.trama.analyzer.analyse.waits.Waiting;
import dev.trama.analyzer.analyse.words.Constants;
import dev.trama.analyzer.model.Frame;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which task waits for which at the end, for the page's header. */
final class PageWaits {
  /** If there are more, those that wait longest are kept; the page says how many there are. */
  private static final int MAX_WAITS = 5_000;

  private final PageRecording page;

  PageWaits(PageRecording page) {
    this.page = page;
  }

  Map<String, Object> of(WaitGraph graph) {
    return Map.of(
        "suspended",
        graph.waiting().size(),
        "waiting",
        graph.waiting().stream().limit(MAX_WAITS).map(this::waiting).toList(),
        "cycles",
        graph.cycles().stream().map(cycle -> cycle.stream().map(page::who).toList()).toList());
  }

  private Map<String, Object> waiting(Waiting waiting) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("who", page.who(waiting.task().id()));
    map.put("kind", waiting.await().fine().name());
    map.put("frame", waiting.await().stack().suspensionPoint().map(page::frame).orElse(-1));
    map.put("site", waiting.await().stack().suspensionPoint().map(Frame::site).orElse(""));
    map.put("nanos", waiting.await().durationNanos());
    map.put("reason", Constants.word(waiting.reason()));
    map.put("owners", waiting.owners().stream().map(page::who).toList());
    return map;
  }
}
