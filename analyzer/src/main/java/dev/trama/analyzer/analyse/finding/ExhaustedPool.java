package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.Nature;
import java.util.List;

/** A semaphore or pool that is smaller than the demand. */
final class ExhaustedPool implements Detector {
  @Override
  public String id() {
    return "exhausted-pool";
  }

  @Override
  public String looksFor() {
    return "semaphores and pools that 2 or more tasks awaited for 10% of their lives, 5 ms at"
        + " least";
  }

  @Override
  public List<Finding> detect(Case evidence) {
    return Queueing.queues(evidence, Nature.POOL).stream().map(this::finding).toList();
  }

  private Finding finding(Queueing.Queue queue) {
    return new Finding(
        id(),
        Severity.WARNING,
        queue.sentence(),
        queue.facts(),
        "Virtual threads made the callers cheap; the pool now bounds them, and its queue is where"
            + " the latency is.",
        "Hold the resource for less, make the pool as large as the thing behind it can bear, or"
            + " turn callers away earlier.",
        queue.nanos());
  }
}
