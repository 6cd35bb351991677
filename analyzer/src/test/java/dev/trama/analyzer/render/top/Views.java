package dev.trama.analyzer.render.top;

import dev.trama.analyzer.analyse.live.LiveView;
import dev.trama.analyzer.model.AwaitCategory;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.ThreadRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Made-up views. */
public final class Views {
  private Views() {}

  private static final Frame AT =
      new Frame("shop.Shop", "buy", "Shop.java", 7, Frame.Origin.APPLICATION);

  /** With so many entries, each with a task. */
  public static LiveView of(int entries) {
    return new LiveView(
        1_000_000_000L,
        1_000_000_000L,
        2,
        new LiveView.Counts(1, 2, entries, 0, 3, 4, 500, 20_000, 3_000_000, 4_000_000_000L, 0),
        List.of(new LiveView.Kind("lock", AwaitCategory.LOCK, entries)),
        IntStream.range(0, entries).mapToObj(Views::entry).toList(),
        List.of(
            new LiveView.Point(
                "lock",
                AwaitCategory.LOCK,
                false,
                Optional.of(AT),
                entries,
                2,
                500,
                1_000,
                Map.of("seller-*", 9L),
                new LiveView.Oldest(task(0), 4_000_000_000L))),
        IntStream.range(0, entries).mapToObj(Views::waiter).toList(),
        List.of(new LiveView.Carrier("ForkJoinPool-1-worker-1", task(99), 0, false)),
        List.of(new LiveView.Finding("stuck", "5 tasks await a lock at Shop.java:7, for 11 s")),
        Optional.empty());
  }

  private static ThreadRef task(long id) {
    return new ThreadRef(id + 1, "buyer-" + id, true);
  }

  /** The first is the busiest now, the last the most frequent. */
  private static LiveView.Entry entry(int i) {
    return new LiveView.Entry(
        "Shop.entry" + i,
        0,
        Map.of("lock", 100L - i),
        1,
        1,
        i + 1,
        1_000,
        2_000,
        new LiveView.Oldest(task(i), 4_000_000_000L - i));
  }

  private static LiveView.Waiter waiter(int i) {
    return new LiveView.Waiter(
        task(i),
        "Shop.entry" + i,
        "lock",
        AwaitCategory.LOCK,
        false,
        false,
        4_000_000_000L - i,
        Optional.of(AT),
        ThreadRef.UNKNOWN);
  }
}
