package dev.trama.analyzer.analyse.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.RandomRecording;
import dev.trama.analyzer.analyse.stats.Intervals;
import dev.trama.analyzer.analyse.stats.LongList;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Slice;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.ThreadRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class HoldsTest {
  /** Worked out from the lists of slices, one after the other. */
  private final List<Long> starts = new ArrayList<>();

  private final List<String> ready = new ArrayList<>();
  private final List<String> readyOnCarrier = new ArrayList<>();
  private final Set<Long> carriers = new HashSet<>();

  @Property(tries = 5_000)
  void tellWhatTheSlicesTell(@ForAll long seed) {
    starts.clear();
    ready.clear();
    readyOnCarrier.clear();
    carriers.clear();
    Recording recording = RandomRecording.withSuspended(seed);
    recording.tasks().forEach(this::add);
    var holds = new Holds(recording);
    assertThat(values(holds.starts())).isEqualTo(starts);
    assertThat(values(holds.ready())).isEqualTo(ready);
    assertThat(values(holds.readyOnCarrier())).isEqualTo(readyOnCarrier);
    assertThat(holds.carriers()).isEqualTo(carriers.size());
    assertThat(holds.longOnes()).as("of a recording that lasts 1 us").isEmpty();
    assertThat(holds.longRuns()).isEmpty();
  }

  private void add(Task task) {
    boolean open = false;
    boolean afterPinned = false;
    for (Slice slice : task.slices()) {
      boolean held = slice instanceof Slice.Running || slice instanceof Slice.Pinned;
      if (slice instanceof Slice.Ready) {
        held = open && afterPinned;
        (held ? readyOnCarrier : ready).add(slice.startNanos() + ".." + slice.endNanos());
      }
      if (held && !open) {
        starts.add(slice.startNanos());
      }
      if (slice instanceof Slice.Running running && running.carrier().isKnown()) {
        carriers.add(running.carrier().id());
      }
      if (slice instanceof Slice.Pinned pinned) {
        ThreadRef carrier = task.carrierBefore(task.awaits().indexOf(pinned.await()));
        if (carrier.isKnown()) {
          carriers.add(carrier.id());
        }
      }
      open = held;
      afterPinned = slice instanceof Slice.Pinned;
    }
  }

  private static List<Long> values(LongList list) {
    List<Long> values = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      values.add(list.get(i));
    }
    return values;
  }

  private static List<String> values(Intervals intervals) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < intervals.size(); i++) {
      values.add(intervals.startNanos(i) + ".." + intervals.endNanos(i));
    }
    return values;
  }
}
