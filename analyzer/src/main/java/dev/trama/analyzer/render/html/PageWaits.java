package dev.trama.analyzer.render.html;

import dev.trama.analyzer.analyse.waits.WaitGraph;
import dev.trama.analyzer.analyse.waits.Waiting;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Recording;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Who waits for whom at the end, for the page's header. */
final class PageWaits {
  /** Of more, those that wait longest; the page says how many there are. */
  private static final int MOST = 5_000;

  private final Recording recording;
  private final PageRecording page;

  PageWaits(Recording recording, PageRecording page) {
    this.recording = recording;
    this.page = page;
  }

  Map<String, Object> of(WaitGraph graph) {
    return Map.of(
        "suspended",
        graph.waiting().size(),
        "waiting",
        graph.waiting().stream().limit(MOST).map(this::waiting).toList(),
        "cycles",
        graph.cycles().stream().map(cycle -> cycle.stream().map(this::who).toList()).toList());
  }

  private Map<String, Object> waiting(Waiting waiting) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("who", who(waiting.task().id()));
    map.put("kind", waiting.await().fine().name());
    map.put("frame", waiting.await().stack().suspensionPoint().map(page::frame).orElse(-1));
    map.put("site", waiting.await().stack().suspensionPoint().map(Frame::site).orElse(""));
    map.put("nanos", waiting.await().durationNanos());
    map.put("reason", waiting.reason().name().toLowerCase(Locale.ROOT));
    map.put("owners", waiting.owners().stream().map(this::who).toList());
    return map;
  }

  /** A thread that is no task has no number. */
  private Map<String, Object> who(long id) {
    int task = page.taskNumber(id);
    String name = recording.threadName(id);
    boolean ended = task >= 0 && !recording.tasks().get(task).truncation().endIsUnknown();
    return Map.of(
        "task", task, "name", name.equals("#" + id) ? name : name + " #" + id, "ended", ended);
  }
}
