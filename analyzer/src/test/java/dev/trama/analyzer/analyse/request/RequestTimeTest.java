package dev.trama.analyzer.analyse.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.RandomRecording;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Slice;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RequestTimeTest {
  @Property(tries = 5_000)
  void ofAWholeTask_isThatOfItsSlices(@ForAll long seed) {
    Recording recording = RandomRecording.withContexts(seed);
    var lifelines = new Lifelines();
    for (Request request : RequestFinder.of(recording)) {
      RequestTime time = RequestTime.of(request, lifelines);
      assertThat(time.total()).isEqualTo(request.durationNanos());
      Map<String, Long> sums = sums(request, lifelines);
      assertThat(time.runningNanos()).isEqualTo(sums.getOrDefault("running", 0L));
      assertThat(time.readyNanos()).isEqualTo(sums.getOrDefault("ready", 0L));
      sums.remove("running");
      sums.remove("ready");
      assertThat(time.awaitingNanos()).isEqualTo(sums);
    }
  }

  private static Map<String, Long> sums(Request request, Lifelines lifelines) {
    Map<String, Long> sums = new HashMap<>();
    Part root = request.root();
    if (root.task().isPresent()) {
      lifelines.between(
          root.task().get(),
          root.startNanos(),
          root.endNanos(),
          cut -> {
            if (!(cut.slice() instanceof Slice.Unknown)) {
              sums.merge(label(cut.slice()), cut.durationNanos(), Long::sum);
            }
          });
    }
    return sums;
  }

  private static String label(Slice slice) {
    return Activity.of(slice, new Places()).label();
  }
}
