package dev.trama.analyzer.analyse.carriers;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the carrier that was given up ran during an await.
 *
 * @param ran the tasks it ran, in order of their first stretch, and for how long
 * @param rest what it did after the last of them
 */
public record Meanwhile(List<Ran> ran, Rest rest) {
  /** A task that had the carrier. */
  public record Ran(Task task, long nanos) {}

  /** What is known of the carrier's remaining time. */
  public enum Rest {
    /** It was busy to the end of the await. */
    BUSY,
    IDLE,
    /** Nothing ran that is known to have been on it, but something whose carrier is not known. */
    UNKNOWN
  }

  /** During await {@code i} of the task, whose carrier must be known. */
  public static Meanwhile of(Task task, int i, CarrierTracks tracks) {
    Await await = task.awaits().get(i);
    var stretches = tracks.between(task.carrierBefore(i), await.startNanos(), await.endNanos());
    Map<Task, Long> byTask = new LinkedHashMap<>();
    long last = await.startNanos();
    for (CarrierTracks.Stretch stretch : stretches) {
      byTask.merge(stretch.task(), stretch.durationNanos(), Long::sum);
      last = Math.max(last, stretch.endNanos());
    }
    List<Ran> ran = new ArrayList<>();
    byTask.forEach((other, nanos) -> ran.add(new Ran(other, nanos)));
    Rest rest;
    if (last >= await.endNanos()) {
      rest = Rest.BUSY;
    } else {
      rest = tracks.isAnythingUnplaced(last, await.endNanos()) ? Rest.UNKNOWN : Rest.IDLE;
    }
    return new Meanwhile(List.copyOf(ran), rest);
  }
}
