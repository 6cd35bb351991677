package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.analyse.stats.Sorted;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tasks that were woken and never ran again, although carriers ran others that were woken later. A
 * task that waits behind others for a busy carrier is not overtaken.
 */
final class WokenNotRun implements Detector {
  private static final long MIN_NANOS = 1_000_000_000;

  /**
   * The scheduler is only roughly fair: tasks that were woken this much later should have run
   * later.
   */
  private static final long LATER_NANOS = 100_000_000;

  private static final int MIN_PASSED = 3;

  /** The JDK serves threads that yield before those that a timer or another thread woke. */
  private static final int MAX_YIELDS = 100;

  @Override
  public String id() {
    return "woken-not-run";
  }

  @Override
  public String looksFor() {
    return "tasks that were woken 1 s or more before the recording ended and did not run again,"
        + " while 3 or more that were woken 100 ms later did";
  }

  @Override
  public boolean looksAtWholeRecording() {
    return true;
  }

  /** Such a task, with how many awaits were woken later and ended. */
  private record Lost(Task task, Await await, long passed) {}

  @Override
  public List<Finding> detect(Evidence evidence) {
    if (!evidence.isTheEnd()) {
      return List.of();
    }
    Map<String, List<Lost>> bySite = new LinkedHashMap<>();
    List<Task> woken =
        evidence.recording().tasks().stream().filter(task -> wokenOnly(task).isPresent()).toList();
    if (woken.isEmpty()) {
      return List.of();
    }
    var since = new Since(evidence.recording());
    for (Task task : woken) {
      Await last = wokenOnly(task).orElseThrow();
      long passed = since.passed(last.readyAtNanos() + LATER_NANOS);
      if (passed >= MIN_PASSED) {
        bySite
            .computeIfAbsent(Sites.site(last), s -> new ArrayList<>())
            .add(new Lost(task, last, passed));
      }
    }
    String jdk = evidence.recording().info().jdk();
    return bySite.entrySet().stream().map(e -> finding(e.getKey(), e.getValue(), jdk)).toList();
  }

  private static Optional<Await> wokenOnly(Task task) {
    return task.suspendedIn().filter(last -> last.readyNanos() >= MIN_NANOS);
  }

  /** What happened in the recording since an instant. */
  private static final class Since {
    private final long[] wokenAndRan;
    private final long[] yields;

    Since(Recording recording) {
      List<Await> awaits =
          recording.tasks().stream().flatMap(task -> task.awaits().stream()).toList();
      this.wokenAndRan =
          awaits.stream().filter(Since::isWokenAndRan).mapToLong(Await::readyAtNanos).toArray();
      this.yields =
          awaits.stream()
              .filter(await -> await.kind() == AwaitKind.YIELD)
              .mapToLong(Await::endNanos)
              .toArray();
      Arrays.sort(wokenAndRan);
      Arrays.sort(yields);
    }

    private static boolean isWokenAndRan(Await await) {
      return !await.isStillSuspended()
          && !await.isPinned()
          && await.kind() != AwaitKind.YIELD
          && await.readyNanos() > 0;
    }

    /** How many awaits were woken later than this, and ended; 0 where yields may explain it. */
    long passed(long nanos) {
      return since(yields, nanos) > MAX_YIELDS ? 0 : since(wokenAndRan, nanos);
    }

    private static int since(long[] sorted, long nanos) {
      return sorted.length - Sorted.first(sorted.length, i -> sorted[i] >= nanos);
    }
  }

  private Finding finding(String site, List<Lost> lost, String jdk) {
    Lost first = lost.getFirst();
    long longest = lost.stream().mapToLong(l -> l.await().readyNanos()).max().orElse(0);
    String kind = first.await().fine().name();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("site", site);
    facts.put("kind", kind);
    facts.put("tasks", lost.size());
    facts.put("examples", lost.stream().limit(5).map(l -> l.task().titleAndId()).toList());
    facts.put("maxNanos", longest);
    facts.put("wokenLaterAndRan", first.passed());
    facts.put("jdk", jdk);
    return new Finding(
        id(),
        Severity.ERROR,
        site,
        Text.times(lost.size(), "task")
            + (lost.size() == 1 ? " was" : " were")
            + " woken "
            + Sites.at(site)
            + " ("
            + kind
            + ") and never ran again, for "
            + Text.duration(longest)
            + ", though "
            + Text.times(first.passed(), "await")
            + " woken later ended; such as "
            + first.task().titleAndId(),
        facts,
        "The wake-up was lost on its way to the scheduler, so the task will never run. The JDK may"
            + " be at fault: JDK-8369227 loses wake-ups of parked threads up to 25.0.2,"
            + " JDK-8373120 those of threads blocked on monitors up to 25.0.3; JDK 26 before its"
            + " updates has both. A scheduler of the program's own may lose wake-ups as well.",
        "Update the JDK (this is "
            + (jdk.isEmpty() ? "unknown" : jdk)
            + "); until then a time limit on the await brings the task back.",
        longest);
  }
}
