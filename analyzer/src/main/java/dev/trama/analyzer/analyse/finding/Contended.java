package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.AwaitCategory;
import java.util.List;

/** A lock or monitor that tasks queue for. */
final class Contended implements Detector {
  @Override
  public String id() {
    return "contended-lock";
  }

  @Override
  public String looksFor() {
    return "locks and monitors that 2 or more tasks awaited for 10% of their time, 5 ms at least";
  }

  @Override
  public List<Finding> detect(Evidence evidence) {
    return Queueing.queues(evidence, kind -> kind.category() == AwaitCategory.LOCK).stream()
        .map(this::finding)
        .toList();
  }

  private Finding finding(Queueing.Queue queue) {
    return new Finding(
        id(),
        Severity.WARNING,
        queue.site(),
        queue.sentence(),
        queue.facts(),
        "While one task holds the lock the others wait, whatever the number of carriers.",
        "Hold it for a shorter time (no IO or sleep inside), split it by key, or replace lock and"
            + " collection with a concurrent collection.",
        queue.nanos());
  }
}
