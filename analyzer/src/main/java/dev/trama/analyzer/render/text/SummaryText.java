package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.finding.Diagnosis;
import dev.trama.analyzer.analyse.finding.Finding;
import dev.trama.analyzer.analyse.finding.SuspendedTasks;
import dev.trama.analyzer.analyse.summary.Summary;
import dev.trama.analyzer.analyse.words.Durations;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Completeness;
import dev.trama.analyzer.model.Dump;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A summary as one page of text. */
public final class SummaryText {
  private static final int CURVE = 60;
  private static final int FINDINGS_SHOWN = 10;
  private static final int DUMPS_SHOWN = 3;

  private final Palette palette;

  public SummaryText(Palette palette) {
    this.palette = palette;
  }

  /**
   * @param diagnosis empty when the recording was too large for one
   */
  public List<String> lines(RecordingInfo info, Summary summary, Optional<Diagnosis> diagnosis) {
    List<String> lines = new ArrayList<>();
    lines.add(heading(info));
    addDumps(lines, info);
    if (!info.dumps().isEmpty()) {
      diagnosis.ifPresent(it -> addSuspended(lines, it.suspended()));
    }
    sourceNote(info.source()).ifPresent(lines::add);
    lines.add("");
    addCounts(lines, summary);
    lines.add("");
    addKinds(lines, summary.awaits());
    lines.add("");
    addCurves(lines, summary);
    if (diagnosis.isPresent() && !diagnosis.get().workloads().isEmpty()) {
      lines.addAll(WorkloadText.lines(diagnosis.get().workloads()));
      lines.add("");
    }
    addFindings(lines, diagnosis.map(Diagnosis::findings));
    lines.add("");
    addCompleteness(lines, info, summary);
    return lines;
  }

  private String heading(RecordingInfo info) {
    String jdk = info.jdk().isEmpty() ? "" : ", JDK " + info.jdk();
    String chunks = info.chunks() == 1 ? "1 chunk" : info.chunks() + " chunks";
    return palette.strong(String.join(" ", info.files()))
        + "   "
        + Durations.text(info.durationNanos())
        + jdk
        + ", "
        + chunks;
  }

  /** The last one is this file's own reason; the others are of files written earlier. */
  private void addDumps(List<String> lines, RecordingInfo info) {
    int first = Math.max(0, info.dumps().size() - DUMPS_SHOWN);
    for (Dump dump : info.dumps().subList(first, info.dumps().size())) {
      String at = Durations.text(dump.atNanos() - info.startNanos());
      List<String> wrapped = Wrap.lines(dump.text() + ", at " + at, 88);
      lines.add("dumped    " + palette.bad(wrapped.getFirst()));
      wrapped.stream().skip(1).forEach(line -> lines.add(" ".repeat(10) + line));
    }
  }

  /** A dumped file is about what was suspended at its end. */
  private static void addSuspended(List<String> lines, List<SuspendedTasks> suspended) {
    String label = "then      ";
    for (SuspendedTasks some : suspended.stream().limit(DUMPS_SHOWN).toList()) {
      lines.add(
          label
              + count(some.tasks())
              + (some.tasks() == 1 ? " task awaited " : " tasks awaited ")
              + some.kind()
              + " "
              + some.at()
              + ", the longest for "
              + Durations.text(some.longestNanos()));
      label = " ".repeat(label.length());
    }
  }

  private static Optional<String> sourceNote(Source source) {
    return switch (source) {
      case AGENT -> Optional.empty();
      case METHOD_TRACE ->
          Optional.of(
              "DEGRADED: recorded without the agent (jdk.MethodTrace): parks of 5 us"
                  + " and more, no wakers, no carriers, hardly any monitors.");
      case JFR ->
          Optional.of(
              "DEGRADED: recorded without the agent: JFR shows long sleeps, pinned threads and"
                  + " little else. For the rest: trama run -- java ...");
    };
  }

  private static void addCounts(List<String> lines, Summary s) {
    lines.add(
        "tasks     "
            + count(s.tasks().seen())
            + " seen, "
            + count(s.tasks().started())
            + " started, "
            + count(s.tasks().ended())
            + " ended; "
            + (s.isConcurrencyKnown()
                ? count(s.inFlight().max())
                    + " in flight at the fullest instant looked at (concurrency)"
                : "how many at a time is not in the recording"));
    lines.add(
        "carriers  "
            + (s.carriers() == 0 ? "unknown" : count(s.carriers()))
            + (s.isConcurrencyKnown()
                ? "; " + ran(s.maxParallel()) + " at the busiest instant looked at (parallelism)"
                : ""));
    lines.add(
        "awaits    "
            + count(s.awaits().count())
            + ", "
            + Durations.text(s.awaits().totalNanos())
            + " together, "
            + Durations.text(s.awaits().readyNanos())
            + " of it ready and waiting for a carrier");
  }

  private static void addKinds(List<String> lines, Summary.Awaits awaits) {
    var table = new TextTable("lrrrr").row("kind", "awaits", "total", "mean", "share");
    awaits.byKind().entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<AwaitKind, Summary.Sum> e) -> e.getValue().totalNanos())
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .filter(e -> e.getValue().count() > 0)
        .forEach(
            e -> {
              Summary.Sum sum = e.getValue();
              table.row(
                  e.getKey().jsonName(),
                  count(sum.count()),
                  Durations.text(sum.totalNanos()),
                  Durations.text(sum.totalNanos() / sum.count()),
                  share(sum.totalNanos(), awaits.totalNanos()));
            });
    lines.addAll(table.lines());
  }

  private static void addCurves(List<String> lines, Summary summary) {
    if (!summary.isConcurrencyKnown()) {
      return;
    }
    lines.add(
        "in flight  "
            + Sparkline.of(summary.inFlight().curve(CURVE))
            + "  0.."
            + count(summary.inFlight().max()));
    lines.add(
        "running    "
            + Sparkline.of(summary.running().curve(CURVE))
            + "  0.."
            + count(summary.running().max()));
    if (summary.isParallelismOverstated()) {
      lines.add(
          "           more than the "
              + count(summary.carriers())
              + " carriers: tasks whose awaits are not in the recording seem to run");
    }
    lines.add("");
  }

  private void addFindings(List<String> lines, Optional<List<Finding>> findings) {
    if (findings.isEmpty()) {
      lines.add(
          "findings  not looked for: the recording is larger than the heap allows. trama check"
              + " looks");
      lines.add("          for them window by window; TRAMA_JAVA_OPTS=-Xmx... gives more heap.");
      return;
    }
    List<Finding> found = findings.get();
    lines.add("findings  " + (found.isEmpty() ? "none" : Integer.toString(found.size())));
    for (Finding finding : found.stream().limit(FINDINGS_SHOWN).toList()) {
      String id = palette.bad(finding.id());
      List<String> wrapped = Wrap.lines(finding.message(), 96 - finding.id().length());
      lines.add("  " + id + "  " + wrapped.getFirst());
      String indent = " ".repeat(finding.id().length() + 4);
      wrapped.stream().skip(1).forEach(line -> lines.add(indent + line));
    }
    if (found.size() > FINDINGS_SHOWN) {
      lines.add("  … " + (found.size() - FINDINGS_SHOWN) + " more: trama check, or --json");
    }
  }

  private static void addCompleteness(List<String> lines, RecordingInfo info, Summary summary) {
    Completeness c = summary.completeness();
    List<String> said = new ArrayList<>();
    if (info.lostBytes() > 0) {
      said.add("events of " + count(info.lostBytes()) + " bytes LOST by JFR");
    }
    if (c.lost() > 0) {
      said.add(count(c.lost()) + " awaits LOST");
    } else if (info.source() == Source.AGENT && info.lostBytes() == 0) {
      said.add("no await lost");
    }
    if (summary.awaits().withoutStack() > 0) {
      said.add(
          count(summary.awaits().withoutStack())
              + " awaits ("
              + share(summary.awaits().withoutStack(), summary.awaits().count())
              + ") without a stack"
              + (info.source() == Source.AGENT
                  ? " (the agent's budget= was spent, or stacks=none)"
                  : ""));
    }
    if (c.stackMismatches() > 0) {
      said.add(count(c.stackMismatches()) + " stacks recognised WRONGLY");
    }
    if (c.probeFailures() > 0) {
      said.add(count(c.probeFailures()) + " failures inside the agent");
    }
    if (summary.stillSuspended() > 0) {
      said.add(count(summary.stillSuspended()) + " tasks still suspended at the end");
    }
    if (summary.truncatedTasks() > 0) {
      said.add(count(summary.truncatedTasks()) + " tasks truncated by the recording");
    }
    List<String> wrapped =
        Wrap.lines(String.join(", ", said.isEmpty() ? List.of("nothing known") : said), 88);
    lines.add("complete  " + wrapped.getFirst());
    wrapped.stream().skip(1).forEach(line -> lines.add(" ".repeat(10) + line));
  }

  private static String ran(long tasks) {
    return tasks == 1 ? "1 task ran" : count(tasks) + " tasks ran";
  }

  private static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  private static String share(long part, long whole) {
    return whole == 0 ? "" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
  }
}
