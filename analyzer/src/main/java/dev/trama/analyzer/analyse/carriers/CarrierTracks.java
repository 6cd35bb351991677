package dev.trama.analyzer.analyse.carriers;

import dev.trama.analyzer.analyse.stats.Sorted;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.SliceSink;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.ThreadRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each carrier ran, in order. The carrier of a stretch is known from the next await, so the
 * stretch after a task's last await is on no track but among the {@linkplain #unplaced() unplaced}.
 */
public final class CarrierTracks {
  private final Map<Long, List<Stretch>> byCarrier = new HashMap<>();
  private final Map<Long, ThreadRef> carriers = new HashMap<>();
  private final List<Stretch> unplaced = new ArrayList<>();
  private final long[] unplacedStarts;

  /** For each, the latest end of it and all before it. */
  private final long[] unplacedEnds;

  /** A task on a carrier; {@code held} when it blocked the carrier in an await. */
  public record Stretch(Task task, long startNanos, long endNanos, boolean held) {
    public long durationNanos() {
      return endNanos - startNanos;
    }
  }

  public CarrierTracks(Recording recording) {
    recording.tasks().forEach(this::place);
    byCarrier.values().forEach(t -> t.sort(Comparator.comparingLong(Stretch::startNanos)));
    unplaced.sort(Comparator.comparingLong(Stretch::startNanos));
    unplacedStarts = unplaced.stream().mapToLong(Stretch::startNanos).toArray();
    unplacedEnds = unplaced.stream().mapToLong(Stretch::endNanos).toArray();
    Arrays.parallelPrefix(unplacedEnds, Math::max);
  }

  private void place(Task task) {
    task.eachSlice(
        new SliceSink() {
          @Override
          public void running(long startNanos, long endNanos, ThreadRef carrier) {
            place(carrier, new Stretch(task, startNanos, endNanos, false));
          }

          @Override
          public void pinned(long startNanos, long endNanos, Await await, ThreadRef carrier) {
            place(carrier, new Stretch(task, startNanos, endNanos, true));
          }
        });
  }

  private void place(ThreadRef carrier, Stretch stretch) {
    if (!carrier.isKnown()) {
      unplaced.add(stretch);
      return;
    }
    carriers.merge(carrier.id(), carrier, (a, b) -> a.name().isEmpty() ? b : a);
    byCarrier.computeIfAbsent(carrier.id(), id -> new ArrayList<>()).add(stretch);
  }

  /** The carriers by id. */
  public List<ThreadRef> carriers() {
    return carriers.values().stream().sorted(Comparator.comparingLong(ThreadRef::id)).toList();
  }

  public List<Stretch> of(ThreadRef carrier) {
    return List.copyOf(byCarrier.getOrDefault(carrier.id(), List.of()));
  }

  /** Stretches whose carrier is in no event. */
  public List<Stretch> unplaced() {
    return List.copyOf(unplaced);
  }

  /** What ran on the carrier between two instants, clipped to them. */
  public List<Stretch> between(ThreadRef carrier, long startNanos, long endNanos) {
    return within(byCarrier.getOrDefault(carrier.id(), List.of()), startNanos, endNanos);
  }

  /** Whether a task whose carrier is not known ran between two instants. */
  public boolean isAnythingUnplaced(long startNanos, long endNanos) {
    int begun = Sorted.first(unplacedStarts.length, i -> unplacedStarts[i] >= endNanos);
    return begun > 0 && unplacedEnds[begun - 1] > startNanos;
  }

  private static List<Stretch> within(List<Stretch> track, long startNanos, long endNanos) {
    List<Stretch> found = new ArrayList<>();
    for (int i = firstEndingAfter(track, startNanos); i < track.size(); i++) {
      Stretch s = track.get(i);
      if (s.startNanos() >= endNanos) {
        break;
      }
      long from = Math.max(startNanos, s.startNanos());
      long to = Math.min(endNanos, s.endNanos());
      if (to > from) {
        found.add(new Stretch(s.task(), from, to, s.held()));
      }
    }
    return found;
  }

  /** Stretches of one carrier do not overlap, so their ends are in order too. */
  private static int firstEndingAfter(List<Stretch> track, long nanos) {
    return Sorted.first(track.size(), i -> track.get(i).endNanos() > nanos);
  }
}
