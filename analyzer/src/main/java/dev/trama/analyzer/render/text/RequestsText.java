package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.request.RequestGroup;
import dev.trama.analyzer.analyse.request.RequestTime;
import dev.trama.analyzer.analyse.words.Durations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Requests by name, and where their time went. */
public final class RequestsText {
  private static final int NAME_WIDTH = 44;
  private static final int PARTS = 5;

  private RequestsText() {}

  public static List<String> lines(List<RequestGroup> groups, Palette palette) {
    var table =
        new TextTable("lrrrrrr").row("requests", "count", "p50", "p90", "p99", "max", "cut");
    boolean anyCut = groups.stream().anyMatch(group -> group.cut() > 0);
    for (RequestGroup group : groups) {
      var d = group.durations();
      table.row(
          clipped(group.name()),
          (group.mayHoldSeveral() ? "~" : "") + String.format(Locale.ROOT, "%,d", d.count()),
          d.count() == 0 ? "" : Durations.text(d.p50()),
          d.count() == 0 ? "" : Durations.text(d.percentile(90)),
          d.count() == 0 ? "" : Durations.text(d.p99()),
          d.count() == 0 ? "" : Durations.text(d.max()),
          anyCut && group.cut() > 0 ? String.format(Locale.ROOT, "%,d", group.cut()) : "");
    }
    List<String> rows = table.lines();
    List<String> lines = new ArrayList<>();
    String header = anyCut ? rows.getFirst() : rows.getFirst().replaceFirst("  +cut$", "");
    lines.add(palette.strong(header));
    for (int i = 0; i < groups.size(); i++) {
      lines.add(rows.get(i + 1));
      if (groups.get(i).durations().count() > 0) {
        lines.add(palette.faint("    " + time(groups.get(i).time())));
        lines.add(palette.faint("    slowest " + examples(groups.get(i))));
      }
    }
    if (anyCut) {
      lines.add("");
      lines.addAll(
          Wrap.lines(
              "cut: began before the recording, had not ended when it did, or ran into the next"
                  + " one; not in the other figures",
              100));
    }
    if (groups.stream().anyMatch(RequestGroup::mayHoldSeveral)) {
      lines.add("");
      lines.addAll(
          Wrap.lines(
              "~: when the next request has already arrived, the server goes on in the same task;"
                  + " what visibly starts over is cut, but a request that is left may still be"
                  + " several. Contexts tell them apart.",
              100));
    }
    return lines;
  }

  static String clipped(String name) {
    String plain = Plain.text(name);
    return plain.length() <= NAME_WIDTH ? plain : plain.substring(0, NAME_WIDTH - 1) + "…";
  }

  private static String examples(RequestGroup group) {
    return String.join(
        ", ",
        group.slowest().stream()
            .map(e -> Plain.text(e.key()) + " " + Durations.text(e.durationNanos()))
            .toList());
  }

  private static String time(RequestTime time) {
    Map<String, Long> parts = new LinkedHashMap<>();
    parts.put("running", time.runningNanos());
    parts.put("ready", time.readyNanos());
    time.awaitingNanos().forEach(parts::put);
    parts.put("unknown", time.unknownNanos());
    long all = Math.max(1, time.total());
    List<String> said =
        parts.entrySet().stream()
            .filter(part -> part.getValue() > 0)
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(PARTS)
            .map(part -> part.getKey() + " " + Math.round(100.0 * part.getValue() / all) + "%")
            .toList();
    return String.join(", ", said);
  }
}
