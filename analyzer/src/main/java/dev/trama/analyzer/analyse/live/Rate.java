package dev.trama.analyzer.analyse.live;

import dev.trama.analyzer.analyse.stats.Quantiles;
import dev.trama.analyzer.model.Waker;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;

/** The awaits of one way of being suspended that ended since the last view. */
final class Rate {
  private final Map<Waker, Long> wakers = new HashMap<>();
  private final Quantiles ready = new Quantiles();
  private long count;
  private long nanos;

  void add(long durationNanos, long readyNanos, Waker waker) {
    count++;
    nanos += durationNanos;
    if (readyNanos > 0) {
      ready.add(readyNanos);
    }
    wakers.merge(waker, 1L, Long::sum);
  }

  long count() {
    return count;
  }

  long nanos() {
    return nanos;
  }

  void addReadyTo(Quantiles sum) {
    sum.add(ready);
  }

  void addWakersTo(Map<String, Long> sum, LongFunction<String> names) {
    wakers.forEach(
        (waker, times) ->
            sum.merge(
                switch (waker) {
                  case Waker.ByThread(long id) -> names.apply(id);
                  case Waker.Timer ignored -> "timer";
                  case Waker.Itself ignored -> "itself";
                  case Waker.Unknown ignored -> "unknown";
                },
                times,
                Long::sum));
  }
}
