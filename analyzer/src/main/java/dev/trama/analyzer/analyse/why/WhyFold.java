package dev.trama.analyzer.analyse.why;

import dev.trama.analyzer.analyse.request.Places;
import dev.trama.analyzer.analyse.request.Request;
import dev.trama.analyzer.analyse.request.RequestWindow;
import dev.trama.analyzer.analyse.stats.Quantiles;
import java.util.function.Predicate;

/**
 * Compares the slow requests of a name with the typical ones, over a recording, or over windows of
 * one that is too large to be held. Which requests are slow has to be known before.
 */
public final class WhyFold {
  /** A bound on the time that chains of one comparison may take: a few seconds. */
  private static final long MAX_STRETCHES = 5_000_000;

  private final String name;
  private final Predicate<Request> selected;
  private final Quantiles durations;
  private final Thresholds thresholds;
  private final Tally slow = new Tally();
  private final Tally typical = new Tally();
  private final Chain chains = Chain.root();
  private final Places places = new Places();
  private long budget = MAX_STRETCHES;
  private boolean mayHoldSeveral;

  /**
   * @param name name of the requests that are compared
   * @param selected whether a request is one of them
   * @param durations durations of all of them
   */
  public WhyFold(
      String name, Predicate<Request> selected, Quantiles durations, Thresholds thresholds) {
    this.name = name;
    this.selected = selected;
    this.durations = durations;
    this.thresholds = thresholds;
  }

  /** Adds the next window. */
  public void add(RequestWindow window) {
    add(window, (task, activity, start, end) -> {});
  }

  void add(RequestWindow window, ChainWalk.Blame blame) {
    var walk = new ChainWalk(window, places, blame, budget);
    for (Request request : window.requests()) {
      if (!request.isWhole() || !selected.test(request)) {
        continue;
      }
      mayHoldSeveral |= request.mayBeSeveral();
      if (thresholds.isSlow(request.durationNanos())) {
        slow.add(request, window.lifelines(), places);
        walk.explain(chains, request.root());
      } else if (thresholds.isTypical(request.durationNanos())) {
        typical.add(request, window.lifelines(), places);
      }
    }
    budget = Math.max(0, walk.budgetLeft());
  }

  public Why why() {
    return Why.of(name, durations, thresholds, slow, typical, chains, mayHoldSeveral);
  }
}
