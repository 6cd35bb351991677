package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.carriers.CarrierTracks;
import dev.trama.analyzer.analyse.carriers.Meanwhile;
import dev.trama.analyzer.analyse.words.Durations;
import dev.trama.analyzer.analyse.words.Names;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.Waker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Awaits in order of time, with hand-overs: which tasks had the carrier meanwhile. */
public final class TimelineText {
  private static final int MEANWHILE_SHOWN = 3;

  private final Recording recording;
  private final CarrierTracks tracks;
  private final Palette palette;
  private final int limit;
  private int shown;
  private int leftOut;

  /**
   * @param limit how many awaits to show; 0 for all
   */
  public TimelineText(Recording recording, CarrierTracks tracks, Palette palette, int limit) {
    this.recording = recording;
    this.tracks = tracks;
    this.palette = palette;
    this.limit = limit;
  }

  private record Entry(long nanos, List<String> lines) {}

  /**
   * The part to show: what ended at or after one time and began before another, in nanoseconds
   * since the recording's start.
   */
  public record Part(long fromNanos, long toNanos) {
    public static final Part ALL = new Part(Long.MIN_VALUE, Long.MAX_VALUE);

    private boolean holds(long startNanos, long endNanos) {
      return endNanos >= fromNanos && startNanos < toNanos;
    }
  }

  public List<String> lines(List<Task> tasks, Part part) {
    if (tasks.isEmpty()) {
      return List.of();
    }
    long began = recording.info().startNanos();
    boolean several = tasks.size() > 1;
    long zero = tasks.stream().mapToLong(Task::spawnedNanos).min().orElse(0);
    List<Entry> entries = new ArrayList<>();
    record At(Task task, int index) {}
    List<At> all = new ArrayList<>();
    for (Task task : tasks) {
      for (int i = 0; i < task.awaits().size(); i++) {
        Await await = task.awaits().get(i);
        if (part.holds(await.startNanos() - began, await.endNanos() - began)) {
          all.add(new At(task, i));
        }
      }
    }
    all.sort(
        Comparator.comparingLong((At a) -> a.task().awaits().get(a.index()).startNanos())
            .thenComparingLong(a -> a.task().id()));
    for (At at : all) {
      if (limit > 0 && shown >= limit) {
        leftOut++;
        continue;
      }
      shown++;
      addAwait(entries, at.task(), at.index(), zero, several);
    }
    List<Entry> lives = new ArrayList<>();
    for (Task task : leftOut > 0 ? List.<Task>of() : tasks) {
      addLife(lives, task, zero, several);
    }
    lives.removeIf(entry -> !part.holds(entry.nanos() - began, entry.nanos() - began));
    entries.addAll(lives);
    entries.sort(Comparator.comparingLong(Entry::nanos));
    List<String> lines = new ArrayList<>();
    lines.add(
        several
            ? "times since the first of " + tasks.size() + " tasks was spawned"
            : "times since " + tasks.getFirst().title() + " was spawned");
    entries.forEach(entry -> lines.addAll(entry.lines()));
    if (leftOut > 0) {
      lines.add("… " + leftOut + " more awaits; --limit 0 shows all, --from and --to a part");
    }
    return lines;
  }

  private void addLife(List<Entry> entries, Task task, long zero, boolean several) {
    String who = several ? task.title() + "  " : "";
    if (!task.truncation().startIsUnknown()) {
      String waited =
          task.startNanos() > task.spawnedNanos()
              ? "   "
                  + Durations.text(task.startNanos() - task.spawnedNanos())
                  + " after it was spawned"
              : "";
      entries.add(
          new Entry(
              task.startNanos(),
              List.of(time(task.startNanos() - zero) + who + "started" + waited)));
    }
    if (!task.truncation().endIsUnknown()) {
      entries.add(
          new Entry(task.endNanos(), List.of(time(task.endNanos() - zero) + who + "ended")));
    }
  }

  private void addAwait(List<Entry> entries, Task task, int index, long zero, boolean several) {
    Await await = task.awaits().get(index);
    String who = several ? task.title() + "  " : "";
    String site = await.stack().suspensionPoint().map(Frame::site).orElse("(no stack taken)");
    String gave = await.isPinned() ? "held " : "gave up ";
    ThreadRef before = task.carrierBefore(index);
    String carrier = before.isKnown() ? "   " + gave + Names.carrier(before) : "";
    List<String> suspended = new ArrayList<>();
    suspended.add(
        time(await.startNanos() - zero)
            + who
            + palette.await("await")
            + " "
            + AwaitLabels.of(await)
            + "   "
            + palette.faint(site)
            + carrier);
    if (before.isKnown() && !await.isPinned()) {
      suspended.add(time("") + palette.faint(meanwhile(task, index)));
    }
    entries.add(new Entry(await.startNanos(), suspended));
    entries.add(
        new Entry(
            await.endNanos(), List.of(time(await.endNanos() - zero) + who + resumed(task, index))));
  }

  private String meanwhile(Task task, int index) {
    var meanwhile = Meanwhile.of(task, index, tracks);
    String carrier = "meanwhile " + Names.carrier(task.carrierBefore(index));
    String rest =
        switch (meanwhile.rest()) {
          case BUSY -> "";
          case IDLE -> "idle";
          case UNKNOWN -> "idle or ending a task";
        };
    if (meanwhile.ran().isEmpty()) {
      return carrier + " was " + (rest.isEmpty() ? "idle" : rest);
    }
    String ran =
        meanwhile.ran().stream()
            .limit(MEANWHILE_SHOWN)
            .map(r -> r.task().title() + " " + Durations.text(r.nanos()))
            .collect(Collectors.joining(", "));
    int more = meanwhile.ran().size() - MEANWHILE_SHOWN;
    return carrier
        + " ran "
        + ran
        + (more > 0 ? " and " + more + " more" : "")
        + (rest.isEmpty() ? "" : ", then " + rest);
  }

  private String resumed(Task task, int index) {
    Await await = task.awaits().get(index);
    if (await.isStillSuspended()) {
      return "still suspended when the recording ended, after "
          + Durations.text(await.durationNanos());
    }
    ThreadRef on = resumedOn(task, index);
    String carrier = on.isKnown() ? " on " + Names.carrier(on) : "";
    String after = await.readyNanos() > 0 ? Durations.text(await.readyNanos()) + " after " : "";
    String by =
        switch (await.waker()) {
          case Waker.ByThread(long id) ->
              "   "
                  + (after.isEmpty()
                      ? "woken by " + recording.threadName(id)
                      : after + recording.threadName(id) + " woke it");
          case Waker.Timer ignored ->
              "   " + (after.isEmpty() ? "woken by the timer" : after + "the timer woke it");
          case Waker.Itself ignored -> "";
          case Waker.Unknown ignored -> after.isEmpty() ? "" : "   " + after + "being woken";
        };
    String interrupted = await.ending() == Await.Ending.INTERRUPTED ? ", interrupted" : "";
    return "resumed" + carrier + by + interrupted;
  }

  private static ThreadRef resumedOn(Task task, int index) {
    Await await = task.awaits().get(index);
    if (await.resumedOn().isKnown()) {
      return await.resumedOn();
    }
    return index + 1 < task.awaits().size()
        ? task.awaits().get(index + 1).carrier()
        : ThreadRef.UNKNOWN;
  }

  private static String time(long nanos) {
    return time(String.format(Locale.ROOT, "%.3f ms", nanos / 1e6));
  }

  private static String time(String text) {
    return String.format(Locale.ROOT, "%13s  ", text);
  }
}
