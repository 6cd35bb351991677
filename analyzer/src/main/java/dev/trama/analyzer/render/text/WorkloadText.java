package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.tasks.Totals;
import dev.trama.analyzer.analyse.tasks.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What each sort of task spends its time on. */
final class WorkloadText {
  private static final int SHOWN = 8;

  private WorkloadText() {}

  static List<String> lines(List<Workload> workloads) {
    var table =
        new TextTable("lrrrrrl")
            .row("tasks of", "tasks", "running", "awaiting", "ready", "pinned", "");
    for (Workload workload : workloads.stream().limit(SHOWN).toList()) {
      Totals t = workload.group().totals();
      table.row(
          workload.group().entry(),
          String.format(Locale.ROOT, "%,d", workload.group().tasks().size()),
          percent(t.running(), t),
          percent(t.awaiting(), t),
          percent(t.ready(), t),
          percent(t.pinned(), t),
          workload.bound().words());
    }
    List<String> lines = new ArrayList<>(table.lines());
    if (workloads.size() > SHOWN) {
      lines.add("… " + (workloads.size() - SHOWN) + " more entries: trama trace --merge");
    }
    return lines;
  }

  private static String percent(long part, Totals totals) {
    return totals.all() == 0
        ? ""
        : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / totals.all());
  }
}
