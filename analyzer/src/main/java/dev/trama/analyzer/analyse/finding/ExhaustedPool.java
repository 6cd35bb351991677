package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.AwaitCategory;
import dev.trama.analyzer.model.FineKind;
import java.util.List;

/**
 * A semaphore or pool that is smaller than the demand. A queue of connections is a pool, too, if
 * the tasks that take from it also put back.
 */
final class ExhaustedPool implements Detector {
  @Override
  public String id() {
    return "exhausted-pool";
  }

  @Override
  public String looksFor() {
    return "semaphores, pools and queues from which tasks borrow, and which 2 or more tasks"
        + " awaited for 10% of their time, 5 ms at least";
  }

  @Override
  public List<Finding> detect(Evidence evidence) {
    return Queueing.queues(evidence, ExhaustedPool::mayLend).stream()
        .filter(queue -> lends(evidence, queue))
        .map(this::finding)
        .toList();
  }

  private static boolean mayLend(FineKind kind) {
    return kind.category() == AwaitCategory.POOL || isQueue(kind);
  }

  private static boolean isQueue(FineKind kind) {
    return kind.name().equals("queue take") || kind.name().equals("queue poll");
  }

  /**
   * A semaphore counts as a pool until it proves to be a signal; for a queue it is the other way
   * round.
   */
  private static boolean lends(Evidence evidence, Queueing.Queue queue) {
    var lending = new PoolEvidence(evidence, queue.awaits());
    boolean isQueue =
        queue.awaits().values().stream().flatMap(List::stream).anyMatch(a -> isQueue(a.fine()));
    return isQueue ? queue.isIdentified() && lending.isCertain() : !lending.isRefuted();
  }

  private Finding finding(Queueing.Queue queue) {
    return new Finding(
        id(),
        Severity.WARNING,
        queue.site(),
        queue.sentence(),
        queue.facts(),
        "Virtual threads made the callers cheap; the pool now bounds them, and its queue is where"
            + " the latency is.",
        "Hold the resource for a shorter time, make the pool as large as what is behind it can"
            + " bear, or reject callers earlier.",
        queue.nanos());
  }
}
